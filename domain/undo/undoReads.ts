import { isComponentOrVersionField } from '../component/componentsAndVersions'
import type { DecisionContext } from '../decision'
import type { SubjectRef } from '../defineCommand'
import type { StoredEvent } from '../events'
import type { Id } from '../kernel/primitives'
import type { ReadSet, Reads } from '../reads'
import { introducedIds } from './affectedTasks'
import { introducedSprintId } from './invertSprintEvent'
import type { PreviousPositionRef } from './previousRanks'

/** The reads of an undo, besides nested commands. */
type UndoReadName =
  | 'project'
  | 'undoneEvents'
  | 'tasks'
  | 'comments'
  | 'worklogs'
  | 'sprintTasks'
  | 'affectedTasks'
  | 'previousRanks'
  | 'hierarchy'
  | 'timeLock'
  | 'isMember'
export type UndoReads = Reads<UndoReadName | 'nested'>

/** The context of an undo with its reads. Each kind of event uses some of them. */
export interface UndoContext extends DecisionContext {
  reads: UndoReads
}

/**
 * Returns the subjects of some events, each at the version that the first of its events created.
 */
export function undoneSubject(events: readonly StoredEvent[]): SubjectRef[] {
  const versions = new Map<Id | null, number>()
  for (const { taskId, version } of events) {
    const made = version ?? Number.MAX_SAFE_INTEGER
    versions.set(taskId, Math.min(versions.get(taskId) ?? made, made))
  }
  const [first] = events
  return [...versions].map(([taskId, baseVersion]) => ({
    taskId,
    baseVersion,
    ...(first && { knownCommandId: first.commandId }),
  }))
}

/** Returns the read set for undoing some events: their subjects and the previous positions. */
export function undoReads(
  events: readonly StoredEvent[],
): ReadSet<Exclude<UndoReadName, 'undoneEvents'>> {
  const edits = events.flatMap((event) => (event.type === 'task.edited' ? [event] : []))
  const retyped = edits.flatMap(({ taskId, data }) => (taskId && data.set?.type ? [taskId] : []))
  const parents = edits.flatMap(({ data }) => data.set?.parentId?.from ?? [])
  return {
    project: {
      sprints: events.some(({ type, data }) => 'sprintId' in data || type === 'task.planned'),
      componentsAndVersions: events.some(changesComponentsOrVersions),
    },
    tasks: {
      taskIds: [...new Set(events.flatMap(({ taskId }) => taskId ?? []))],
      descriptions: edits.some(({ data }) => data.set?.description),
    },
    comments: events.flatMap(({ data }) => ('commentId' in data ? data.commentId : [])),
    worklogs: events.flatMap(({ data }) => ('worklogId' in data ? data.worklogId : [])),
    timeLock: events.some(({ data }) => 'worklogId' in data),
    sprintTasks: events.flatMap(sprintWithNeededTasks)[0] ?? null,
    affectedTasks: events.flatMap(introducedIds),
    isMember: events.flatMap(restoredPeople),
    previousRanks: events.flatMap(previousPositionOf),
    hierarchy: { ancestorsOf: [...parents, ...retyped], childrenOf: retyped },
  }
}

/**
 * Returns the sprint whose tasks undoing an event needs. A command introduces or reopens at most
 * one.
 */
function sprintWithNeededTasks(event: StoredEvent): Id[] {
  if (event.type === 'sprint.reopened') return [event.data.sprintId]
  const introduced = introducedSprintId(event)
  return introduced ? [introduced] : []
}

/** Returns the people whom undoing an event brings back. */
function restoredPeople(event: StoredEvent): Id[] {
  const { type, data } = event
  if (type === 'component.edited') return data.set.lead?.from ? [data.set.lead.from] : []
  if (type === 'sprint.capacityChanged') return data.from ? [data.personId] : []
  return 'sets' in data ? (data.sets?.assignees?.removed ?? []) : []
}

function changesComponentsOrVersions({ data }: StoredEvent): boolean {
  if ('versionId' in data || 'componentId' in data) return true
  const setChanges = 'sets' in data ? data.sets : undefined
  return Object.keys(setChanges ?? {}).some(isComponentOrVersionField)
}

/** Returns the position of the event's task before it. */
function previousPositionOf({ taskId, type, data }: StoredEvent): PreviousPositionRef[] {
  if (!taskId) return []
  if (type === 'task.moved') return [{ taskId, statusId: data.from, rank: data.fromRank }]
  if (type === 'task.archived') return [{ taskId, statusId: data.statusId }]
  return type === 'task.planned' ? [{ taskId, rank: data.fromRank }] : []
}
