import type { Command } from '@/domain/commands'
import type { Folded } from '@/domain/fold'
import type { Id } from '@/domain/words'

/** What a wish chooses by; numbers pick from whatever is on the screen. */
export interface Choice {
  a: number
  b: number
  word: string
}

/** The command that somebody comes to on a screen; null where there is nothing to do it to. */
export type Wish = (view: Folded, choice: Choice, me: Id) => Command | null

type OnTask = (on: { taskId: Id; baseVersion: number }, view: Folded, choice: Choice) => Command
type OnSprint = (on: { sprintId: Id; baseVersion: number }, view: Folded, choice: Choice) => Command

/** The nth of some, counted round and round; undefined of none. */
export const pick = <T>(items: T[], n: number): T | undefined =>
  items[n % Math.max(items.length, 1)]

export const tasksOf = (view: Folded) => [...view.tasks.values()]
export const versionOf = (view: Folded) => view.project?.version ?? 0

export const statusOf = (view: Folded, n: number) =>
  pick(
    (view.project?.statuses ?? []).map((status) => status.id),
    n,
  ) ?? 'todo'

export const sprintOf = (view: Folded, n: number) =>
  pick(
    (view.project?.sprints ?? []).filter((each) => !each.removedAt).map((each) => each.id),
    n,
  ) ?? null

/** A wish about one task on screen. */
export const onTask =
  (make: OnTask): Wish =>
  (view, choice) => {
    const task = pick(tasksOf(view), choice.a)
    return task ? make({ taskId: task.id, baseVersion: task.version }, view, choice) : null
  }

/** A wish about one sprint on screen. */
export const onSprint =
  (make: OnSprint): Wish =>
  (view, choice) => {
    const sprintId = sprintOf(view, choice.a)
    return sprintId ? make({ sprintId, baseVersion: versionOf(view) }, view, choice) : null
  }
