import { parseArgs } from 'node:util'

export const IMPORT_USAGE = `Usage: npm run import -- FILE --workspace SLUG [options]

  --workspace SLUG   the workspace to import into
  --as EMAIL         the admin to import as (default: the workspace's first admin)
  --preview          say what is in the file and what would become of it; write nothing
  --json             with --preview: print the proposed mapping as JSON, to be edited
  --mapping FILE     JSON that says what differs from the proposed mapping
  --all-or-nothing   write nothing when anything in the file is broken
  --report FILE      write the outcome of each line, as .csv or .ndjson`

/** The parsed command line. */
export interface ImportArguments {
  file: string
  workspace: string
  actingEmail: string | null
  preview: boolean
  json: boolean
  mapping: string | null
  allOrNothing: boolean
  report: string | null
}

/**
 * Parses the command line.
 * @throws Error in a sentence that names what is missing or unknown
 */
export function parseImportArguments(argv: string[]): ImportArguments {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      workspace: { type: 'string' },
      as: { type: 'string' },
      preview: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      mapping: { type: 'string' },
      'all-or-nothing': { type: 'boolean', default: false },
      report: { type: 'string' },
    },
  })
  const [file, ...more] = positionals
  if (!file) throw new Error('Name the file to import.')
  if (more.length > 0) throw new Error(`One file at a time: ${more[0]} is one too many.`)
  if (!values.workspace)
    throw new Error('--workspace is missing: it names the workspace to import into.')
  if (values.report && !/\.(csv|ndjson)$/.test(values.report)) {
    throw new Error(`--report must end in .csv or .ndjson; ${values.report} does not.`)
  }
  return {
    file,
    workspace: values.workspace,
    actingEmail: values.as ?? null,
    preview: values.preview,
    json: values.json,
    mapping: values.mapping ?? null,
    allOrNothing: values['all-or-nothing'],
    report: values.report ?? null,
  }
}
