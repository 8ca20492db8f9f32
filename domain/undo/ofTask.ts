import type { CatalogList } from '../catalog/catalog'
import { changesOf, commentField } from '../conflict/changes'
import { mergeText } from '../conflict/mergeText'
import type { Decision, Facts } from '../decision'
import { equal } from '../equal'
import type { EventOf, LoggedEvent } from '../events'
import { liveStatus } from '../project/project'
import { liveSprint } from '../sprint/sprint'
import type { ScalarChanges, SetChanges } from '../task/events'
import { misfit, misfitType } from '../task/level'
import { listed } from '../task/mayMove'
import { full } from '../task/open'
import type { ScalarField, SetField, Task } from '../task/task'
import type { Id, StatusId } from '../words'
import { type Blocked, obstacle } from './obstacle'
import { goneFrom, sweeps } from './ofCatalog'
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

function unedit(
  event: EventOf<'task.edited'>,
  task: Task,
  now: Present,
  facts: Facts,
  isSwept: boolean,
): Blocked {
  const { data, newer, gone } = fieldsBack(event.data, task, now)
  const [field] = newer
  if (field) return changed(event, field, facts)
  const later = isSwept ? chosenSince(event, data.sets ?? {}, facts) : null
  if (later) return later
  const stop = unfit(data.set ?? {}, task, facts)
  if (stop) return obstacle(event, stop.refusal?.message ?? 'Its parent cannot return.', 'parentId')
  if (data.set || data.sets) now.ofTask(task, { type: 'task.edited', data })
  return goneSince(event, gone)
}

/** Components or versions that cannot return to the task, as they have been removed. */
type Gone = { list: CatalogList; names: string[] } | null

const goneSince = (event: LoggedEvent, gone: Gone): Blocked =>
  gone && obstacle(event, `${wordsOf(gone.names)} been removed since.`, gone.list)

const wordsOf = (names: string[]) => `${listed(names)} ${names.length === 1 ? 'has' : 'have'}`

/**
 * Somebody has chosen other components or versions for a task that lost or got one with all its
 * like: their choice stays. What came to nothing in the end was no choice.
 */
function chosenSince(event: LoggedEvent, sets: SetChanges, facts: Facts): Blocked {
  const swept = new Set(facts.missed.filter((each) => sweeps([each])).map((e) => e.commandId))
  const others = later(event, facts).filter((each) => !swept.has(each.commandId))
  for (const [field, { added = [] }] of Object.entries(sets)) {
    const net = new Map<Id, number>()
    for (const { data } of others) {
      const change = 'sets' in data ? data.sets?.[field as SetField] : undefined
      for (const id of change?.added ?? []) net.set(id, (net.get(id) ?? 0) + 1)
      for (const id of change?.removed ?? []) net.set(id, (net.get(id) ?? 0) - 1)
    }
    if (added.length > 0 && [...net.values()].some((n) => n !== 0)) {
      return changed(event, field, facts)
    }
  }
  return null
}

/**
 * What puts fields back as they were before an event, those that have a newer value, and what
 * cannot return as it has been removed: its field stays as it is then.
 */
function fieldsBack(
  { set = {}, sets = {} }: EventOf<'task.edited'>['data'],
  task: Task,
  now: Present,
) {
  const scalars: Record<string, unknown> = {}
  const newer: string[] = []
  for (const [field, { from, to }] of Object.entries(set)) {
    const current = task[field as ScalarField]
    if (equal(current, from)) continue
    const merged =
      field === 'description' ? mergeText(String(to), String(current), String(from)) : null
    if (!equal(current, to) && merged === null) newer.push(field)
    else scalars[field] = { from: current, to: merged ?? from }
  }
  const changes: SetChanges = {}
  let gone: Gone = null
  for (const [field, { added, removed }] of Object.entries(sets)) {
    const entries = new Set(task[field as SetField])
    const back = removed.filter((entry) => !entries.has(entry))
    const away = added.filter((entry) => entries.has(entry))
    const names = isCatalogList(field) ? goneFrom(field, back, now) : []
    if (isCatalogList(field) && names.length > 0) gone ??= { list: field, names }
    else if (back.length + away.length > 0)
      changes[field as SetField] = { added: back, removed: away }
  }
  const data: EventOf<'task.edited'>['data'] = {
    ...(Object.keys(scalars).length > 0 && { set: scalars as ScalarChanges }),
    ...(Object.keys(changes).length > 0 && { sets: changes }),
  }
  return { data, newer, gone: gone as Gone }
}

const isCatalogList = (field: string): field is CatalogList =>
  field === 'components' || field === 'fixVersions'

/** Why the parent or type that returns does not fit what stands around the task by now. */
function unfit(set: ScalarChanges, task: Task, facts: Facts): Decision | null {
  const { parentId, type } = set
  const stop = parentId ? misfit(task, parentId.to, facts) : null
  return stop ?? (type ? misfitType(task, type.to, facts) : null)
}

function unmove(event: EventOf<'task.moved'>, task: Task, now: Present, facts: Facts): Blocked {
  const { from, to, fromRank, rank: toRank } = event.data
  const rank = facts.spots?.get(task.id)?.rank ?? fromRank
  if (task.statusId === from && from !== to) return null
  if (task.statusId !== to) return changed(event, 'status', facts)
  // Only reordered: where it was moved again since, its new place stays.
  if (from === to && task.rank !== toRank) return changed(event, 'rank', facts)
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
  if (task.sprintId !== to) return changed(event, 'sprint', facts)
  if (from === to && task.planRank !== toRank) return changed(event, 'planRank', facts)
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
    return isBack ? null : changed(event, commentField(commentId), facts)
  }
  if (event.type !== 'comment.edited') {
    now.ofTask(task, { type: 'comment.deleted', data: { commentId, body: comment.body } })
    return null
  }
  const { from, to } = event.data
  if (comment.body === from) return null
  if (comment.body !== to) return changed(event, commentField(commentId), facts)
  now.ofTask(task, { type: 'comment.edited', data: { commentId, from: to, to: from } })
  return null
}

function closedStatus(event: LoggedEvent, id: StatusId, now: Present): Blocked {
  const status = liveStatus(now.project, id)
  if (!status) return obstacle(event, 'The column it came from has been removed.', 'status')
  const stop = full(status)
  return stop && obstacle(event, stop.refusal?.message ?? `${status.name} is full.`, 'status')
}

/** What happened to the task after an event, by other commands. */
function later(event: LoggedEvent, facts: Facts): LoggedEvent[] {
  const all = facts.missedOf?.get(event.taskId ?? '') ?? []
  return all.filter((each) => each.seq > event.seq && each.commandId !== event.commandId)
}

const latest = (event: LoggedEvent, facts: Facts) => later(event, facts).at(-1)

function changed(event: LoggedEvent, field: string, facts: Facts): Blocked {
  const by = later(event, facts).filter((each) =>
    changesOf(each).some((change) => change.field === field),
  )
  return obstacle(event, `The ${wordFor(field)} has been changed since.`, field, by.at(-1))
}

const WORDS: Record<string, string> = {
  dueDate: 'due date',
  planRank: 'place in the plan',
  rank: 'place',
  originalEstimate: 'original estimate',
  remainingEstimate: 'remaining estimate',
  parentId: 'parent',
  fixVersions: 'list of fix versions',
  components: 'list of components',
}
const wordFor = (field: string) =>
  field.startsWith('comment ') ? 'comment' : (WORDS[field] ?? field)
