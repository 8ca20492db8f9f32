import type { Command } from '@/domain/commands'
import type { Id } from '@/domain/kernel/primitives'
import type { ProjectState } from '@/domain/replayEvent'

/** The random input of a command; the numbers select from the contents of the view. */
export interface RandomChoice {
  first: number
  second: number
  text: string
}

/** Builds a command from a view; returns null when the view contains nothing to apply it to. */
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

/** Returns the nth item, wrapping around at the end; undefined when there is none. */
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

/** Builds a command about one task of the view. */
export const forTask =
  (make: TaskCommandBuilder): RandomCommand =>
  (view, choice) => {
    const task = pickNth(visibleTasks(view), choice.first)
    return task ? make({ taskId: task.id, baseVersion: task.version }, view, choice) : null
  }

/** Builds a command about one sprint of the view. */
export const forSprint =
  (make: SprintCommandBuilder): RandomCommand =>
  (view, choice) => {
    const sprintId = pickSprint(view, choice.first)
    return sprintId ? make({ sprintId, baseVersion: projectVersion(view) }, view, choice) : null
  }
