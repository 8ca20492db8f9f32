import { closeDatabase } from '@/db/client'
import { planByHand } from './byHand'
import { handRates } from './byHandRate'
import { closedLoop } from './load'
import { MS, WRITERS } from './moves'
import { type Bench, medianOfThree, short } from './result'
import { makeTruth } from './truth'
import { type BenchProject, makeProject, makeWorld, send, type World } from './world'

const GOAL = 4

/**
 * 64 writers on one backlog of 10,000 tasks, each of which puts a task behind another somewhere in
 * it; beside the same written by hand.
 */
export const rerank: Bench = async (machine) => {
  const world = await makeWorld()
  machine.say('making 10,000 tasks')
  const project = await makeProject(world, 10_000)
  const limits = await handRates(machine, world, [project], [1, 4, 16, 64], planByHand)
  const limit = Math.max(...Object.values(limits))
  machine.say('planning through execute')
  const truth = await makeTruth(project)
  const run = await medianOfThree(
    () => planning(world, project),
    (each) => each.rate,
  )
  const right = await truth.holds()
  await closeDatabase()
  const ratio = run.rate / limit
  return {
    rerank: {
      value: short(run.rate),
      unit: 'commands/s',
      limit: short(limit),
      ratio: short(ratio),
      goal: `${GOAL} × the best by hand, p95 under 10 ms, and right`,
      met: ratio >= GOAL && run.p95 < 10 && right,
      right,
      p50: short(run.p50),
      p95: short(run.p95),
      limits,
    },
  }
}

/** Each writer takes the next task and puts it behind one far from it. */
function planning(world: World, project: BenchProject) {
  const { projectId, taskIds, versions } = project
  return closedLoop(WRITERS, MS, async () => {
    const lap = project.laps++
    const taskId = taskIds[(lap * 7919) % taskIds.length] as string
    const after = taskIds[(lap * 104_729 + 1) % taskIds.length] as string
    const baseVersion = versions.get(taskId) ?? 1
    const answer = await send(world, projectId, {
      type: 'task.plan',
      tasks: [{ taskId, baseVersion }],
      sprintId: null,
      place: after === taskId ? { end: 'top' } : { after },
    })
    versions.set(taskId, answer.events[0]?.version ?? baseVersion)
    if (answer.outcome === 'refused') throw new Error(JSON.stringify(answer))
  })
}
