import { writeFileSync } from 'node:fs'
import type { Name } from './asked'
import { backlogBrowser } from './backlogBrowser'
import { backlogOpen } from './backlogOpen'
import { boardBrowser } from './boardBrowser'
import { boardOpen } from './boardOpen'
import { fanout } from './fanout'
import { lanesOpen } from './lanesOpen'
import { onOwnMachine } from './machine'
import { movesHot } from './movesHot'
import { movesHttp } from './movesHttp'
import { movesSpread } from './movesSpread'
import { replay } from './replay'
import { reportSprint } from './reportSprint'
import { rerank } from './rerank'
import type { Bench, Result } from './result'
import { sprintComplete } from './sprintComplete'
import { subscribersCost } from './subscribersCost'

const BENCHES: Record<Name, Bench> = {
  'moves.hot': movesHot,
  'moves.spread': movesSpread,
  'moves.http': movesHttp,
  'board.open': boardOpen,
  'backlog.open': backlogOpen,
  'lanes.open': lanesOpen,
  'backlog.browser': backlogBrowser,
  rerank,
  'board.browser': boardBrowser,
  fanout,
  'sprint.complete': sprintComplete,
  'report.sprint': reportSprint,
  subscribers: subscribersCost,
  replay,
}
const ON_THE_WEB_SERVER: Name[] = ['moves.http', 'board.browser', 'backlog.browser', 'fanout']

/** Whether one of these benchmarks measures the built web app. */
export function needBuild(names: Name[]): boolean {
  return names.some((name) => ON_THE_WEB_SERVER.includes(name))
}

/** Runs benchmarks one after the other, prints what they gave, and writes it to a file if asked. */
export async function run(names: Name[], json: string | null): Promise<void> {
  const results: Record<string, Result> = {}
  for (const name of names) Object.assign(results, await onOwnMachine(name, BENCHES[name]))
  const rows = Object.entries(results).map(([name, r]) => {
    const { value, unit, limit, ratio, goal, met } = r
    return [name, { value, unit, limit, ratio, goal, met }]
  })
  console.table(Object.fromEntries(rows))
  if (json) writeFileSync(json, `${JSON.stringify(results, null, 2)}\n`)
}
