import type { Command } from '@/domain/commands'
import { evolveComment } from '@/domain/comment/comment'
import { conflictIdOf, evolveConflict } from '@/domain/conflict/conflict'
import type { StoredEvent } from '@/domain/events'
import type { Id } from '@/domain/kernel/primitives'
import { evolveProject } from '@/domain/project/evolve'
import { evolveTask } from '@/domain/task/evolve'
import type { Task } from '@/domain/task/task'
import { evolveWorklog, type Worklog } from '@/domain/worklog/worklog'
import type { ReplicaState } from './replicaState'
import { type Placement, ReplicaStateDraft } from './replicaStateDraft'

/** How events are to be taken. */
export interface ApplyOptions {
  me: Id
  /** The command behind an event, when it was sent from here. */
  sentCommandOf: (commandId: Id) => Command | undefined
  /** Cards that are shown but not known, with the least version that is to be fetched; added to. */
  cardsToFetch: Map<Id, number>
  /** For one's own unconfirmed changes: they show wherever they land. */
  isOptimistic?: boolean
  /** For events that catch up what was fetched: what they did to sums is known already. */
  isCatchUp?: boolean
}

/** What makes columns come and go. */
const COLUMN_EVENTS: StoredEvent['type'][] = ['status.added', 'status.removed', 'status.restored']

/**
 * The board after some consecutive events. Cards may be newer than the board already, because
 * they were fetched one by one: each event moves a card from the version before it only.
 */
export function applyEvents(
  board: ReplicaState,
  events: readonly StoredEvent[],
  options: ApplyOptions,
): ReplicaState {
  const draft = new ReplicaStateDraft(board)
  for (const event of events) {
    const project = evolveProject(draft.project, event)
    if (project) draft.project = project
    if (COLUMN_EVENTS.includes(event.type)) {
      draft.syncColumns(draft.project)
    }
    draft.backlog?.applySectionEvent(event)
    applyToTask(draft, event, options)
    applyToThread(draft, event)
    applyToConflicts(draft, event, options.me)
    draft.seq = event.seq
  }
  return draft.build()
}

/** Takes one event into its card alone: for cards that were fetched at an older position. */
export function applyToTask(
  draft: ReplicaStateDraft,
  event: StoredEvent,
  options: ApplyOptions,
): void {
  const { taskId, version } = event
  if (!taskId || version === null) return
  const before = draft.cards.get(taskId)
  if (!before && event.type !== 'task.created') {
    noteUnknownTask(draft, event, taskId, options)
    return
  }
  if (before && before.version >= version) {
    if (!options.isCatchUp) draft.backlog?.skipEvent(event)
    return
  }
  if (before && before.version < version - 1 && !options.isOptimistic) {
    options.cardsToFetch.set(taskId, version)
    if (!options.isCatchUp) draft.backlog?.skipEvent(event)
    return
  }
  // A card without a description stays without: nothing but an edit of it reads or writes it.
  const after = evolveTask(before as Task | undefined, event)
  if (after) draft.updateCard(before, after, placementOf(draft, event, options))
}

/** Besides landing somewhere, what may bring a card under a filter or out of it. */
const FILTER_EVENTS = new Set(['task.edited', 'task.archived', 'task.planned'])

/** A card that is not known matters when it comes to stand in a part that is on screen. */
function noteUnknownTask(
  draft: ReplicaStateDraft,
  event: StoredEvent,
  taskId: Id,
  options: ApplyOptions,
): void {
  const targetStatus =
    event.type === 'task.moved'
      ? event.data.to
      : event.type === 'task.restored'
        ? event.data.statusId
        : null
  const isInLoadedPart =
    targetStatus !== null && 'rank' in event.data && draft.coversRank(targetStatus, event.data.rank)
  const mayChangeFilter = targetStatus !== null || FILTER_EVENTS.has(event.type)
  const mayPassFilter = mayChangeFilter && draft.isFiltered
  const isInBacklog = draft.backlog?.needsUnknownCard(event, !options.isCatchUp) ?? false
  if (isInLoadedPart || mayPassFilter || isInBacklog || options.cardsToFetch.has(taskId))
    options.cardsToFetch.set(taskId, event.version ?? 0)
  if (mayPassFilter) draft.markStale()
}

function placementOf(
  draft: ReplicaStateDraft,
  event: StoredEvent,
  options: ApplyOptions,
): Placement {
  const { commandId, taskId } = event
  const seq = options.isCatchUp ? null : event.seq
  const command = options.sentCommandOf(commandId)
  const afterCardId = command && 'position' in command ? command.position?.after : undefined
  if (event.type !== 'task.planned') return { isOptimistic: options.isOptimistic, afterCardId, seq }
  const previousCardId =
    draft.lastBacklogMove?.commandId === commandId ? draft.lastBacklogMove.taskId : afterCardId
  if (taskId) draft.lastBacklogMove = { commandId, taskId }
  return { isOptimistic: options.isOptimistic, afterCardIdInBacklog: previousCardId, seq }
}

/** Takes an event into the comments and worklogs of a task that was opened. */
export function applyToThread(draft: ReplicaStateDraft, event: StoredEvent): void {
  applyToComments(draft, event)
  if (!event.taskId || !('worklogId' in event.data)) return
  const known = draft.worklogs.get(event.taskId)
  if (!known) return
  const { worklogId } = event.data
  const before = known.find((each) => each.id === worklogId)
  const after = evolveWorklog(before, event)
  if (!after || after === before) return
  const rest = known.filter((each) => each !== before)
  draft.setWorklogs(event.taskId, after.deletedAt ? rest : [...rest, after].sort(compareByStart))
}

const compareByStart = (a: Worklog, b: Worklog) => (a.startedAt < b.startedAt ? -1 : 1)

function applyToComments(draft: ReplicaStateDraft, event: StoredEvent): void {
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

function applyToConflicts(draft: ReplicaStateDraft, event: StoredEvent, me: Id): void {
  const id = conflictIdOf(event)
  if (!id) return
  const others = draft.conflicts.filter((each) => each.id !== id)
  const before = draft.conflicts.find((each) => each.id === id)
  const after = evolveConflict(before, event)
  const isOpen = after && after.personId === me && !after.resolved
  if (isOpen || before) draft.conflicts = isOpen ? [...others, after] : others
}
