import { performance } from 'node:perf_hooks'
import { type Bench, quantile, short } from './result'
import { BenchSprints } from './sprints'
import { makeProject, makeWorld } from './world'

const OPEN = 500
const TIMES = 5
const GOAL_MS = 1_000

/** Completing a sprint with 500 open tasks in a project of 10,000, from command to answer. */
export const sprintComplete: Bench = async (machine) => {
  const world = await makeWorld()
  machine.say('making 10,000 tasks')
  const project = await makeProject(world, 10_000)
  const sprints = new BenchSprints(world, project)
  const open = project.taskIds.filter((_, i) => i % 4 !== 3)
  const times: number[] = []
  let whole = true
  for (let i = 0; i < TIMES; i++) {
    const sprintId = await sprints.start(open.slice(i * OPEN, (i + 1) * OPEN))
    const began = performance.now()
    const { events } = await sprints.complete(sprintId)
    times.push(performance.now() - began)
    whole &&= events.length === OPEN + 1
  }
  const value = Math.max(...times)
  return {
    'sprint.complete': {
      value: short(value),
      unit: `ms (slowest of ${TIMES})`,
      limit: null,
      ratio: short(value / GOAL_MS),
      goal: `${OPEN} open tasks at once in under ${GOAL_MS} ms`,
      met: value < GOAL_MS && whole,
      p50: short(quantile(times, 0.5)),
    },
  }
}
