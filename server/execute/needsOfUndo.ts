import { isTag } from '@/domain/catalog/catalog'
import type { LoggedEvent } from '@/domain/events'
import { comingIn } from '@/domain/undo/carriers'
import { sprintComingIn } from '@/domain/undo/ofSprint'
import type { Id } from '@/domain/words'
import { around, type Needs, since } from './needed'

/** Taking back needs the things as they are, what happened to them since, and their old places. */
export function takeBack(needs: Needs, events: LoggedEvent[]): void {
  for (const event of events) {
    const { taskId, type, data } = event
    const version = event.version ?? Number.MAX_SAFE_INTEGER
    if (taskId) since(needs, taskId, version)
    else needs.projectSince = Math.min(needs.projectSince ?? Number.MAX_SAFE_INTEGER, version)
    if ('commentId' in data) needs.comments.add(data.commentId)
    if ('worklogId' in data) {
      needs.worklogs.add(data.worklogId)
      needs.lock = true
    }
    if ('sprintId' in data || type === 'task.planned') needs.sprints = true
    if ('versionId' in data || 'componentId' in data) needs.catalog = true
    const coming = sprintComingIn(event)
    if (coming) needs.sprintTasks.add(coming)
    if (taskId) takeBackOfTask(needs, taskId, event)
    for (const id of comingIn(event)) needs.tagged.add(id)
  }
}

function takeBackOfTask(needs: Needs, taskId: Id, { type, data }: LoggedEvent): void {
  const sets = 'sets' in data ? data.sets : undefined
  if (Object.keys(sets ?? {}).some(isTag)) needs.catalog = true
  if (type === 'task.edited') {
    if (data.set?.description) needs.texts.add(taskId)
    if (data.set?.parentId?.from) needs.kin.up.add(data.set.parentId.from)
    if (data.set?.type) around(needs.kin, taskId)
  }
  if (type === 'task.moved') {
    needs.spots.push({ taskId, statusId: data.from, rank: data.fromRank })
  }
  if (type === 'task.archived') needs.spots.push({ taskId, statusId: data.statusId })
  if (type === 'task.planned') needs.spots.push({ taskId, rank: data.fromRank })
}
