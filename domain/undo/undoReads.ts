import { isComponentOrVersionField } from '../component/componentsAndVersions'
import type { DecisionContext } from '../decision'
import type { SubjectRef } from '../defineCommand'
import type { StoredEvent } from '../events'
import type { Id } from '../kernel/primitives'
import type { ReadSet, Reads } from '../reads'
import { introducedIds } from './affectedTasks'
import { introducedSprintId } from './invertSprintEvent'
import type { PreviousPositionRef } from './previousRanks'

/** What undoing looks at, besides the means to carry it out. */
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
export type UndoReads = Reads<UndoReadName | 'nested'>

/** The context of an undo, with what it reads: each kind of event looks at its own part. */
export interface UndoContext extends DecisionContext {
  reads: UndoReads
}

/** What some events are about, each at the version that the first of them made. */
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

/** What undoing some events reads: the things as they are, and their earlier positions. */
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
    sprintTasks: events.flatMap((event) => introducedSprintId(event) ?? [])[0] ?? null,
    affectedTasks: events.flatMap(introducedIds),
    previousRanks: events.flatMap(previousPositionOf),
    hierarchy: { ancestorsOf: [...parents, ...retyped], childrenOf: retyped },
  }
}

function changesComponentsOrVersions({ data }: StoredEvent): boolean {
  if ('versionId' in data || 'componentId' in data) return true
  const setChanges = 'sets' in data ? data.sets : undefined
  return Object.keys(setChanges ?? {}).some(isComponentOrVersionField)
}

/** Where the task of an event stood before it. */
function previousPositionOf({ taskId, type, data }: StoredEvent): PreviousPositionRef[] {
  if (!taskId) return []
  if (type === 'task.moved') return [{ taskId, statusId: data.from, rank: data.fromRank }]
  if (type === 'task.archived') return [{ taskId, statusId: data.statusId }]
  return type === 'task.planned' ? [{ taskId, rank: data.fromRank }] : []
}
