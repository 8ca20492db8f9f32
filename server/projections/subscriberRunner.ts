import type { Sql } from 'postgres'
import type { Id } from '@/domain/kernel/primitives'
import { laggingProjects, poll, skipExistingEvents } from './poll'
import { rebuild } from './rebuild'
import type { Subscriber } from './subscriber'

/** Projects that one subscriber handles at the same time. */
export const MAX_CONCURRENT_PROJECTS = 3
const MIN_RETRY_DELAY_MS = 200
const MAX_RETRY_DELAY_MS = 10_000
/** Under load a project rests so long before its next round, which then has several events. */
const DEFAULT_BATCH_DELAY_MS = 25

/**
 * Keeps one subscriber at the end of every project's log. A wake is served at once; while a
 * project is being served, further wakes only ask for one more round. When the subscriber fails, all
 * of it pauses, longer each time.
 */
export class SubscriberRunner {
  private readonly pending = new Set<Id>()
  private readonly running = new Map<Id, Promise<void>>()
  private readonly signalledWhileBusy = new Set<Id>()
  private readonly delayed = new Set<Id>()
  private failures = 0
  private retryTimer: ReturnType<typeof setTimeout> | null = null
  private isStarted = false
  private isStopped = false

  constructor(
    private readonly sql: Sql,
    private readonly subscriber: Subscriber,
    private readonly onError: (error: unknown, subscriber: Subscriber) => void,
  ) {}

  /** There is something new in a project. */
  signal(projectId: Id): void {
    if (this.running.has(projectId) || this.delayed.has(projectId))
      this.signalledWhileBusy.add(projectId)
    else this.pending.add(projectId)
    this.startPolls()
  }

  /** Wakes every project that is behind: what was missed by a crash or written elsewhere. */
  async signalLagging(): Promise<void> {
    try {
      if (!this.isStarted && this.subscriber.startFrom === 'now')
        await skipExistingEvents(this.sql, this.subscriber)
      this.isStarted = true
      for (const projectId of await laggingProjects(this.sql, this.subscriber))
        this.signal(projectId)
    } catch (error) {
      this.handleFailure(error)
    }
  }

  /** Ends after the rounds that are under way. */
  async stop(): Promise<void> {
    this.isStopped = true
    if (this.retryTimer) clearTimeout(this.retryTimer)
    await Promise.all(this.running.values())
  }

  private startPolls(): void {
    if (this.isStopped || this.retryTimer || !this.isStarted) return
    for (const projectId of this.pending) {
      if (this.running.size >= MAX_CONCURRENT_PROJECTS) return
      this.pending.delete(projectId)
      const polling = this.pollProject(projectId).then((isDueAtOnce) => {
        this.running.delete(projectId)
        if (isDueAtOnce) this.pending.add(projectId)
        // What came during a round tells of load.
        else if (this.signalledWhileBusy.has(projectId) || this.subscriber.batchDelayMs)
          this.delay(projectId)
        this.startPolls()
      })
      this.running.set(projectId, polling)
    }
  }

  /** One round; gives whether the next is due at once. */
  private async pollProject(projectId: Id): Promise<boolean> {
    try {
      const { seq, headSeq, isOutdated } = await poll(this.sql, this.subscriber, projectId)
      if (isOutdated) await rebuild(this.sql, this.subscriber, projectId, { onlyOutdated: true })
      this.failures = 0
      return seq < headSeq
    } catch (error) {
      this.handleFailure(error)
      return true
    }
  }

  /** What comes meanwhile waits, and others are served. */
  private delay(projectId: Id): void {
    this.delayed.add(projectId)
    const timer = setTimeout(() => {
      this.delayed.delete(projectId)
      if (this.signalledWhileBusy.delete(projectId)) this.signal(projectId)
    }, this.subscriber.batchDelayMs ?? DEFAULT_BATCH_DELAY_MS)
    timer.unref()
  }

  private handleFailure(error: unknown): void {
    if (this.failures === 0) this.onError(error, this.subscriber)
    if (this.retryTimer || this.isStopped) return
    const delayMs = Math.min(MAX_RETRY_DELAY_MS, MIN_RETRY_DELAY_MS * 2 ** this.failures)
    this.failures++
    this.retryTimer = setTimeout(
      () => {
        this.retryTimer = null
        this.startPolls()
      },
      delayMs * (1 + Math.random() / 4),
    )
  }
}
