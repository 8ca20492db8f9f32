import { writeFileSync } from 'node:fs'
import { backlogBrowser } from './backlogBrowser'
import { backlogOpen } from './backlogOpen'
import type { BenchmarkName } from './benchmarkArguments'
import type { Benchmark, BenchmarkResult } from './benchmarkResult'
import { boardBrowser } from './boardBrowser'
import { boardOpen } from './boardOpen'
import { fanout } from './fanout'
import { movesHot } from './movesHot'
import { movesHttp } from './movesHttp'
import { movesSpread } from './movesSpread'
import { projectionCost } from './projectionCost'
import { replay } from './replay'
import { reportSprint } from './reportSprint'
import { rerank } from './rerank'
import { sprintComplete } from './sprintComplete'
import { swimlanesOpen } from './swimlanesOpen'
import { withBenchmarkDatabase } from './withBenchmarkDatabase'

const BENCHMARKS: Record<BenchmarkName, Benchmark> = {
  'moves.hot': movesHot,
  'moves.spread': movesSpread,
  'moves.http': movesHttp,
  'board.open': boardOpen,
  'backlog.open': backlogOpen,
  'swimlanes.open': swimlanesOpen,
  'backlog.browser': backlogBrowser,
  rerank,
  'board.browser': boardBrowser,
  fanout,
  'sprint.complete': sprintComplete,
  'report.sprint': reportSprint,
  projections: projectionCost,
  replay,
}
const NEEDS_WEB_SERVER: BenchmarkName[] = [
  'moves.http',
  'board.browser',
  'backlog.browser',
  'fanout',
]

/** Returns true when one of these benchmarks needs the built web app. */
export function needsBuild(names: BenchmarkName[]): boolean {
  return names.some((name) => NEEDS_WEB_SERVER.includes(name))
}

/**
 * Runs benchmarks one after the other, prints their results and writes them to a file when one is
 * given.
 */
export async function runBenchmarks(names: BenchmarkName[], json: string | null): Promise<void> {
  const results: Record<string, BenchmarkResult> = {}
  for (const name of names)
    Object.assign(results, await withBenchmarkDatabase(name, BENCHMARKS[name]))
  const rows = Object.entries(results).map(([name, r]) => {
    const { value, unit, baseline, ratio, goal, met } = r
    return [name, { value, unit, baseline, ratio, goal, met }]
  })
  console.table(Object.fromEntries(rows))
  if (json) writeFileSync(json, `${JSON.stringify(results, null, 2)}\n`)
}
