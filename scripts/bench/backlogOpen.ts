import { performance } from 'node:perf_hooks'
import { gzipSync } from 'node:zlib'
import { v7 as newId } from 'uuid'
import { projectOf } from '@/server/access/enter'
import { backlog } from '@/server/queries/backlog'
import { type Bench, quantile, type Result, short } from './result'
import { type BenchProject, makeProject, makeWorld, send, type World } from './world'

const SIZES = [200, 2_000, 20_000]
const SPRINTS = 2
const IN_SPRINT = 30
const TIMES = 200

/** What the server spends on opening a backlog with two sprints, by how many tasks there are. */
export const backlogOpen: Bench = async (machine) => {
  const world = await makeWorld()
  const scopes = []
  for (const size of SIZES) {
    machine.say(`making ${size} tasks`)
    const project = await makeProject(world, size)
    await planSprints(world, project)
    const scope = await projectOf(world.scope, project.key)
    if (scope) scopes.push({ size, scope, times: [] as number[], bytes: 0 })
  }
  machine.say('opening the backlogs in turn')
  for (let i = -20; i < TIMES; i++) {
    for (const each of scopes) {
      const began = performance.now()
      const json = JSON.stringify(await backlog(each.scope, null))
      if (i >= 0) each.times.push(performance.now() - began)
      if (i === 0) each.bytes = gzipSync(json).length
    }
  }
  const middles = scopes.map(({ times }) => quantile(times, 0.5))
  const least = Math.min(...middles)
  const results: Record<string, Result> = {}
  for (const { size, times, bytes } of scopes) {
    const ratio = quantile(times, 0.5) / least
    results[`backlog.open.${size}`] = {
      value: short(quantile(times, 0.5)),
      unit: 'ms (p50)',
      limit: short(least),
      ratio: short(ratio),
      goal: 'within 1.5 × of each other',
      met: ratio <= 1.5,
      p95: short(quantile(times, 0.95)),
      bytes,
    }
  }
  return results
}

async function planSprints(world: World, { projectId, taskIds }: BenchProject): Promise<void> {
  for (let i = 0; i < SPRINTS; i++) {
    const sprintId = newId()
    const name = `Sprint ${i + 1}`
    await send(world, projectId, { type: 'sprint.create', baseVersion: i + 1, sprintId, name })
    const some = taskIds.slice(i * IN_SPRINT, (i + 1) * IN_SPRINT)
    const tasks = some.map((taskId) => ({ taskId, baseVersion: 1 }))
    const place = { end: 'top' } as const
    await send(world, projectId, { type: 'task.plan', tasks, sprintId, place })
  }
}
