// `npm run import`: brings a Jira export into a workspace from the command line.
import { createWriteStream, existsSync, readFileSync } from 'node:fs'
import { finished } from 'node:stream/promises'
import { z } from 'zod'
import { database } from '@/db/client'
import type { WorkspaceScope } from '@/server/access/scope'
import { trustedScope } from '@/server/access/trusted'
import { faultOf } from '@/server/import/begin'
import { CSV_HEADER, csvLine } from '@/server/import/csv'
import { propose } from '@/server/import/jira/propose'
import { runImport } from '@/server/import/jira/run'
import { scanFile } from '@/server/import/jira/scan'
import { type Mapping, mappingChanges, withChanges } from '@/server/import/mapping'
import { knownPeople } from '@/server/import/placeholders'
import type { ReportLine } from '@/server/import/report'
import { type Args, argsFrom, USAGE } from './importer/args'
import { openDatabase } from './importer/database'
import { previewText, totalsText } from './importer/show'

const say = (text: string) => process.stderr.write(`${text}\n`)

async function main(args: Args): Promise<number> {
  if (!existsSync(args.file)) throw new Error(`There is no file ${args.file}.`)
  const close = await openDatabase(say)
  try {
    const scope = await adminOf(args)
    const scan = await scanFile(args.file, ({ line }) => tell(`Reading: ${line} lines`))
    const people = await knownPeople(scope)
    const mapping = mappingFor(args, propose(scan, people))
    const fault = scan.issues > 0 ? faultOf(mapping, new Set(people.map((each) => each.id))) : null
    if (fault) throw fault
    if (args.preview) {
      process.stdout.write(
        `${args.json ? JSON.stringify(mapping, null, 2) : previewText(scan, mapping)}\n`,
      )
      return 0
    }
    if (scan.issues === 0) {
      throw new Error(`Nothing to import. ${scan.problems[0]?.message ?? 'The file is empty.'}`)
    }
    return await run(args, scope, scan, mapping)
  } finally {
    await close()
  }
}

async function run(
  args: Args,
  scope: WorkspaceScope,
  scan: Awaited<ReturnType<typeof scanFile>>,
  mapping: Mapping,
): Promise<number> {
  const stop = new AbortController()
  process.once('SIGINT', () => stop.abort())
  const report = args.report ? reportTo(args.report) : null
  const began = performance.now()
  const { state, totals } = await runImport({
    scope,
    path: args.file,
    scan,
    mapping,
    report: async (lines) => report?.take(lines),
    onProgress: (done) => tell(`Importing: ${done} of ${scan.entries}`),
    signal: stop.signal,
  })
  await report?.end()
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  const memory = Math.round(process.resourceUsage().maxRSS / 1024)
  process.stdout.write(`${totalsText(totals)}\n`)
  if (state === 'stopped') {
    say('Nothing was written, because something is broken and --all-or-nothing was asked for.')
    return 2
  }
  say(`${state === 'done' ? 'Done' : 'Stopped'} in ${seconds} s, ${memory} MB of memory at most.`)
  return state === 'done' ? 0 : 130
}

async function adminOf(args: Args): Promise<WorkspaceScope> {
  const { sql } = database()
  const [row] = await sql<{ id: string; role: string }[]>`
    select person.id, person.role from person
    join workspace on workspace.id = person.workspace_id
    join account on account.id = person.account_id
    where workspace.slug = ${args.workspace} and person.removed_at is null
      and ${args.as ? sql`account.email = ${args.as.toLowerCase()}` : sql`person.role = 'admin'`}
    order by person.created_at limit 1`
  if (!row) {
    const who = args.as ? `nobody with the address ${args.as}` : 'no admin'
    throw new Error(`There is no workspace ${args.workspace}, or ${who} in it.`)
  }
  if (row.role !== 'admin') throw new Error(`${args.as} is no admin of ${args.workspace}.`)
  return trustedScope(row.id)
}

function mappingFor(args: Args, proposal: Mapping): Mapping {
  const told = args.mapping ? JSON.parse(readFileSync(args.mapping, 'utf8')) : {}
  const result = mappingChanges.safeParse(told)
  if (!result.success) throw new Error(`${args.mapping}: ${z.prettifyError(result.error)}`)
  const mapping = withChanges(proposal, result.data)
  return args.allOrNothing ? { ...mapping, onProblem: 'stop' } : mapping
}

function reportTo(path: string) {
  const csv = path.endsWith('.csv')
  const file = createWriteStream(path)
  if (csv) file.write(CSV_HEADER)
  return {
    take: (lines: ReportLine[]) => {
      file.write(lines.map((line) => (csv ? csvLine(line) : `${JSON.stringify(line)}\n`)).join(''))
    },
    end: () => finished(file.end()),
  }
}

/** One line that changes, where somebody looks on. */
function tell(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}\r`)
}

try {
  process.exitCode = await main(argsFrom(process.argv.slice(2)))
} catch (error) {
  say(error instanceof Error ? error.message : String(error))
  if ((error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS')) say(`\n${USAGE}`)
  if (process.argv.length < 3) say(`\n${USAGE}`)
  process.exitCode = 1
}
