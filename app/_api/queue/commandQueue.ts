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
  /** The id that this window used before a reload, or a new one. */
  clientId: Id
  storage: QueueStorage
  leaderLock: LeaderLock
  execute: ExecuteCommand
  /** Makes an id for a window. */
  newId: () => Id
  /** Told the window's final id, so that it keeps it over a reload. */
  saveClientId: (clientId: Id) => void
}

/** Who is told what becomes of commands: a project's replica, a timesheet. */
export interface QueueListener {
  onResult: (envelope: CommandEnvelope, answer: CommandResult) => void
  /** The server will never take it. */
  onRejected: (envelope: CommandEnvelope, message: string) => void
  /** Commands of earlier windows came to be sent from here. */
  onRecovered?: (envelopes: CommandEnvelope[]) => void
  onSignedOut?: () => void
  /** Whether other requests come through. */
  isServerHealthy: () => boolean
}

/** After so many faults on one command, of a server that is well otherwise, the person is told. */
const MAX_FAULTS = 6

/**
 * Sends a person's commands of a workspace one after the other, each until it has an answer, always
 * with the same id. They are kept outside the window, so that a reload or a closed laptop loses
 * none. It needs no replica: whoever wants to know what becomes of a command listens.
 */
export class CommandQueue {
  /** Under which id new commands are sent: the server knows a sender's own earlier changes by it. */
  clientId: Id
  private readonly waiting: CommandEnvelope[] = []
  private markReady: () => void = () => {}
  private readonly ready = new Promise<void>((open) => {
    this.markReady = open
  })
  private readonly backoff = new Backoff()
  private readonly listeners = new Set<QueueListener>()
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

  /** The commands that wait for a project's answer, in the order in which they were made. */
  waitingFor(projectId: Id): CommandEnvelope[] {
    return this.waiting.filter((envelope) => envelope.projectId === projectId)
  }

  /** Tells a listener from now on, until the function given back is called. */
  subscribe(listener: QueueListener): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Finds what earlier windows left behind, then begins to send; the first call counts. */
  start(): Promise<void> {
    this.starting ??= this.restore().then(() => this.markReady())
    return this.starting
  }

  /** Queues a command; it is sent at once when nothing is before it. */
  add(envelope: CommandEnvelope): void {
    this.waiting.push(envelope)
    void this.persist(envelope)
    void this.send()
  }

  /** Tries again now: the network is back, or somebody looks at the window. */
  retryNow(): void {
    this.backoff.reset()
    void this.send()
  }

  /** Takes over commands whose windows are gone; gives the id of the latest of those windows. */
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
    this.tell((listener) => listener.onRecovered?.(recovered))
    void this.send()
    return recovered.at(-1)?.clientId ?? null
  }

  close(): void {
    this.isClosed = true
    this.backoff.stop()
    this.options.leaderLock.release()
  }

  private async restore(): Promise<void> {
    const { leaderLock, storage, personId, newId } = this.options
    // A duplicated tab brings along the id of the one it was made from, which still uses it.
    if (!(await leaderLock.acquire(this.clientId))) this.changeClientId(newId())
    const stored = await storage.load(personId).catch(() => [])
    const own = stored.map(({ envelope }) => envelope).filter((e) => e.clientId === this.clientId)
    const queuedIds = new Set(this.waiting.map((envelope) => envelope.commandId))
    const earlier = own.filter((envelope) => !queuedIds.has(envelope.commandId))
    this.waiting.unshift(...earlier)
    if (earlier.length > 0) this.tell((listener) => listener.onRecovered?.(earlier))
    const recoveredClientId = await this.recoverOrphans()
    // What is left of a closed window is this person's own work: going on under its id, the two
    // never count as somebody else's change to each other.
    if (recoveredClientId && earlier.length === 0) this.changeClientId(recoveredClientId)
    this.options.saveClientId(this.clientId)
    void this.send()
  }

  /** Commands that were made in this window's first moments go under its final id. */
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
    // A browser that keeps nothing (private mode, a full disk) still sends.
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

  /** True when the queue may go on to the next. */
  private async sendOne(envelope: CommandEnvelope): Promise<boolean> {
    try {
      const result = await this.options.execute(envelope)
      this.finish(envelope)
      this.tell((listener) => listener.onResult(envelope, result))
      return true
    } catch (error) {
      const failure = classifyFailure(error)
      if (failure.kind === 'signed-out') {
        this.tell((listener) => listener.onSignedOut?.())
        return false
      }
      if (failure.kind === 'server-error') this.faultCount++
      const isPoisonous = this.faultCount >= MAX_FAULTS && this.isServerHealthy()
      if (failure.kind === 'rejected' || isPoisonous) {
        this.finish(envelope)
        const message = 'message' in failure ? failure.message : ''
        this.tell((listener) => listener.onRejected(envelope, message))
        return true
      }
      if (!this.isClosed) this.backoff.retry(() => void this.send())
      return false
    }
  }

  private isServerHealthy(): boolean {
    return [...this.listeners].some((listener) => listener.isServerHealthy())
  }

  private tell(inform: (listener: QueueListener) => void): void {
    for (const listener of [...this.listeners]) inform(listener)
  }

  private finish(envelope: CommandEnvelope): void {
    this.faultCount = 0
    this.backoff.reset()
    this.waiting.splice(this.waiting.indexOf(envelope), 1)
    void this.options.storage.remove(envelope.commandId).catch(() => {})
  }
}
