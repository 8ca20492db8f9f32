import { performance } from 'node:perf_hooks'
import { gzipSync } from 'node:zlib'
import { v7 as newId } from 'uuid'
import { authorizeProjectInWorkspace } from '@/server/access/authorize'
import { loadBacklog } from '@/server/queries/backlog'
import {
  type Benchmark,
  type BenchmarkResult,
  quantile,
  roundToThreeDigits,
} from './benchmarkResult'
import {
  type BenchFixture,
  type BenchProject,
  createBenchFixture,
  createBenchProject,
  sendCommand,
} from './fixtures'

const SIZES = [200, 2_000, 20_000]
const SPRINTS = 2
const TASKS_PER_SPRINT = 30
const SAMPLES = 200

/** The server's time for opening a backlog with two sprints, by the number of tasks. */
export const backlogOpen: Benchmark = async (environment) => {
  const fixture = await createBenchFixture()
  const scopes = []
  for (const size of SIZES) {
    environment.say(`making ${size} tasks`)
    const project = await createBenchProject(fixture, size)
    await planSprints(fixture, project)
    const scope = await authorizeProjectInWorkspace(fixture.scope, project.key)
    if (scope) scopes.push({ size, scope, times: [] as number[], bytes: 0 })
  }
  environment.say('opening the backlogs in turn')
  for (let i = -20; i < SAMPLES; i++) {
    for (const each of scopes) {
      const began = performance.now()
      const json = JSON.stringify(await loadBacklog(each.scope, null))
      if (i >= 0) each.times.push(performance.now() - began)
      if (i === 0) each.bytes = gzipSync(json).length
    }
  }
  const middles = scopes.map(({ times }) => quantile(times, 0.5))
  const least = Math.min(...middles)
  const results: Record<string, BenchmarkResult> = {}
  for (const { size, times, bytes } of scopes) {
    const ratio = quantile(times, 0.5) / least
    results[`backlog.open.${size}`] = {
      value: roundToThreeDigits(quantile(times, 0.5)),
      unit: 'ms (p50)',
      baseline: roundToThreeDigits(least),
      ratio: roundToThreeDigits(ratio),
      goal: 'within 1.5 × of each other',
      met: ratio <= 1.5,
      p95: roundToThreeDigits(quantile(times, 0.95)),
      bytes,
    }
  }
  return results
}

async function planSprints(
  fixture: BenchFixture,
  { projectId, taskIds }: BenchProject,
): Promise<void> {
  for (let i = 0; i < SPRINTS; i++) {
    const sprintId = newId()
    const name = `Sprint ${i + 1}`
    await sendCommand(fixture, projectId, {
      type: 'sprint.create',
      baseVersion: i + 1,
      sprintId,
      name,
    })
    const some = taskIds.slice(i * TASKS_PER_SPRINT, (i + 1) * TASKS_PER_SPRINT)
    const tasks = some.map((taskId) => ({ taskId, baseVersion: 1 }))
    const position = { end: 'top' } as const
    await sendCommand(fixture, projectId, { type: 'task.plan', tasks, sprintId, position })
  }
}
