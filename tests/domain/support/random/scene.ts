import type { Place } from '@/domain/rank'
import type { Id, StatusId } from '@/domain/words'
import type { World } from '../given'
import type { Wish } from '../log'
import type { Kind, Step } from './step'

/** What a step finds when it is taken: a task, a status and a place, and the versions it has seen. */
export interface Scene extends Step {
  world: World
  taskIds: Id[]
  statusIds: StatusId[]
  taskId: Id
  statusId: StatusId
  place: Place
  /** The task, as its sender has seen it. */
  about: { taskId: Id; baseVersion: number }
  /** The version of the project that its sender has seen. */
  baseVersion: number
}

/** For each kind of command, the one that a scene comes to. */
export type Wishes<K extends Kind> = { [T in K]: (scene: Scene) => Extract<Wish, { type: T }> }

/** What a step chooses from, as the world stands. */
export function sceneOf(step: Step, world: World): Scene {
  const [a, b, c] = step.pick
  const taskIds = [...world.folded.tasks.keys()]
  const statusIds = world.project.statuses.map((status) => status.id)
  const taskId = one(taskIds, a)
  const neighbour = one(taskIds, c)
  const places = [{ after: neighbour }, { before: neighbour }, { end: 'top' as const }, {}]
  return {
    ...step,
    world,
    taskIds,
    statusIds,
    taskId,
    statusId: one(statusIds, b),
    place: places[c % 4] ?? {},
    about: seen(world, taskId, step.behind),
    baseVersion: old(world.project.version, step.behind),
  }
}

/** The nth of some ids, counted round and round; of none, one that nothing has. */
export const one = (ids: string[], n: number) => ids[n % ids.length] ?? 'none'

/** An earlier version, at least the first. */
export const old = (version: number | undefined, behind: number) =>
  Math.max(1, (version ?? 1) - behind)

/** A task as somebody has seen it who is so many versions behind. */
export const seen = ({ folded }: World, taskId: Id, behind: number) => ({
  taskId,
  baseVersion: old(folded.tasks.get(taskId)?.version, behind),
})

/** The nth sprint, started or not. */
export const sprintOf = ({ project }: World, n: number) =>
  one(
    project.sprints.map((sprint) => sprint.id),
    n,
  )
