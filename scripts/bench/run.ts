import { randomBytes } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { closeDatabase } from '@/db/client'
import { startEmbedded } from '@/db/embedded'
import { migrate } from '@/db/migrate'
import { boardOpen } from './boardOpen'
import { movesHot, movesSpread } from './moves'
import { replay } from './replay'
import type { Bench, Result } from './result'

const BENCHES: Record<string, Bench> = {
  'moves.hot': movesHot,
  'moves.spread': movesSpread,
  'board.open': boardOpen,
  replay,
}

const [names, jsonFile] = argumentsOf(process.argv.slice(2))
const unknown = names.filter((name) => !BENCHES[name])
if (unknown.length > 0) {
  console.error(
    `There is no benchmark ${unknown.join(', ')}; there are ${Object.keys(BENCHES).join(', ')}.`,
  )
  process.exit(1)
}
const results: Record<string, Result> = {}
for (const name of names.length > 0 ? names : Object.keys(BENCHES)) {
  Object.assign(results, await onOwnMachine(name, BENCHES[name] as Bench))
}
print(results)
if (jsonFile) writeFileSync(jsonFile, `${JSON.stringify(results, null, 2)}\n`)
process.exit(0)

/** Each benchmark has a PostgreSQL of its own, with default durability. */
async function onOwnMachine(name: string, bench: Bench): Promise<Record<string, Result>> {
  const place = mkdtempSync(join(tmpdir(), 'concord-bench-'))
  const running = await startEmbedded({
    folder: join(place, 'postgres'),
    ownerPassword: randomBytes(16).toString('hex'),
    appPassword: randomBytes(16).toString('hex'),
    settings: ['max_connections=200'],
    removeAfter: place,
  })
  await migrate(running.ownerUrl())
  process.env.DATABASE_URL = running.appUrl()
  try {
    const say = (what: string) => console.error(`${name}: ${what}`)
    return await bench({ ownerUrl: running.ownerUrl(), appUrl: running.appUrl(), say })
  } finally {
    await closeDatabase()
    await running.stop()
    await rm(place, { recursive: true, force: true })
  }
}

function print(all: Record<string, Result>): void {
  console.table(
    Object.fromEntries(
      Object.entries(all).map(([name, r]) => [
        name,
        { value: r.value, unit: r.unit, limit: r.limit, ratio: r.ratio, goal: r.goal, met: r.met },
      ]),
    ),
  )
}

function argumentsOf(given: string[]): [string[], string | undefined] {
  const at = given.indexOf('--json')
  return at < 0
    ? [given, undefined]
    : [given.filter((_, i) => i !== at && i !== at + 1), given[at + 1]]
}
