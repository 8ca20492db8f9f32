import { performance } from 'node:perf_hooks'
import { type Benchmark, quantile, roundToThreeDigits } from './benchmarkResult'
import { BenchSprints } from './benchSprints'
import { createBenchFixture, createBenchProject } from './fixtures'

const OPEN_TASKS = 500
const SAMPLES = 5
const GOAL_MS = 1_000

/**
 * Completes a sprint with 500 open tasks in a project of 10,000, measured from command to result.
 */
export const sprintComplete: Benchmark = async (environment) => {
  const fixture = await createBenchFixture()
  environment.say('making 10,000 tasks')
  const project = await createBenchProject(fixture, 10_000)
  const sprints = new BenchSprints(fixture, project)
  const open = project.taskIds.filter((_, i) => i % 4 !== 3)
  const times: number[] = []
  let isComplete = true
  for (let i = 0; i < SAMPLES; i++) {
    const sprintId = await sprints.start(open.slice(i * OPEN_TASKS, (i + 1) * OPEN_TASKS))
    const began = performance.now()
    const { events } = await sprints.complete(sprintId)
    times.push(performance.now() - began)
    isComplete &&= events.length === OPEN_TASKS + 1
  }
  const value = Math.max(...times)
  return {
    'sprint.complete': {
      value: roundToThreeDigits(value),
      unit: `ms (slowest of ${SAMPLES})`,
      baseline: null,
      ratio: roundToThreeDigits(value / GOAL_MS),
      goal: `${OPEN_TASKS} open tasks at once in under ${GOAL_MS} ms`,
      met: value < GOAL_MS && isComplete,
      p50: roundToThreeDigits(quantile(times, 0.5)),
    },
  }
}
