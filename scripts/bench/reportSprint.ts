import { performance } from 'node:perf_hooks'
import { database } from '@/db/client'
import { authorizeProjectInWorkspace } from '@/server/access/authorize'
import { rebuild } from '@/server/projections/rebuild'
import { sprintReports } from '@/server/projections/sprintReports'
import { loadSprintReport } from '@/server/queries/sprintReport'
import { type Benchmark, quantile, roundToThreeDigits } from './benchmarkResult'
import { createSprintProject, eventCount } from './createSprintProject'
import { createBenchFixture } from './fixtures'

const EVENTS = 100_000
const SAMPLES = 400
const GOAL_MS = 50

/** The server's time for a sprint's report, in a project of 100,000 events. */
export const reportSprint: Benchmark = async (environment) => {
  const fixture = await createBenchFixture()
  const { project, sprintIds } = await createSprintProject(environment, fixture, EVENTS)
  await rebuild(database(), sprintReports, project.projectId)
  const scope = await authorizeProjectInWorkspace(fixture.scope, project.key)
  if (!scope) throw new Error('The bench was not let into its project.')
  environment.say('reading reports')
  const times: number[] = []
  let tasks = 0
  for (let i = -20; i < SAMPLES; i++) {
    const began = performance.now()
    const found = await loadSprintReport(scope, sprintIds[(i + 20) % sprintIds.length] ?? '')
    JSON.stringify(found)
    if (i >= 0) times.push(performance.now() - began)
    tasks += found?.report?.committed.length ?? 0
  }
  const p95 = quantile(times, 0.95)
  return {
    'report.sprint': {
      value: roundToThreeDigits(p95),
      unit: 'ms (p95)',
      baseline: null,
      ratio: roundToThreeDigits(p95 / GOAL_MS),
      goal: `p95 under ${GOAL_MS} ms at ${EVENTS.toLocaleString('en')} events`,
      met: p95 < GOAL_MS && tasks > 0,
      p50: roundToThreeDigits(quantile(times, 0.5)),
      events: await eventCount(project),
    },
  }
}
