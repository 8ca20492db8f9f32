import type { Conflict } from '@/domain/conflict/conflict'
import type { Id, StatusId } from '@/domain/kernel/primitives'
import type { Status } from '@/domain/project/project'
import type { WorkTime } from '@/domain/time/duration'
import type { Person } from '@/domain/views/board'

/** What the sentences of a history need to call things by their names. */
export interface NameLookup {
  /** The workspace's, for links. */
  slug: string
  projectKey: string
  people: ReadonlyMap<Id, Person>
  /** Those of the project, removed ones too. */
  statuses: readonly Status[]
  /** How long the workspace's days and weeks are. */
  workTime: WorkTime
  tasks: ReadonlyMap<Id, { number: number; title: string }>
  /** Names of components and versions. */
  componentsAndVersions: ReadonlyMap<Id, string>
  /** Names of sprints. */
  sprints: ReadonlyMap<Id, string>
  /** The conflicts that decisions among the events belong to. */
  conflicts: ReadonlyMap<Id, Conflict>
  /** Commands that are an undo, or that made more than one change. */
  commands: ReadonlyMap<Id, { isUndo: boolean; changeCount: number }>
}

/** Whose screen a sentence stands on: a task's own need not name the task. */
export type ShownIn = 'task' | 'project'

/** The name of a person; somebody who is not known is still somebody. */
export const personName = (names: NameLookup, id: Id) => names.people.get(id)?.name ?? 'Somebody'

/** The name of a component or version. */
export const componentOrVersionName = (names: NameLookup, id: Id) =>
  names.componentsAndVersions.get(id) ?? 'one that is gone'

/** The key of a task; one that is not known is still a task. */
export function taskKeyOf({ tasks, projectKey }: NameLookup, id: Id): string {
  const task = tasks.get(id)
  return task ? `${projectKey}-${task.number}` : 'another task'
}

/** The name of a sprint; null is the backlog. */
export const sprintName = (names: NameLookup, id: Id | null) =>
  id === null ? 'the backlog' : (names.sprints.get(id) ?? 'a sprint')

/** The name of a status, as it is called now. */
export const statusName = (names: NameLookup, id: StatusId) =>
  names.statuses.find((status) => status.id === id)?.name ?? 'a removed status'
