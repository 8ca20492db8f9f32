import type { Command } from '@/domain/commands'
import type { Id } from '@/domain/kernel/primitives'
import type { ProjectState } from '@/domain/replayEvent'

/** What a random command is built from; the numbers pick from what the view holds. */
export interface RandomChoice {
  first: number
  second: number
  text: string
}

/** Builds a command from a view; null where the view has nothing to apply it to. */
export type RandomCommand = (view: ProjectState, choice: RandomChoice, me: Id) => Command | null

type TaskCommandBuilder = (
  on: { taskId: Id; baseVersion: number },
  view: ProjectState,
  choice: RandomChoice,
) => Command
type SprintCommandBuilder = (
  on: { sprintId: Id; baseVersion: number },
  view: ProjectState,
  choice: RandomChoice,
) => Command

/** The nth of some, counted round and round; undefined of none. */
export const pickNth = <T>(items: T[], n: number): T | undefined =>
  items[n % Math.max(items.length, 1)]

export const visibleTasks = (view: ProjectState) => [...view.tasks.values()]
export const projectVersion = (view: ProjectState) => view.project?.version ?? 0

export const pickStatus = (view: ProjectState, n: number) =>
  pickNth(
    (view.project?.statuses ?? []).map((status) => status.id),
    n,
  ) ?? 'todo'

export const pickSprint = (view: ProjectState, n: number) =>
  pickNth(
    (view.project?.sprints ?? []).filter((each) => !each.removedAt).map((each) => each.id),
    n,
  ) ?? null

/** A command about one task of the view. */
export const forTask =
  (make: TaskCommandBuilder): RandomCommand =>
  (view, choice) => {
    const task = pickNth(visibleTasks(view), choice.first)
    return task ? make({ taskId: task.id, baseVersion: task.version }, view, choice) : null
  }

/** A command about one sprint of the view. */
export const forSprint =
  (make: SprintCommandBuilder): RandomCommand =>
  (view, choice) => {
    const sprintId = pickSprint(view, choice.first)
    return sprintId ? make({ sprintId, baseVersion: projectVersion(view) }, view, choice) : null
  }
