// `npm run rebuild -- sprint-reports`: deletes a projection and rebuilds it from the log.
import { asc, desc } from 'drizzle-orm'
import { database } from '@/db/client'
import { project } from '@/db/schema/project'
import { projections } from '@/server/jobs/subscribers'
import { rebuild } from '@/server/projections/rebuild'
import type { Subscriber } from '@/server/projections/subscriber'
import { openDatabase } from './cli/openDatabase'
import { showProgress } from './cli/showProgress'

const NAMES = projections.map(({ name }) => name)
const USAGE = `Usage: npm run rebuild -- NAME...   (${NAMES.join(', ')})

Rebuilds projections from the log, project by project. Concord may keep running: each project shows
its old figures until its rebuild ends.`

const printLine = (text: string) => process.stderr.write(`${text}\n`)

function selectProjections(argv: string[]): Subscriber[] {
  const unknown = argv.filter((name) => !NAMES.includes(name))
  if (unknown.length > 0) {
    throw new Error(`Unknown projection ${unknown.join(', ')}; there is ${NAMES.join(', ')}.`)
  }
  return projections.filter(({ name }) => argv.includes(name))
}

async function rebuildAll(subscriber: Subscriber): Promise<void> {
  const projects = await database()
    .db.select({ id: project.id, seq: project.seq })
    .from(project)
    .orderBy(desc(project.seq), asc(project.id))
  const events = projects.reduce((sum, { seq }) => sum + seq, 0)
  const progressLine = showProgress(process.stderr, 'events')
  const began = performance.now()
  let eventsDone = 0
  for (const { id } of projects) {
    const at = (done: number) => progressLine.at(done / Math.max(events, done), done)
    eventsDone += await rebuild(database(), subscriber, id, {
      onProgress: (done) => at(eventsDone + done),
    })
  }
  progressLine.end()
  const seconds = (performance.now() - began) / 1000
  const count = eventsDone.toLocaleString('en')
  const rate = Math.round(eventsDone / seconds).toLocaleString('en')
  printLine(
    `${subscriber.name}: ${count} events of ${projects.length} projects in ${seconds.toFixed(1)} s, ${rate} a second.`,
  )
}

async function main(argv: string[]): Promise<void> {
  const projections = selectProjections(argv)
  if (projections.length === 0) throw new Error(USAGE)
  const close = await openDatabase(printLine)
  try {
    for (const subscriber of projections) await rebuildAll(subscriber)
  } finally {
    await close()
  }
}

try {
  await main(process.argv.slice(2))
} catch (error) {
  printLine(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
