import type { CommandResult } from '@/domain/commandResult'
import type { CommandEnvelope } from '@/domain/commands'
import type { Id } from '@/domain/kernel/primitives'
import { Backoff } from '../backoff'
import type { ExecuteCommand } from './executeCommand'
import type { LeaderLock } from './leaderLock'
import type { QueueStorage } from './queueStorage'
import { classifyFailure } from './requestFailure'

export interface CommandQueueOptions {
  personId: Id
  /** The window's id from before a reload, or a new one. */
  clientId: Id
  storage: QueueStorage
  leaderLock: LeaderLock
  execute: ExecuteCommand
  /** Creates a new id for a window. */
  newId: () => Id
  /** Stores the window's final id, so that it survives a reload. */
  saveClientId: (clientId: Id) => void
}

/** Receives the results of commands: a project's replica or a timesheet. */
export interface QueueListener {
  /** Returns true for the commands whose results the listener receives. */
  accepts: (envelope: CommandEnvelope) => boolean
  onResult: (envelope: CommandEnvelope, result: CommandResult) => void
  /** The server will never accept the command. */
  onRejected: (envelope: CommandEnvelope, message: string) => void
  /** Commands of closed windows are now sent by this window. */
  onRecovered?: (envelopes: CommandEnvelope[]) => void
  onSignedOut?: () => void
  /** Any command has got its result. */
  onSettled?: () => void
  /** Returns true when other requests succeed. */
  isServerHealthy: () => boolean
}

/** A command's result, or the reason why it has none, on its way to the listeners. */
interface Delivery {
  envelope: CommandEnvelope
  deliverTo: (listener: QueueListener) => void
}

/**
 * After this many server errors on one command, while other requests succeed, the person is
 * notified.
 */
const MAX_FAULTS = 6

/**
 * Sends a person's commands of a workspace one after the other. Each is retried with the same id
 * until it has a result. The queue is stored outside the window, so that neither a reload nor a
 * closed laptop loses a command. It needs no replica: listeners receive the results. A result that
 * no listener accepts, because its project is not open in this window, waits for one that does.
 */
export class CommandQueue {
  /** The sender id of new commands. The server recognizes a sender's own earlier changes by it. */
  clientId: Id
  private readonly waiting: CommandEnvelope[] = []
  private markReady: () => void = () => {}
  private readonly ready = new Promise<void>((open) => {
    this.markReady = open
  })
  private readonly backoff = new Backoff()
  private readonly listeners = new Set<QueueListener>()
  private undelivered: Delivery[] = []
  private starting: Promise<void> | null = null
  private isSending = false
  private faultCount = 0
  private isClosed = false

  constructor(private readonly options: CommandQueueOptions) {
    this.clientId = options.clientId
  }

  get length(): number {
    return this.waiting.length
  }

  /** Returns a project's commands without a result, in the order of their creation. */
  waitingFor(projectId: Id): CommandEnvelope[] {
    return this.waiting.filter((envelope) => envelope.projectId === projectId)
  }

  /**
   * Adds a listener, which first receives the results that have waited for it. Returns a function
   * that removes it.
   */
  subscribe(listener: QueueListener): () => void {
    this.listeners.add(listener)
    const waiting = this.undelivered
    this.undelivered = []
    for (const delivery of waiting) this.deliver(delivery)
    return () => this.listeners.delete(listener)
  }

  /** Recovers the commands of closed windows, then starts sending. Further calls do nothing. */
  start(): Promise<void> {
    this.starting ??= this.restore().then(() => this.markReady())
    return this.starting
  }

  /** Adds a command. It is sent at once when no other is pending. */
  add(envelope: CommandEnvelope): void {
    this.waiting.push(envelope)
    void this.persist(envelope)
    void this.send()
  }

  /** Retries now, because the network is back or the window became visible. */
  retryNow(): void {
    this.backoff.reset()
    void this.send()
  }

  /** Takes over the commands of closed windows. Returns the id of the latest of those windows. */
  async recoverOrphans(): Promise<Id | null> {
    const stored = await this.options.storage.load(this.options.personId).catch(() => [])
    const ownIds = new Set(this.waiting.map((envelope) => envelope.commandId))
    const clientIds = new Set(stored.map(({ envelope }) => envelope.clientId))
    clientIds.delete(this.clientId)
    const recovered: CommandEnvelope[] = []
    for (const clientId of clientIds) {
      if (this.isClosed || !(await this.options.leaderLock.acquire(clientId))) continue
      const orphans = stored.map(({ envelope }) => envelope).filter((e) => e.clientId === clientId)
      recovered.push(...orphans.filter((envelope) => !ownIds.has(envelope.commandId)))
    }
    if (recovered.length === 0) return null
    recovered.sort((a, b) => (a.commandId < b.commandId ? -1 : 1))
    this.waiting.unshift(...recovered)
    this.notify((listener) => listener.onRecovered?.(recovered))
    void this.send()
    return recovered.at(-1)?.clientId ?? null
  }

  close(): void {
    this.isClosed = true
    this.backoff.stop()
    this.options.leaderLock.release()
  }

  private async restore(): Promise<void> {
    const { leaderLock, storage, personId } = this.options
    await this.acquireClientId()
    const stored = await storage.load(personId).catch(() => [])
    const own = stored.map(({ envelope }) => envelope).filter((e) => e.clientId === this.clientId)
    const queuedIds = new Set(this.waiting.map((envelope) => envelope.commandId))
    const earlier = own.filter((envelope) => !queuedIds.has(envelope.commandId))
    this.waiting.unshift(...earlier)
    if (earlier.length > 0) this.notify((listener) => listener.onRecovered?.(earlier))
    const recoveredClientId = await this.recoverOrphans()
    // The commands of a closed window are this person's own. With its id, the server does not treat
    // the two windows' changes as concurrent. Without an exclusive lock, that window may be open.
    if (recoveredClientId && earlier.length === 0 && leaderLock.isExclusive)
      this.changeClientId(recoveredClientId)
    this.options.saveClientId(this.clientId)
    void this.send()
  }

  /**
   * Makes sure that no other window sends with this window's id: the server would treat the changes
   * of both as those of one sender, and one would overwrite the other without a conflict.
   */
  private async acquireClientId(): Promise<void> {
    const { leaderLock, newId } = this.options
    // A duplicated tab copies the id of its original, which still uses it.
    if (leaderLock.isExclusive && (await leaderLock.acquire(this.clientId))) return
    const clientId = newId()
    // Without this lock, another window would take over the new id with its commands.
    await leaderLock.acquire(clientId)
    this.changeClientId(clientId)
  }

  /** Commands from before the final id was known get it now. */
  private changeClientId(clientId: Id): void {
    const queued = this.waiting.filter((envelope) => envelope.clientId === this.clientId)
    this.clientId = clientId
    for (const envelope of queued) {
      envelope.clientId = clientId
      void this.persist(envelope)
    }
  }

  private async persist(envelope: CommandEnvelope): Promise<void> {
    const { storage, personId } = this.options
    // A browser without storage (private mode, a full disk) still sends.
    await storage.put({ envelope, personId }).catch(() => {})
  }

  private async send(): Promise<void> {
    await this.ready
    if (this.isSending || this.isClosed || this.backoff.isWaiting) return
    this.isSending = true
    try {
      while (this.waiting[0] && !this.isClosed && (await this.sendOne(this.waiting[0])));
    } finally {
      this.isSending = false
    }
  }

  /** Returns true when the queue may continue with the next command. */
  private async sendOne(envelope: CommandEnvelope): Promise<boolean> {
    try {
      const result = await this.options.execute(envelope)
      this.finish({ envelope, deliverTo: (listener) => listener.onResult(envelope, result) })
      return true
    } catch (error) {
      const failure = classifyFailure(error)
      if (failure.kind === 'signed-out') {
        this.notify((listener) => listener.onSignedOut?.())
        return false
      }
      if (failure.kind === 'server-error') this.faultCount++
      const isPoisonous = this.faultCount >= MAX_FAULTS && this.isServerHealthy()
      if (failure.kind === 'rejected' || isPoisonous) {
        const message = 'message' in failure ? failure.message : ''
        this.finish({ envelope, deliverTo: (listener) => listener.onRejected(envelope, message) })
        return true
      }
      if (!this.isClosed) this.backoff.retry(() => void this.send())
      return false
    }
  }

  private isServerHealthy(): boolean {
    return [...this.listeners].some((listener) => listener.isServerHealthy())
  }

  private notify(inform: (listener: QueueListener) => void): void {
    for (const listener of [...this.listeners]) inform(listener)
  }

  private finish(delivery: Delivery): void {
    const { envelope } = delivery
    this.faultCount = 0
    this.backoff.reset()
    this.waiting.splice(this.waiting.indexOf(envelope), 1)
    void this.options.storage.remove(envelope.commandId).catch(() => {})
    this.deliver(delivery)
    this.notify((listener) => listener.onSettled?.())
  }

  private deliver(delivery: Delivery): void {
    const receivers = [...this.listeners].filter(({ accepts }) => accepts(delivery.envelope))
    for (const receiver of receivers) delivery.deliverTo(receiver)
    if (receivers.length === 0) this.undelivered.push(delivery)
  }
}
