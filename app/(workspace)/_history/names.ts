import type { Person } from '@/domain/board'
import type { Conflict } from '@/domain/conflict/conflict'
import type { Status } from '@/domain/project/project'
import type { WorkTime } from '@/domain/time/duration'
import type { Id, StatusId } from '@/domain/words'

/** What the sentences of a history need to call things by their names. */
export interface Names {
  /** The workspace's, for links. */
  slug: string
  projectKey: string
  people: ReadonlyMap<Id, Person>
  /** Those of the project, removed ones too. */
  statuses: readonly Status[]
  /** How long the workspace's days and weeks are. */
  work: WorkTime
  tasks: ReadonlyMap<Id, { number: number; title: string }>
  /** Names of components and versions. */
  entries: ReadonlyMap<Id, string>
  /** Names of sprints. */
  sprints: ReadonlyMap<Id, string>
  /** The conflicts that decisions among the events belong to. */
  conflicts: ReadonlyMap<Id, Conflict>
  /** Commands that took something back, or did more than one thing. */
  commands: ReadonlyMap<Id, { undoes: boolean; changes: number }>
}

/** Whose screen a sentence stands on: a task's own need not name the task. */
export type Within = 'task' | 'project'

/** The name of a person; somebody who is not known is still somebody. */
export const personName = (names: Names, id: Id) => names.people.get(id)?.name ?? 'Somebody'

/** The name of a component or version. */
export const entryName = (names: Names, id: Id) => names.entries.get(id) ?? 'one that is gone'

/** The key of a task; one that is not known is still a task. */
export function taskName({ tasks, projectKey }: Names, id: Id): string {
  const task = tasks.get(id)
  return task ? `${projectKey}-${task.number}` : 'another task'
}

/** The name of a sprint; null is the backlog. */
export const sprintName = (names: Names, id: Id | null) =>
  id === null ? 'the backlog' : (names.sprints.get(id) ?? 'a sprint')

/** The name of a status, as it is called now. */
export const statusName = (names: Names, id: StatusId) =>
  names.statuses.find((status) => status.id === id)?.name ?? 'a removed column'
