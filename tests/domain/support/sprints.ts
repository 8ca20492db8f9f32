import type { Sprint } from '@/domain/sprint/sprint'
import type { Id } from '@/domain/words'
import { given, present, type World } from './given'
import { sectionOf } from './place'

export const DATES = { startDate: '2031-02-03', endDate: '2031-02-14' } as const

/** A new sprint of ann's with tasks of ann's in it; gives its id and theirs. */
export function sprintOf(world: World, sprintId: Id, tasks: number) {
  world.send('ann', { type: 'sprint.create', sprintId, name: sprintId })
  const taskIds = Array.from({ length: tasks }, (_, i) =>
    world.task({ taskId: `${sprintId} ${i + 1}`, title: `${i + 1}` }),
  )
  if (tasks > 0) plan(world, 'ann', taskIds, sprintId)
  return taskIds
}

/** Puts tasks, as they are now, into a sprint or the backlog. */
export function plan(world: World, who: Id, ids: Id[], sprintId: Id | null, place: object = {}) {
  const tasks = ids.map((taskId) => ({ taskId, baseVersion: world.at(taskId).version }))
  return world.send(who, { type: 'task.plan', tasks, sprintId, place })
}

/** A project whose sprint `one` runs with three tasks, and whose sprint `two` is planned. */
export function running(): World {
  const world = given()
  sprintOf(world, 'one', 3)
  world.send('ann', { type: 'sprint.start', sprintId: 'one', ...DATES })
  sprintOf(world, 'two', 0)
  return world
}

/** The sprint as it stands. */
export const sprint = (world: World, id: Id): Sprint =>
  present(world.project.sprints.find((each) => each.id === id))

/** Ids of what a sprint, or the backlog, holds, in planning order. */
export const section = (world: World, id: Id | null): Id[] =>
  sectionOf(world.folded, id).map((task) => task.id)
