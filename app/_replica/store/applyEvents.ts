import { applyEvent, applyTaskEvent, type EntityStore, type EventTarget } from '@/domain/applyEvent'
import type { Command } from '@/domain/commands'
import type { Comment } from '@/domain/comment/comment'
import type { Conflict } from '@/domain/conflict/conflict'
import type { StoredEvent, TaskEvent, TaskEventType } from '@/domain/events'
import type { Id } from '@/domain/kernel/primitives'
import type { Project } from '@/domain/project/project'
import type { Task } from '@/domain/task/task'
import type { Worklog } from '@/domain/worklog/worklog'
import type { ReplicaState } from './replicaState'
import { type CardChange, ReplicaStateDraft } from './replicaStateDraft'

/** Options for applying events. */
export interface ApplyOptions {
  me: Id
  /** Returns the command behind an event when it was sent from this window. */
  sentCommandOf: (commandId: Id) => Command | undefined
  /**
   * Cards that are shown but not loaded, with the minimum version to fetch. New ones are added to
   * it.
   */
  cardsToFetch: Map<Id, number>
  /** For predicted events of the user's own commands, which are always shown at their target. */
  isOptimistic?: boolean
  /** For events that update fetched data. Their effect on sums is already counted. */
  isCatchUp?: boolean
}

/** The events that add or remove columns. */
const COLUMN_EVENTS: StoredEvent['type'][] = ['status.added', 'status.removed', 'status.restored']

/**
 * Returns the board after consecutive events. Cards that were fetched individually may be newer
 * than the board, so an event changes a card only from the version right before it.
 */
export function applyEvents(
  board: ReplicaState,
  events: readonly StoredEvent[],
  options: ApplyOptions,
): ReplicaState {
  const draft = new ReplicaStateDraft(board)
  for (const event of events) {
    applyEvent(new ReplicaEventTarget(draft, event, options), event)
    if (COLUMN_EVENTS.includes(event.type)) draft.syncColumns()
    draft.backlog?.applySectionEvent(event)
    draft.seq = event.seq
  }
  return draft.build()
}

/**
 * Applies an event to data that was fetched at an older position: a card and its comments and
 * worklogs.
 */
export function catchUp(draft: ReplicaStateDraft, event: StoredEvent, options: ApplyOptions): void {
  if (event.version === null || event.taskId === null) return
  applyTaskEvent(new ReplicaEventTarget(draft, event, { ...options, isCatchUp: true }), event)
}

/**
 * Applies an event to the replica, which holds only some cards, some of them newer than the board.
 */
class ReplicaEventTarget implements EventTarget {
  constructor(
    private readonly draft: ReplicaStateDraft,
    private readonly event: StoredEvent,
    private readonly options: ApplyOptions,
  ) {}

  get project() {
    return this.draft.project
  }

  set project(project: Project | undefined) {
    if (project) this.draft.project = project
  }

  readonly tasks: EntityStore<Task> = {
    // A card has no description. Only an edit of the description reads or writes it.
    get: (id) => (this.takesCard(id) ? (this.draft.cards.get(id) as Task | undefined) : undefined),
    set: (id, task) => {
      if (!this.takesCard(id)) return
      const change = cardChangeOf(this.draft, this.event, this.options)
      this.draft.updateCard(this.draft.cards.get(id), task, change)
    },
  }

  readonly comments: EntityStore<Comment> = {
    get: (id) => this.commentsOfTask?.find((each) => each.id === id),
    set: (id, comment) => {
      const known = this.commentsOfTask
      if (!known) return
      const isKnown = known.some((each) => each.id === id)
      const next = isKnown
        ? known.map((each) => (each.id === id ? comment : each))
        : [...known, comment]
      this.draft.setComments(comment.taskId, next)
    },
  }

  readonly worklogs: EntityStore<Worklog> = {
    get: (id) => this.worklogsOfTask?.find((each) => each.id === id),
    set: (id, worklog) => {
      const known = this.worklogsOfTask
      if (!known) return
      const rest = known.filter((each) => each.id !== id)
      const next = worklog.deletedAt ? rest : [...rest, worklog].sort(compareByStart)
      this.draft.setWorklogs(worklog.taskId, next)
    },
  }

  /** Keeps only the user's own open conflicts. */
  readonly conflicts: EntityStore<Conflict> = {
    get: (id) => this.draft.conflicts.find((each) => each.id === id),
    set: (id, conflict) => {
      const others = this.draft.conflicts.filter((each) => each.id !== id)
      const isOpen = conflict.personId === this.options.me && !conflict.resolved
      const isKnown = others.length < this.draft.conflicts.length
      if (isOpen || isKnown) this.draft.conflicts = isOpen ? [...others, conflict] : others
    },
  }

  private get commentsOfTask() {
    return this.event.taskId === null ? undefined : this.draft.comments.get(this.event.taskId)
  }

  private get worklogsOfTask() {
    return this.event.taskId === null ? undefined : this.draft.worklogs.get(this.event.taskId)
  }

  private isCardTaken: boolean | null = null

  /**
   * Returns true when the event is the next one of its card. Computed once, because the computation
   * notes what a skipped event requires.
   */
  private takesCard(id: Id): boolean {
    this.isCardTaken ??= isNextOfCard(this.draft, this.event, id, this.options)
    return this.isCardTaken
  }
}

const compareByStart = (a: Worklog, b: Worklog) => (a.startedAt < b.startedAt ? -1 : 1)

function isNextOfCard(
  draft: ReplicaStateDraft,
  event: StoredEvent,
  taskId: Id,
  options: ApplyOptions,
): boolean {
  if (event.version === null || event.taskId === null) return false
  const { version } = event
  const before = draft.cards.get(taskId)
  if (!before && event.type !== 'task.created') {
    noteUnknownTask(draft, event, taskId, options)
    return false
  }
  if (before && before.version >= version) {
    if (!options.isCatchUp) draft.backlog?.skipEvent(event)
    return false
  }
  if (before && before.version < version - 1 && !options.isOptimistic) {
    options.cardsToFetch.set(taskId, version)
    if (!options.isCatchUp) draft.backlog?.skipEvent(event)
    return false
  }
  return true
}

/** Whether each type of task event may make a card pass a filter or stop passing it. */
const CHANGES_FILTER: Record<TaskEventType, boolean> = {
  'task.created': false,
  'task.edited': true,
  'task.moved': true,
  'task.archived': true,
  'task.restored': true,
  'task.planned': true,
  'comment.added': false,
  'comment.edited': false,
  'comment.deleted': false,
  'comment.restored': false,
  'worklog.added': false,
  'worklog.edited': false,
  'worklog.deleted': false,
}

/** Notes an unloaded card for fetching when the event moves it into a visible part. */
function noteUnknownTask(
  draft: ReplicaStateDraft,
  event: TaskEvent,
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
  const mayPassFilter = CHANGES_FILTER[event.type] && draft.isFiltered
  const isInBacklog = draft.backlog?.needsUnknownCard(event, !options.isCatchUp) ?? false
  if (isInLoadedPart || mayPassFilter || isInBacklog || options.cardsToFetch.has(taskId))
    options.cardsToFetch.set(taskId, event.version)
  if (mayPassFilter) draft.markStale()
}

function cardChangeOf(
  draft: ReplicaStateDraft,
  event: StoredEvent,
  { sentCommandOf, isOptimistic, isCatchUp }: ApplyOptions,
): CardChange {
  const { commandId, taskId } = event
  const change: CardChange = { isOptimistic, seq: isCatchUp ? null : event.seq }
  const command = sentCommandOf(commandId)
  const commandPrevious = command && 'position' in command ? command.position?.after : undefined
  const isPlanned = event.type === 'task.planned'
  // A command may plan several tasks. Each goes after the previous one.
  const isSamePlan = isPlanned && draft.lastBacklogMove?.commandId === commandId
  const cardId = isSamePlan ? draft.lastBacklogMove?.taskId : commandPrevious
  if (isPlanned && taskId) draft.lastBacklogMove = { commandId, taskId }
  if (!cardId) return change
  return { ...change, previous: { cardId, rankField: isPlanned ? 'backlogRank' : 'rank' } }
}
