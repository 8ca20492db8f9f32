import type { CommandResult } from '@/domain/commandResult'
import type { Command, CommandEnvelope } from '@/domain/commands'
import type { StoredEvent } from '@/domain/events'
import type { Id } from '@/domain/kernel/primitives'
import type { BoardData } from '@/domain/views/board'
import type { InitialData } from '../replicaTypes'
import { type ApplyOptions, applyEvents } from './applyEvents'
import { getPredict, loadDomain } from './loadDomain'
import type { MergeContext } from './mergeFetched'
import { optimisticStateOf } from './optimisticState'
import type { PendingCommand, PredictionDependencies } from './pendingCommand'
import { initialReplicaState, type ReplicaState } from './replicaState'

/**
 * Number of recent events that are kept to update fetched data and to find events concurrent to a
 * command.
 */
const MAX_RECENT_EVENTS = 3_000
const MAX_SENT_COMMANDS = 500

/**
 * The state of one project in the browser: the confirmed state, the pending commands, and the
 * optimistic state, which is decided from both.
 */
export class Replica {
  confirmedState: ReplicaState
  optimisticState: ReplicaState
  /** Cards that a column shows but that are not loaded, with the minimum version to fetch. */
  readonly cardsToFetch = new Map<Id, number>()
  private pending: readonly PendingCommand[] = []
  private recentEvents: StoredEvent[] = []
  /** `recentEvents` contains every event after this position. */
  private recentEventsStart: number
  /** Callbacks that wait until the board reaches a position, such as that of fetched data. */
  private seqCallbacks: { seq: number; run: () => void }[] = []
  private readonly sentCommands = new Map<Id, Command>()
  private readonly applyOptions: ApplyOptions
  private readonly dependencies: PredictionDependencies

  constructor(
    initial: InitialData,
    private readonly onChange: () => void,
  ) {
    this.confirmedState = initialReplicaState(initial.board)
    this.optimisticState = this.confirmedState
    this.recentEventsStart = initial.board.seq
    const { cardsToFetch, sentCommands: sent } = this
    this.applyOptions = { me: initial.me.id, sentCommandOf: (id) => sent.get(id), cardsToFetch }
    this.dependencies = {
      me: initial.me,
      workspaceId: initial.workspace.id,
      concurrentEvents: (taskId, version) => this.concurrentEvents(taskId, version),
      eventsOfCommand: (commandId) => this.eventsOfCommand(commandId),
      predictedEvents: new Map(),
    }
  }

  /** Applies the next events of the log. Commands whose events are among them become confirmed. */
  apply(events: readonly StoredEvent[]): void {
    let rest = events
    const last = events.at(-1)?.seq ?? 0
    for (const { seq, run } of this.takeDueCallbacks(last)) {
      this.applyConfirmed(rest.filter((event) => event.seq <= seq))
      rest = rest.filter((event) => event.seq > seq)
      run()
    }
    this.applyConfirmed(rest)
    const confirmedIds = new Set(events.map((event) => event.commandId))
    this.pending = this.pending.filter((each) => !confirmedIds.has(each.envelope.commandId))
    this.recompute()
  }

  /** Starts over from a snapshot. Ignores a snapshot older than the replica. */
  reset(data: BoardData): void {
    if (data.seq < this.confirmedState.seq) return
    this.confirmedState = initialReplicaState(data)
    this.recentEvents = []
    this.recentEventsStart = data.seq
    this.cardsToFetch.clear()
    this.pending = this.pending.filter(
      ({ result }) => (result?.events.at(-1)?.seq ?? data.seq + 1) > data.seq,
    )
    for (const { run } of this.takeDueCallbacks(data.seq)) run()
    this.recompute()
  }

  /** Shows commands before the server has responded, each on top of the earlier ones. */
  addPending(envelopes: readonly CommandEnvelope[], madeAt: string): void {
    const added = envelopes.map((envelope) => ({ envelope, madeAt, result: null }))
    for (const { commandId, command } of envelopes) this.rememberCommand(commandId, command)
    this.pending = [...this.pending, ...added]
    this.optimisticState = optimisticStateOf(
      this.optimisticState,
      added,
      this.dependencies,
      this.applyOptions,
      this.optimisticState,
    )
    this.onChange()
    // While the domain rules cannot be loaded, a command is shown when the server has responded.
    if (!getPredict())
      void loadDomain().then(
        () => this.recompute(),
        () => {},
      )
  }

  /** Stores the result of an accepted command. Its events are shown until they arrive in order. */
  setResult(commandId: Id, result: CommandResult): void {
    const last = result.events.at(-1)?.seq ?? 0
    if (last <= this.confirmedState.seq) this.dropPending(commandId)
    else {
      this.pending = this.pending.map((each) =>
        each.envelope.commandId === commandId ? { ...each, result } : each,
      )
      this.recompute()
    }
  }

  /** Removes a rejected command. The screen returns to the confirmed state. */
  dropPending(commandId: Id): void {
    const remaining = this.pending.filter((each) => each.envelope.commandId !== commandId)
    if (remaining.length === this.pending.length) return
    this.pending = remaining
    this.recompute()
  }

  /** Returns true when a command is displayed and not confirmed. */
  isPending(commandId: Id): boolean {
    return this.pending.some((each) => each.envelope.commandId === commandId)
  }

  /** Returns true when a command without a result creates this task. */
  isBeingCreated(taskId: Id): boolean {
    const { predictedEvents } = this.dependencies
    return this.pending.some(
      ({ envelope, result }) =>
        result === null &&
        predictedEvents
          .get(envelope.commandId)
          ?.some((event) => event.type === 'task.created' && event.taskId === taskId),
    )
  }

  /** Calls back when the board has reached a position, at once when it already has. */
  runAtSeq(seq: number, run: () => void): void {
    if (this.confirmedState.seq >= seq) run()
    else this.seqCallbacks.push({ seq, run })
  }

  /**
   * Merges data that was fetched at another position. Returns false when it is too old and has to
   * be fetched again.
   */
  mergeWith<T>(
    merge: (board: ReplicaState, fetched: T, context: MergeContext) => ReplicaState | null,
    fetched: T,
  ): boolean {
    const { eventsSince, applyOptions: options } = this
    const merged = merge(this.confirmedState, fetched, { eventsSince, options })
    if (!merged) return false
    this.confirmedState = merged
    this.recompute()
    return true
  }

  /** Removes the lists of a screen when it is closed. */
  clear(part: 'filtered' | 'swimlanes' | 'backlog'): void {
    if (!this.confirmedState[part]) return
    this.confirmedState = { ...this.confirmedState, [part]: null }
    this.recompute()
  }

  private applyConfirmed(events: readonly StoredEvent[]): void {
    if (events.length === 0) return
    this.confirmedState = applyEvents(this.confirmedState, events, this.applyOptions)
    this.keepRecent(events)
  }

  /** Returns the callbacks that waited for this position or an earlier one, in order. */
  private takeDueCallbacks(seq: number) {
    const due = this.seqCallbacks.filter((each) => each.seq <= seq).sort((a, b) => a.seq - b.seq)
    this.seqCallbacks = this.seqCallbacks.filter((each) => each.seq > seq)
    return due
  }

  private recompute(): void {
    this.optimisticState = optimisticStateOf(
      this.confirmedState,
      this.pending,
      this.dependencies,
      this.applyOptions,
      this.optimisticState,
    )
    this.onChange()
  }

  private readonly eventsSince = (seq: number): StoredEvent[] | null =>
    seq < this.recentEventsStart ? null : this.recentEvents.filter((event) => event.seq > seq)

  private eventsOfCommand(commandId: Id): readonly StoredEvent[] {
    const recent = this.recentEvents.filter((event) => event.commandId === commandId)
    return recent.length > 0 ? recent : (this.dependencies.predictedEvents.get(commandId) ?? [])
  }

  private concurrentEvents(taskId: Id | null, version: number): StoredEvent[] {
    return this.recentEvents.filter(
      (event) => event.taskId === taskId && event.version !== null && event.version > version,
    )
  }

  private keepRecent(events: readonly StoredEvent[]): void {
    this.recentEvents = [...this.recentEvents, ...events]
    if (this.recentEvents.length <= MAX_RECENT_EVENTS) return
    const dropped = this.recentEvents.splice(0, this.recentEvents.length - MAX_RECENT_EVENTS)
    this.recentEventsStart = dropped.at(-1)?.seq ?? this.recentEventsStart
  }

  private rememberCommand(commandId: Id, command: Command): void {
    this.sentCommands.set(commandId, command)
    const [oldest] = this.sentCommands.keys()
    if (this.sentCommands.size > MAX_SENT_COMMANDS && oldest) {
      this.sentCommands.delete(oldest)
      this.dependencies.predictedEvents.delete(oldest)
    }
  }
}
