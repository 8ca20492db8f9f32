// `npm run import`: imports a Jira export into a workspace from the command line.
import { existsSync, readFileSync } from 'node:fs'
import { and, asc, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { database } from '@/db/client'
import { account, person, workspace } from '@/db/schema/people'
import type { WorkspaceScope } from '@/server/access/scope'
import { systemScope } from '@/server/access/systemScope'
import { proposeMapping } from '@/server/import/jira/proposeMapping'
import { runImport } from '@/server/import/jira/runImport'
import { scanFile } from '@/server/import/jira/scanFile'
import { applyMappingChanges, type Mapping, mappingChangesSchema } from '@/server/import/mapping'
import { loadKnownPeople } from '@/server/import/placeholders'
import { validateMapping } from '@/server/import/startImport'
import { openDatabase } from './cli/openDatabase'
import { formatPreview, formatTotals } from './importer/formatImport'
import {
  IMPORT_USAGE,
  type ImportArguments,
  parseImportArguments,
} from './importer/importArguments'
import { openReportFile } from './importer/openReportFile'

const printLine = (text: string) => process.stderr.write(`${text}\n`)

async function main(args: ImportArguments): Promise<number> {
  if (!existsSync(args.file)) throw new Error(`There is no file ${args.file}.`)
  const close = await openDatabase(printLine)
  try {
    const scope = await findActingAdmin(args)
    const scan = await scanFile(args.file, ({ line }) => showProgressLine(`Reading: ${line} lines`))
    const people = await loadKnownPeople(scope)
    const mapping = readMapping(args, proposeMapping(scan, people))
    const error =
      scan.issues > 0 ? validateMapping(mapping, new Set(people.map((each) => each.id))) : null
    if (error) throw error
    if (args.preview) {
      process.stdout.write(
        `${args.json ? JSON.stringify(mapping, null, 2) : formatPreview(scan, mapping)}\n`,
      )
      return 0
    }
    if (scan.issues === 0) {
      throw new Error(`Nothing to import. ${scan.problems[0]?.message ?? 'The file is empty.'}`)
    }
    return await importFile(args, scope, scan, mapping)
  } finally {
    await close()
  }
}

async function importFile(
  args: ImportArguments,
  scope: WorkspaceScope,
  scan: Awaited<ReturnType<typeof scanFile>>,
  mapping: Mapping,
): Promise<number> {
  const stop = new AbortController()
  process.once('SIGINT', () => stop.abort())
  const report = args.report ? await openReportFile(args.report) : null
  const began = performance.now()
  const { state, totals } = await runImport({
    scope,
    path: args.file,
    scan,
    mapping,
    report: async (lines) => report?.append(lines),
    onProgress: (done) => showProgressLine(`Importing: ${done} of ${scan.entries}`),
    signal: stop.signal,
  }).finally(() => report?.close())
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  const memory = Math.round(process.resourceUsage().maxRSS / 1024)
  process.stdout.write(`${formatTotals(totals)}\n`)
  if (state === 'stopped') {
    printLine(
      'Nothing was written, because something is broken and --all-or-nothing was asked for.',
    )
    return 2
  }
  printLine(
    `${state === 'done' ? 'Done' : 'Stopped'} in ${seconds} s, ${memory} MB of memory at most.`,
  )
  return state === 'done' ? 0 : 130
}

async function findActingAdmin(args: ImportArguments): Promise<WorkspaceScope> {
  const isWanted = args.actingEmail
    ? eq(account.email, args.actingEmail.toLowerCase())
    : eq(person.role, 'admin')
  const [row] = await database()
    .db.select({ id: person.id, role: person.role })
    .from(person)
    .innerJoin(workspace, eq(workspace.id, person.workspaceId))
    .innerJoin(account, eq(account.id, person.accountId))
    .where(and(eq(workspace.slug, args.workspace), isNull(person.removedAt), isWanted))
    .orderBy(asc(person.createdAt))
    .limit(1)
  if (!row) {
    const missingPerson = args.actingEmail
      ? `nobody with the address ${args.actingEmail}`
      : 'no admin'
    throw new Error(`There is no workspace ${args.workspace}, or ${missingPerson} in it.`)
  }
  if (row.role !== 'admin') throw new Error(`${args.actingEmail} is no admin of ${args.workspace}.`)
  return systemScope(row.id)
}

function readMapping(args: ImportArguments, proposal: Mapping): Mapping {
  const fileContent = args.mapping ? JSON.parse(readFileSync(args.mapping, 'utf8')) : {}
  const result = mappingChangesSchema.safeParse(fileContent)
  if (!result.success) throw new Error(`${args.mapping}: ${z.prettifyError(result.error)}`)
  const mapping = applyMappingChanges(proposal, result.data)
  return args.allOrNothing ? { ...mapping, onProblem: 'stop' } : mapping
}

/** Shows one changing line in a terminal. */
function showProgressLine(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}\r`)
}

try {
  process.exitCode = await main(parseImportArguments(process.argv.slice(2)))
} catch (error) {
  printLine(error instanceof Error ? error.message : String(error))
  if ((error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS'))
    printLine(`\n${IMPORT_USAGE}`)
  if (process.argv.length < 3) printLine(`\n${IMPORT_USAGE}`)
  process.exitCode = 1
}
