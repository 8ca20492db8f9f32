import { commentField } from '../conflict/changes'
import type { Facts } from '../decision'
import type { EventOf, LoggedEvent } from '../events'
import { liveStatus } from '../project/project'
import { liveSprint } from '../sprint/sprint'
import { full } from '../task/open'
import type { Task } from '../task/task'
import type { StatusId } from '../words'
import { changedSince, later, latest } from './later'
import { type Blocked, obstacle } from './obstacle'
import { fieldsBack, goneSince, unedit } from './ofFields'
import { takeBackOfWorklog } from './ofWorklog'
import type { Present } from './present'

/**
 * Takes back one event of a task; gives what stands in the way, if anything.
 * @param isSwept whether it only followed a component or version that was removed or came back
 */
export function takeBackOfTask(
  event: LoggedEvent,
  now: Present,
  facts: Facts,
  isSwept = false,
): Blocked {
  const task = now.tasks.get(event.taskId ?? '')
  if (!task) return obstacle(event, 'The task is gone.')
  // Components and versions are taken off archived tasks too, and return to them.
  const inArchive = event.type === 'task.archived' || (isSwept && event.type === 'task.edited')
  if (task.archivedAt && !inArchive) {
    if (event.type === 'task.created' || event.type === 'task.restored') return null
    return obstacle(event, 'The task is archived. Restore it first.', null, latest(event, facts))
  }
  switch (event.type) {
    case 'task.created':
      return uncreate(event, task, now, facts)
    case 'task.edited':
      return unedit(event, task, now, facts, isSwept)
    case 'task.moved':
      return unmove(event, task, now, facts)
    case 'task.planned':
      return unplan(event, task, now, facts)
    case 'task.archived':
      if (task.movedTo) return obstacle(event, 'It lives in another project now.')
      return task.archivedAt ? unarchive(event, task, now, facts) : null
    case 'task.restored':
      now.ofTask(task, { type: 'task.archived', data: { statusId: task.statusId } })
      return null
    case 'worklog.added':
    case 'worklog.edited':
    case 'worklog.deleted':
      return takeBackOfWorklog(event, task, now, facts)
    default:
      return takeBackOfComment(event, task, now, facts)
  }
}

function uncreate(event: LoggedEvent, task: Task, now: Present, facts: Facts): Blocked {
  const others = later(event, facts).filter((each) => each.actor !== event.actor)
  const last = others.at(-1)
  if (last) return obstacle(event, 'Others have worked on this task since.', null, last)
  now.ofTask(task, { type: 'task.archived', data: { statusId: task.statusId } })
  return null
}

function unmove(event: EventOf<'task.moved'>, task: Task, now: Present, facts: Facts): Blocked {
  const { from, to, fromRank, rank: toRank } = event.data
  const rank = facts.spots?.get(task.id)?.rank ?? fromRank
  if (task.statusId === from && from !== to) return null
  if (task.statusId !== to) return changedSince(event, 'status', facts)
  // Only reordered: where it was moved again since, its new place stays.
  if (from === to && task.rank !== toRank) return changedSince(event, 'rank', facts)
  const blocked = from === to ? null : closedStatus(event, from, now)
  if (blocked) return blocked
  // What the transition set goes back too, but for what has been set anew since.
  const { data: fields, gone } = fieldsBack(event.data, task, now)
  const data = { from: to, to: from, fromRank: task.rank, rank, ...fields }
  now.ofTask(task, { type: 'task.moved', data })
  return goneSince(event, gone)
}

function unplan(event: EventOf<'task.planned'>, task: Task, now: Present, facts: Facts): Blocked {
  const { from, to, fromRank, rank: toRank } = event.data
  if (task.sprintId === from && from !== to) return null
  if (task.sprintId !== to) return changedSince(event, 'sprint', facts)
  if (from === to && task.planRank !== toRank) return changedSince(event, 'planRank', facts)
  const sprint = liveSprint(now.project.sprints, from)
  if (from && (!sprint || sprint.state === 'closed')) {
    return obstacle(event, 'The sprint it came from takes no more tasks.', 'sprint')
  }
  const rank = facts.spots?.get(task.id)?.planRank ?? fromRank
  const data = { from: to, to: from, fromRank: task.planRank, rank }
  now.ofTask(task, { type: 'task.planned', data })
  return null
}

function unarchive(
  event: EventOf<'task.archived'>,
  task: Task,
  now: Present,
  facts: Facts,
): Blocked {
  const blocked = closedStatus(event, task.statusId, now)
  if (blocked || !task.archivedAt) return blocked
  const { statusId, archivedAt } = task
  const rank = facts.spots?.get(task.id)?.rank ?? task.rank
  now.ofTask(task, { type: 'task.restored', data: { from: statusId, statusId, rank, archivedAt } })
  return null
}

function takeBackOfComment(event: LoggedEvent, task: Task, now: Present, facts: Facts): Blocked {
  if (!('commentId' in event.data)) return obstacle(event, 'This cannot be taken back.')
  const { commentId } = event.data
  const comment = now.comments.get(commentId)
  if (!comment || comment.author !== facts.actor.id) {
    return obstacle(event, 'Only its author may change a comment.')
  }
  if (event.type === 'comment.deleted') {
    const { body } = event.data
    if (!comment.deletedAt) return null
    if (body === undefined) return obstacle(event, 'The text of this comment was not kept.')
    now.ofTask(task, { type: 'comment.restored', data: { commentId, body } })
    return null
  }
  if (comment.deletedAt) {
    const isBack = event.type !== 'comment.edited'
    return isBack ? null : changedSince(event, commentField(commentId), facts)
  }
  if (event.type !== 'comment.edited') {
    now.ofTask(task, { type: 'comment.deleted', data: { commentId, body: comment.body } })
    return null
  }
  const { from, to } = event.data
  if (comment.body === from) return null
  if (comment.body !== to) return changedSince(event, commentField(commentId), facts)
  now.ofTask(task, { type: 'comment.edited', data: { commentId, from: to, to: from } })
  return null
}

function closedStatus(event: LoggedEvent, id: StatusId, now: Present): Blocked {
  const status = liveStatus(now.project, id)
  if (!status) return obstacle(event, 'The column it came from has been removed.', 'status')
  const stop = full(status)
  return stop && obstacle(event, stop.refusal?.message ?? `${status.name} is full.`, 'status')
}
