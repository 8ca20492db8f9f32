import { database } from '@/db/client'
import type { Id } from '@/domain/words'
import { through } from './moves'
import type { Machine } from './result'
import { BenchSprints } from './sprints'
import { type BenchProject, makeProject, type World } from './world'

const TASKS = 12_000
const SPRINTS = 20
const IN_A_SPRINT = 200

/** A project with a log of at least so many events, and twenty sprints of 200 tasks in it. */
export async function sprintProject(
  machine: Machine,
  world: World,
  events: number,
): Promise<{ project: BenchProject; sprintIds: Id[] }> {
  machine.say(`making ${events} events with ${SPRINTS} sprints`)
  const project = await makeProject(world, TASKS)
  const sprints = new BenchSprints(world, project)
  const sprintIds: Id[] = []
  for (let i = 0; i < SPRINTS; i++) {
    const some = project.taskIds.slice(i * IN_A_SPRINT, (i + 1) * IN_A_SPRINT)
    const [late = '', gone = ''] = [some.pop(), some[0]]
    const sprintId = await sprints.start(some)
    sprintIds.push(sprintId)
    await sprints.plan([late], sprintId)
    await sprints.plan([gone], null)
    await Promise.all(some.slice(1, 41).map((taskId, at) => sprints.estimate(taskId, 9 + (at % 5))))
    await Promise.all(some.slice(1, 161).map((taskId) => sprints.move(taskId, 'done')))
    if (i < SPRINTS - 1) await sprints.complete(sprintId)
  }
  while ((await lengthOf(project)) < events) await through(world, [project], 64)
  await database()
    .sql.unsafe('analyze task, event, command, report_change')
    .catch(() => {})
  return { project, sprintIds }
}

/** How long a project's log is. */
export async function lengthOf({ projectId }: BenchProject): Promise<number> {
  const [row] = await database().sql<{ seq: string }[]>`
    select seq from project where id = ${projectId}`
  return Number(row?.seq ?? 0)
}
