import { isComponentOrVersionField } from '@/domain/component/componentsAndVersions'
import type { StoredEvent } from '@/domain/events'
import type { Id } from '@/domain/kernel/primitives'
import { introducedIds } from '@/domain/undo/affectedTasks'
import { introducedSprintId } from '@/domain/undo/invertSprintEvent'
import { addAncestorsAndChildren, addTask, type ReadSet } from './readSet'

/** Taking back needs the things as they are, what happened to them since, and their old places. */
export function addUndo(readSet: ReadSet, events: StoredEvent[]): void {
  for (const event of events) {
    const { taskId, type, data } = event
    const version = event.version ?? Number.MAX_SAFE_INTEGER
    if (taskId) addTask(readSet, taskId, version)
    else
      readSet.projectBaseVersion = Math.min(
        readSet.projectBaseVersion ?? Number.MAX_SAFE_INTEGER,
        version,
      )
    if ('commentId' in data) readSet.comments.add(data.commentId)
    if ('worklogId' in data) {
      readSet.worklogs.add(data.worklogId)
      readSet.timeLock = true
    }
    if ('sprintId' in data || type === 'task.planned') readSet.sprints = true
    if ('versionId' in data || 'componentId' in data) readSet.componentsAndVersions = true
    const restoredSprintId = introducedSprintId(event)
    if (restoredSprintId) readSet.sprintTasks.add(restoredSprintId)
    if (taskId) addTaskUndo(readSet, taskId, event)
    for (const id of introducedIds(event)) readSet.componentOrVersionTasks.add(id)
  }
}

function addTaskUndo(readSet: ReadSet, taskId: Id, { type, data }: StoredEvent): void {
  const setChanges = 'sets' in data ? data.sets : undefined
  if (Object.keys(setChanges ?? {}).some(isComponentOrVersionField))
    readSet.componentsAndVersions = true
  if (type === 'task.edited') {
    if (data.set?.description) readSet.descriptions.add(taskId)
    if (data.set?.parentId?.from) readSet.hierarchy.ancestors.add(data.set.parentId.from)
    if (data.set?.type) addAncestorsAndChildren(readSet.hierarchy, taskId)
  }
  if (type === 'task.moved') {
    readSet.previousPositions.push({ taskId, statusId: data.from, rank: data.fromRank })
  }
  if (type === 'task.archived') readSet.previousPositions.push({ taskId, statusId: data.statusId })
  if (type === 'task.planned') readSet.previousPositions.push({ taskId, rank: data.fromRank })
}
