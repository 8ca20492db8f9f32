import { Emitter } from '@/app/_api/emitter'
import type { ProjectApi } from '@/app/_api/projectApi'
import type { CommandQueue } from '@/app/_api/queue/commandQueue'
import type { CommandEnvelope } from '@/domain/commands'
import type { Conflict } from '@/domain/conflict/conflict'
import type { StoredEvent } from '@/domain/events'
import type { Id, StatusId } from '@/domain/kernel/primitives'
import type { BoardFilter, Person } from '@/domain/views/board'
import { Presence } from '../presence/presence'
import {
  type BaseVersion,
  type CommandDraft,
  type Connection,
  type CurrentUser,
  type InitialData,
  isUpToDate,
  type RejectionNotice,
  type SentCommand,
} from '../replicaTypes'
import { type EndReason, LogFollower } from '../sync/logFollower'
import type { Transport } from '../sync/transport'
import { commandFromDraft, confirmedVersionOf } from './commandDraft'
import { CommandResults } from './commandResults'
import { Replica } from './replica'
import { ReplicaLoader } from './replicaLoader'
import type { ReplicaState } from './replicaState'
import type { ExtensionContext, StoreExtension } from './storeExtension'
import { UndoStack, type UndoSteps } from './undoStack'

/** The dependencies of a replica. Tests pass their own. */
export interface ProjectStoreDependencies {
  api: ProjectApi
  /** The queue of this person's commands in this window, for all projects. */
  queue: CommandQueue
  /** Null when there is no realtime server; then the log is polled. */
  transport: Transport | null
  /** Returns a new UUIDv7. */
  newId: () => Id
  /** The undo steps of an earlier store of this window; none by default. */
  undoSteps?: UndoSteps
}

/** The connection state of a new store. */
export const INITIAL_CONNECTION: Connection = { status: 'catching-up', pendingCount: 0 }

/** One project in one browser window: kept current by the log, changed by commands. */
export class ProjectStore {
  readonly me: CurrentUser
  readonly presence: Presence
  readonly rejections = new Emitter<[RejectionNotice]>()
  readonly conflictsFound = new Emitter<[Conflict]>()
  readonly events = new Emitter<[readonly StoredEvent[]]>()
  /** Emits when the replica has started over, so that `events` has skipped some. */
  readonly resets = new Emitter()
  readonly signedOut = new Emitter()
  /** Emits when the person has lost access to the project. */
  readonly accessLost = new Emitter()
  /** Emits whenever anything on screen may have changed. */
  readonly changes = new Emitter()
  connection = INITIAL_CONNECTION
  readonly projectId: Id
  /** The commands of this window that can be undone. */
  readonly undoStack: UndoStack
  private readonly replica: Replica
  private readonly loader: ReplicaLoader
  private readonly logFollower: LogFollower
  private readonly queue: CommandQueue
  private readonly extensionContext: ExtensionContext
  private readonly extensions = new Set<StoreExtension>()
  private readonly commandResults: CommandResults

  constructor(
    initial: InitialData,
    private readonly dependencies: ProjectStoreDependencies,
  ) {
    const { api, transport } = dependencies
    this.me = initial.me
    this.projectId = initial.board.project.id
    this.undoStack = new UndoStack((draft) => this.send(draft), dependencies.undoSteps)
    this.replica = new Replica(initial, () => this.onReplicaChange())
    this.extensionContext = {
      replica: this.replica,
      api,
      onChange: () => this.changes.emit(),
      catchUp: () => this.logFollower.catchUp(),
      mergePeople: (people) => this.loader.mergePeople(people),
    }
    this.loader = new ReplicaLoader(this.extensionContext)
    this.loader.mergePeople(initial.board.people)
    this.logFollower = new LogFollower({
      seq: () => this.replica.confirmedState.seq,
      apply: (events) => this.apply(events),
      fetchEvents: (seq) => api.fetchEvents(seq),
      reload: () => this.reload(),
      onStatusChange: () => this.updateConnection(),
      onEnded: (reason) => this.onEnded(reason),
      onResumed: () => this.openTransport(),
    })
    this.commandResults = new CommandResults({
      replica: this.replica,
      logFollower: this.logFollower,
      rejections: this.rejections,
      conflictsFound: this.conflictsFound,
      send: (draft) => this.send(draft),
      undoStack: this.undoStack,
    })
    this.queue = dependencies.queue
    const sendPresence = transport ? transport.sendPresence.bind(transport) : () => {}
    const onPresenceChange = () => this.changes.emit()
    this.presence = new Presence(
      initial.me.id,
      () => this.queue.clientId,
      sendPresence,
      onPresenceChange,
    )
  }

  /** Connects and starts updates. Returns a function that stops them. */
  start(): () => void {
    const unsubscribe = this.queue.subscribe({
      accepts: ({ projectId }) => projectId === this.projectId,
      onResult: (envelope, result) => void this.commandResults.accept(envelope, result),
      onRejected: (envelope, message) => this.commandResults.fail(envelope, message),
      onRecovered: (envelopes) =>
        this.addPending(envelopes.filter((e) => e.projectId === this.projectId)),
      onSignedOut: () => this.signedOut.emit(),
      onSettled: () => this.updateConnection(),
      isServerHealthy: () => this.logFollower.status !== 'offline',
    })
    // Commands of an earlier page in this window may still be pending.
    const waiting = this.queue.waitingFor(this.projectId)
    this.addPending(waiting.filter(({ commandId }) => !this.commandResults.isAwaited(commandId)))
    void this.queue.start()
    if (this.dependencies.transport) this.openTransport()
    else void this.logFollower.catchUp()
    return () => {
      this.dependencies.transport?.close()
      this.logFollower.close()
      this.loader.close()
      for (const extension of this.extensions) extension.close()
      unsubscribe()
      this.presence.close()
    }
  }

  /** Adds an extension of the replica for the lifetime of this window. */
  addExtension<P extends StoreExtension>(create: (access: ExtensionContext) => P): P {
    const extension = create(this.extensionContext)
    this.extensions.add(extension)
    return extension
  }

  /** The optimistic state; the same object until something changes. */
  get optimisticState(): ReplicaState {
    return this.replica.optimisticState
  }

  /** Returns true when a card has changes that the server has not confirmed. */
  isUnconfirmed(taskId: Id): boolean {
    const { optimisticState, confirmedState } = this.replica
    return optimisticState.cards.get(taskId) !== confirmedState.cards.get(taskId)
  }

  /**
   * Returns the base version for an edit that starts now: the version of a task, or of the project
   * for null, without the user's own pending commands.
   */
  confirmedVersion(taskId: Id | null): BaseVersion {
    return confirmedVersionOf(taskId, this.replica.confirmedState)
  }

  /** Queues a command and shows its predicted result. */
  send(draft: CommandDraft): SentCommand {
    const { confirmedState } = this.replica
    const envelope = {
      commandId: this.dependencies.newId(),
      clientId: this.queue.clientId,
      projectId: this.projectId,
      command: commandFromDraft(draft, confirmedState),
    }
    const result = this.commandResults.waitFor(envelope.commandId)
    this.queue.add(envelope)
    this.addPending([envelope])
    const sent = { commandId: envelope.commandId, result }
    this.undoStack.push(draft.type, sent)
    return sent
  }

  /** Loads the next page of a column. */
  loadMore(statusId: StatusId): void {
    void this.loader.pages.load(statusId)
  }

  isLoading(statusId: StatusId): boolean {
    return this.loader.pages.isLoading(statusId)
  }

  /** Sets the filter; null or an empty filter shows all tasks. */
  setFilter(filter: BoardFilter | null): void {
    void this.loader.setFilter(filter)
  }

  /** Loads a task with its description and comments, and keeps both current afterwards. */
  openTask(taskId: Id): Promise<void> {
    return this.loader.openTask(taskId)
  }

  /** Returns true when a task does not exist in the project. */
  isMissing(taskId: Id): boolean {
    return this.loader.missingTasks.has(taskId)
  }

  person(id: Id): Person | undefined {
    return this.loader.person(id)
  }

  get people(): ReadonlyMap<Id, Person> {
    return this.loader.people
  }

  /**
   * Retries and catches up, because the server may be reachable again or the computer has slept.
   */
  refresh(): void {
    void this.logFollower.catchUp()
    this.queue.retryNow()
    void this.queue.recoverOrphans()
  }

  private openTransport(): void {
    this.dependencies.transport?.open({
      onConnected: () => this.logFollower.onConnected(),
      onDisconnected: () => {
        this.presence.clear()
        this.logFollower.onDisconnected()
      },
      onRejected: () => void this.logFollower.catchUp(),
      onBroadcast: (broadcast) => this.logFollower.onBroadcast(broadcast),
      onMembers: (all) => this.presence.setMembers(all),
      onPresence: (from, message) => this.presence.receive(from, message),
    })
  }

  private onEnded(reason: EndReason): void {
    this.dependencies.transport?.close()
    this.presence.clear()
    if (reason === 'signed-out') this.signedOut.emit()
    else this.accessLost.emit()
  }

  private addPending(envelopes: readonly CommandEnvelope[]): void {
    if (envelopes.length > 0) this.replica.addPending(envelopes, new Date().toISOString())
    this.updateConnection()
  }

  private apply(events: StoredEvent[]): void {
    this.replica.apply(events)
    this.loader.onEvents(events)
    this.events.emit(events)
  }

  private async reload(): Promise<void> {
    // A task that was missing may have been created since.
    const openTaskIds = [
      ...this.replica.confirmedState.comments.keys(),
      ...this.loader.missingTasks,
    ]
    const data = await this.dependencies.api.fetchBoard()
    this.loader.mergePeople(data.people)
    this.replica.reset(data)
    for (const taskId of openTaskIds) void this.loader.openTask(taskId).catch(() => {})
    for (const extension of this.extensions) extension.onReset()
    this.resets.emit()
    await this.loader.reapplyFilter()
  }

  private updateConnection(): void {
    const { status } = this.logFollower
    const pendingCount = this.queue.length
    if (isUpToDate(status) && status !== this.connection.status) {
      this.queue.retryNow()
      this.loader.pages.retryNow()
      for (const extension of this.extensions) extension.retryPages()
    }
    if (status === this.connection.status && pendingCount === this.connection.pendingCount) return
    this.connection = { status, pendingCount }
    this.changes.emit()
  }

  private onReplicaChange(): void {
    this.loader.fetchMissing()
    for (const extension of this.extensions) extension.fetchMissing()
    this.changes.emit()
  }
}
