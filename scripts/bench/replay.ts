import { performance } from 'node:perf_hooks'
import { initialState, replayEvent } from '@/domain/replayEvent'
import { type Benchmark, medianOfThree, roundToThreeDigits } from './benchmarkResult'
import { createBenchFixture, createBenchProject } from './fixtures'
import { readLog } from './readLog'
import { runMoves } from './runMoves'

const GOAL = 200_000

/** Events replayed in memory per second: a log of 10,000 tasks and many moves, read beforehand. */
export const replay: Benchmark = async (environment) => {
  const fixture = await createBenchFixture()
  environment.say('making a log to replay')
  const project = await createBenchProject(fixture, 10_000)
  await runMoves(fixture, [project], 200)
  const events = await readLog(project.projectId, 0)
  const rate = await medianOfThree(async () => {
    const began = performance.now()
    events.reduce(replayEvent, initialState())
    return (events.length / (performance.now() - began)) * 1000
  }, Number)
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
