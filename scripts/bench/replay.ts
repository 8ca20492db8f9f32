import { performance } from 'node:perf_hooks'
import { initialState, replayEvent } from '@/domain/replayEvent'
import { type Benchmark, median, roundToThreeDigits } from './benchmarkResult'
import { createBenchFixture, createBenchProject } from './fixtures'
import { readLog } from './readLog'
import { runMoves } from './runMoves'

const GOAL = 200_000
/** The first runs are slow: the code is not compiled yet, and the heap still grows. */
const WARM_UP_RUNS = 10
const RUNS = 20

/** Events replayed in memory per second: a log of 10,000 tasks and many moves, read beforehand. */
export const replay: Benchmark = async (environment) => {
  const fixture = await createBenchFixture()
  environment.say('making a log to replay')
  const project = await createBenchProject(fixture, 10_000)
  await runMoves(fixture, [project], 200)
  const events = await readLog(project.projectId, 0)
  const rates: number[] = []
  for (let run = 0; run < WARM_UP_RUNS + RUNS; run++) {
    const began = performance.now()
    events.reduce(replayEvent, initialState())
    rates.push((events.length / (performance.now() - began)) * 1000)
  }
  const rate = median(rates.slice(WARM_UP_RUNS))
  return {
    replay: {
      value: Math.round(rate),
      unit: 'events/s',
      baseline: null,
      ratio: roundToThreeDigits(rate / GOAL),
      goal: '200,000 events/s',
      met: rate >= GOAL,
      events: events.length,
    },
  }
}
