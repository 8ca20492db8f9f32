import { performance } from 'node:perf_hooks'
import { database } from '@/db/client'
import { projectOf } from '@/server/access/enter'
import { sprintReport } from '@/server/queries/sprintReport'
import { rebuild } from '@/server/subscribers/rebuild'
import { reports } from '@/server/subscribers/reports'
import { type Bench, quantile, short } from './result'
import { lengthOf, sprintProject } from './sprintProject'
import { makeWorld } from './world'

const EVENTS = 100_000
const TIMES = 400
const GOAL_MS = 50

/** What the server spends on a sprint's report, in a project of 100,000 events. */
export const reportSprint: Bench = async (machine) => {
  const world = await makeWorld()
  const { project, sprintIds } = await sprintProject(machine, world, EVENTS)
  await rebuild(database().sql, reports, project.projectId)
  const scope = await projectOf(world.scope, project.key)
  if (!scope) throw new Error('The bench was not let into its project.')
  machine.say('reading reports')
  const times: number[] = []
  let tasks = 0
  for (let i = -20; i < TIMES; i++) {
    const began = performance.now()
    const found = await sprintReport(scope, sprintIds[(i + 20) % sprintIds.length] ?? '')
    JSON.stringify(found)
    if (i >= 0) times.push(performance.now() - began)
    tasks += found?.report?.committed.length ?? 0
  }
  const p95 = quantile(times, 0.95)
  return {
    'report.sprint': {
      value: short(p95),
      unit: 'ms (p95)',
      limit: null,
      ratio: short(p95 / GOAL_MS),
      goal: `p95 under ${GOAL_MS} ms at ${EVENTS.toLocaleString('en')} events`,
      met: p95 < GOAL_MS && tasks > 0,
      p50: short(quantile(times, 0.5)),
      events: await lengthOf(project),
    },
  }
}
