import type { Conflict } from '@/domain/conflict/conflict'
import type { Id, StatusId } from '@/domain/kernel/primitives'
import type { Status } from '@/domain/project/project'
import type { WorkTime } from '@/domain/time/duration'
import type { Person } from '@/domain/views/board'

/** Names that the sentences of a history need. */
export interface NameLookup {
  /** The workspace's slug, for links. */
  slug: string
  projectKey: string
  people: ReadonlyMap<Id, Person>
  /** The project's statuses, including removed ones. */
  statuses: readonly Status[]
  /** The length of the workspace's days and weeks. */
  workTime: WorkTime
  tasks: ReadonlyMap<Id, { number: number; title: string }>
  componentsAndVersions: ReadonlyMap<Id, string>
  sprints: ReadonlyMap<Id, string>
  /** The conflicts that the loaded resolutions belong to. */
  conflicts: ReadonlyMap<Id, Conflict>
  /** Commands that are an undo or that made more than one change. */
  commands: ReadonlyMap<Id, { isUndo: boolean; changeCount: number }>
}

/** The place where a sentence is shown. On a task's own screen it need not name the task. */
export type ShownIn = 'task' | 'project'

/** Returns the name of a person, or "Somebody". */
export const personName = (names: NameLookup, id: Id) => names.people.get(id)?.name ?? 'Somebody'

/** Returns the name of a component or version. */
export const componentOrVersionName = (names: NameLookup, id: Id) =>
  names.componentsAndVersions.get(id) ?? 'a deleted component or version'

/** Returns the key of a task, or a general phrase for an unknown task. */
export function taskKeyOf({ tasks, projectKey }: NameLookup, id: Id): string {
  const task = tasks.get(id)
  return task ? `${projectKey}-${task.number}` : 'another task'
}

/** Returns the name of a sprint; null is the backlog. */
export const sprintName = (names: NameLookup, id: Id | null) =>
  id === null ? 'the backlog' : (names.sprints.get(id) ?? 'a sprint')

/** Returns the current name of a status. */
export const statusName = (names: NameLookup, id: StatusId) =>
  names.statuses.find((status) => status.id === id)?.name ?? 'a removed status'
