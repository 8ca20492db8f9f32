import type { Command } from '@/domain/commands'
import { evolveComment } from '@/domain/comment/comment'
import { conflictId, evolveConflict } from '@/domain/conflict/conflict'
import type { LoggedEvent } from '@/domain/events'
import { evolveProject } from '@/domain/project/evolve'
import { evolveTask } from '@/domain/task/evolve'
import type { Task } from '@/domain/task/task'
import type { Id } from '@/domain/words'
import { evolveWorklog, type Worklog } from '@/domain/worklog/worklog'
import type { Board } from './board'
import { BoardDraft, type Placing } from './draft'

/** How events are to be taken. */
export interface Reading {
  me: Id
  /** The command behind an event, when it was sent from here. */
  commandOf: (commandId: Id) => Command | undefined
  /** Cards that are shown but not known, with the least version that is to be fetched; added to. */
  wanted: Map<Id, number>
  /** For one's own unconfirmed changes: they show wherever they land. */
  loose?: boolean
  /** For events that catch up what was fetched: what they did to sums is known already. */
  again?: boolean
}

/** What makes columns come and go. */
const COLUMNS: LoggedEvent['type'][] = ['status.added', 'status.removed', 'status.restored']

/**
 * The board after some consecutive events. Cards may be newer than the board already, because
 * they were fetched one by one: each event moves a card from the version before it only.
 */
export function applyEvents(board: Board, events: readonly LoggedEvent[], how: Reading): Board {
  const draft = new BoardDraft(board)
  for (const event of events) {
    const project = evolveProject(draft.project, event)
    if (project) draft.project = project
    if (COLUMNS.includes(event.type)) {
      draft.setColumns(draft.project)
    }
    draft.plan?.follow(event)
    changeTask(draft, event, how)
    changeThread(draft, event)
    changeConflict(draft, event, how.me)
    draft.seq = event.seq
  }
  return draft.done()
}

/** Takes one event into its card alone: for cards that were fetched at an older position. */
export function changeTask(draft: BoardDraft, event: LoggedEvent, how: Reading): void {
  const { taskId, version } = event
  if (!taskId || version === null) return
  const before = draft.cards.get(taskId)
  if (!before && event.type !== 'task.created') {
    unknown(draft, event, taskId, how)
    return
  }
  if (before && before.version >= version) {
    if (!how.again) draft.plan?.passOver(event)
    return
  }
  if (before && before.version < version - 1 && !how.loose) {
    how.wanted.set(taskId, version)
    if (!how.again) draft.plan?.passOver(event)
    return
  }
  // A card without a description stays without: nothing but an edit of it reads or writes it.
  const after = evolveTask(before as Task | undefined, event)
  if (after) draft.change(before, after, placing(draft, event, how))
}

/** Besides landing somewhere, what may bring a card under a filter or out of it. */
const REFILTERS = new Set(['task.edited', 'task.archived', 'task.planned'])

/** A card that is not known matters when it comes to stand in a part that is on screen. */
function unknown(draft: BoardDraft, event: LoggedEvent, taskId: Id, how: Reading): void {
  const aim =
    event.type === 'task.moved'
      ? event.data.to
      : event.type === 'task.restored'
        ? event.data.statusId
        : null
  const lands = aim !== null && 'rank' in event.data && draft.covers(aim, event.data.rank)
  const matters = aim !== null || REFILTERS.has(event.type)
  const mayPass = matters && draft.isFiltered
  const inPlan = draft.plan?.unknown(event, !how.again) ?? false
  if (lands || mayPass || inPlan || how.wanted.has(taskId))
    how.wanted.set(taskId, event.version ?? 0)
  if (mayPass) draft.doubt()
}

function placing(draft: BoardDraft, event: LoggedEvent, how: Reading): Placing {
  const { commandId, taskId } = event
  const seq = how.again ? null : event.seq
  const command = how.commandOf(commandId)
  const behind = command && 'place' in command ? command.place?.after : undefined
  if (event.type !== 'task.planned') return { loose: how.loose, behind, seq }
  const last = draft.lastPlanned?.commandId === commandId ? draft.lastPlanned.taskId : behind
  if (taskId) draft.lastPlanned = { commandId, taskId }
  return { loose: how.loose, behindInPlan: last, seq }
}

/** Takes an event into the comments and worklogs of a task that was opened. */
export function changeThread(draft: BoardDraft, event: LoggedEvent): void {
  changeComment(draft, event)
  if (!event.taskId || !('worklogId' in event.data)) return
  const known = draft.worklogs.get(event.taskId)
  if (!known) return
  const { worklogId } = event.data
  const before = known.find((each) => each.id === worklogId)
  const after = evolveWorklog(before, event)
  if (!after || after === before) return
  const rest = known.filter((each) => each !== before)
  draft.setWorklogs(event.taskId, after.deletedAt ? rest : [...rest, after].sort(byStart))
}

const byStart = (a: Worklog, b: Worklog) => (a.startedAt < b.startedAt ? -1 : 1)

function changeComment(draft: BoardDraft, event: LoggedEvent): void {
  if (!event.taskId || !('commentId' in event.data)) return
  const known = draft.comments.get(event.taskId)
  if (!known) return
  const { commentId } = event.data
  const before = known.find((each) => each.id === commentId)
  const after = evolveComment(before, event)
  if (!after || after === before) return
  const next = before ? known.map((each) => (each === before ? after : each)) : [...known, after]
  draft.setComments(event.taskId, next)
}

function changeConflict(draft: BoardDraft, event: LoggedEvent, me: Id): void {
  const id = conflictId(event)
  if (!id) return
  const others = draft.conflicts.filter((each) => each.id !== id)
  const before = draft.conflicts.find((each) => each.id === id)
  const after = evolveConflict(before, event)
  const open = after && after.personId === me && !after.resolved
  if (open || before) draft.conflicts = open ? [...others, after] : others
}
