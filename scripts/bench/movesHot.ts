import { closeDatabase } from '@/db/client'
import { type Benchmark, medianOfThree, quantile, roundToThreeDigits } from './benchmarkResult'
import { startConsistencyCheck } from './consistencyCheck'
import {
  type BenchFixture,
  type BenchProject,
  createBenchFixture,
  createBenchProject,
} from './fixtures'
import { measureRawSqlRates } from './rawSqlRate'
import { DURATION_MS, runMoves, WRITERS } from './runMoves'
import { startSecondProcess } from './secondProcess'

const GOAL = 4

/**
 * 64 writers on one project of 10,000 tasks; then two processes with 32 writers each, whose log
 * must have no gaps and replay to the stored rows.
 */
export const movesHot: Benchmark = async (environment) => {
  const fixture = await createBenchFixture()
  environment.say('making 10,000 tasks')
  const project = await createBenchProject(fixture, 10_000)
  const limits = await measureRawSqlRates(environment, fixture, [project], [1, 4, 16, 64])
  const limit = Math.max(...Object.values(limits))
  environment.say('moving through execute')
  const one = await medianOfThree(
    () => runMoves(fixture, [project]),
    (each) => each.rate,
  )
  environment.say('moving through execute in two processes')
  const check = await startConsistencyCheck(project)
  const two = await runInTwoProcesses(fixture, project)
  const isConsistent = await check.isConsistent()
  await closeDatabase()
  const ratio = one.rate / limit
  return {
    'moves.hot': {
      value: roundToThreeDigits(one.rate),
      unit: 'commands/s',
      baseline: roundToThreeDigits(limit),
      ratio: roundToThreeDigits(ratio),
      goal: `${GOAL} × the best raw SQL rate, p95 under 10 ms`,
      met: ratio >= GOAL && one.p95 < 10,
      p50: roundToThreeDigits(one.p50),
      p95: roundToThreeDigits(one.p95),
      limits,
    },
    'moves.hot.two': {
      value: roundToThreeDigits(two.rate),
      unit: 'commands/s',
      baseline: roundToThreeDigits(limit),
      ratio: roundToThreeDigits(two.rate / limit),
      goal: 'as fast as raw SQL, and consistent',
      met: two.rate >= limit && isConsistent,
      consistent: isConsistent,
      p50: roundToThreeDigits(two.p50),
      p95: roundToThreeDigits(two.p95),
    },
  }
}

async function runInTwoProcesses(fixture: BenchFixture, project: BenchProject) {
  const other = await startSecondProcess({ fixture, project, writers: WRITERS / 2 })
  const run = async () => {
    const otherLatencies = other.run()
    const ownLoad = await runMoves(fixture, [project], WRITERS / 2, { index: 0, count: 2 })
    const latencies = [...ownLoad.latencies, ...(await otherLatencies)]
    return {
      rate: (latencies.length / DURATION_MS) * 1000,
      p50: quantile(latencies, 0.5),
      p95: quantile(latencies, 0.95),
    }
  }
  try {
    return await medianOfThree(run, (each) => each.rate)
  } finally {
    other.end()
  }
}
