// `npm run rebuild -- reports`: throws away a read model and makes it anew from the log.
import { database } from '@/db/client'
import { readModels } from '@/server/subscribers/list'
import { rebuild } from '@/server/subscribers/rebuild'
import type { Subscriber } from '@/server/subscribers/subscriber'
import { progress } from './demo/progress'
import { openDatabase } from './importer/database'

const NAMES = readModels.map(({ name }) => name)
const USAGE = `Usage: npm run rebuild -- NAME...   (${NAMES.join(', ')})

Makes read models anew from the log, project by project. Concord may go on meanwhile: until a
project is done, its old figures stand.`

const say = (text: string) => process.stderr.write(`${text}\n`)

function chosen(argv: string[]): Subscriber[] {
  const unknown = argv.filter((name) => !NAMES.includes(name))
  if (unknown.length > 0) {
    throw new Error(`There is no read model ${unknown.join(', ')}; there is ${NAMES.join(', ')}.`)
  }
  return readModels.filter(({ name }) => argv.includes(name))
}

async function all(subscriber: Subscriber): Promise<void> {
  const { sql } = database()
  const projects = await sql<{ id: string; seq: string }[]>`
    select id, seq from project order by seq desc, id`
  const events = projects.reduce((sum, { seq }) => sum + Number(seq), 0)
  const told = progress(process.stderr, 'events')
  const began = performance.now()
  let before = 0
  for (const { id } of projects) {
    const at = (done: number) => told.at(done / Math.max(events, done), done)
    before += await rebuild(sql, subscriber, id, { told: (done) => at(before + done) })
  }
  told.end()
  const seconds = (performance.now() - began) / 1000
  const count = before.toLocaleString('en')
  const rate = Math.round(before / seconds).toLocaleString('en')
  say(
    `${subscriber.name}: ${count} events of ${projects.length} projects in ${seconds.toFixed(1)} s, ${rate} a second.`,
  )
}

async function main(argv: string[]): Promise<void> {
  const wanted = chosen(argv)
  if (wanted.length === 0) throw new Error(USAGE)
  const close = await openDatabase(say)
  try {
    for (const subscriber of wanted) await all(subscriber)
  } finally {
    await close()
  }
}

try {
  await main(process.argv.slice(2))
} catch (error) {
  say(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
