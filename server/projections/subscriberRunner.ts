import type { Database } from '@/db/client'
import type { Id } from '@/domain/kernel/primitives'
import { laggingProjects, poll, skipExistingEvents } from './poll'
import { rebuild } from './rebuild'
import { UnavailableError, unavailableDelayMs } from './retryPolicy'
import type { Subscriber } from './subscriber'
import { suspendAfterFailure, suspendWhileUnavailable } from './suspension'

/** Maximum number of projects that one subscriber handles at the same time. */
export const MAX_CONCURRENT_PROJECTS = 3
/**
 * Pause of a busy project before its next batch, in milliseconds, so that the batch has several
 * events.
 */
const DEFAULT_BATCH_DELAY_MS = 25
/** Longest pause before retrying a project that another process has locked, in milliseconds. */
const MAX_BUSY_DELAY_MS = 1_000
/** A timer may fire slightly early, when the retry time in the database has not come yet. */
const TIMER_SLACK_MS = 5

/** A failure of a subscriber. Without a project, the search for lagging projects failed. */
export interface SubscriberFailure {
  error: unknown
  subscriber: Subscriber
  projectId: Id | null
  /** The projection of this project is not retried until an admin requests it. */
  isParked: boolean
}

/**
 * Keeps one subscriber up to date with every project's log. A signal starts a poll at once; signals
 * during a poll cause only one further poll. When the subscriber fails in a project, only that
 * project pauses, longer each time, and is parked in the end.
 */
export class SubscriberRunner {
  private readonly pending = new Set<Id>()
  private readonly running = new Map<Id, Promise<void>>()
  private readonly signalledWhileBusy = new Set<Id>()
  private readonly delayed = new Set<Id>()
  private readonly retryTimers = new Map<Id, ReturnType<typeof setTimeout>>()
  /** Number of consecutive attempts that failed or found the project locked, by project. */
  private readonly attempts = new Map<Id, number>()
  private isStarted = false
  private isStopped = false
  private isLagCheckFailing = false

  constructor(
    private readonly database: Database,
    private readonly subscriber: Subscriber,
    private readonly onFailure: (failure: SubscriberFailure) => void,
  ) {}

  /** Schedules a poll of a project with new events. */
  signal(projectId: Id): void {
    if (this.running.has(projectId) || this.delayed.has(projectId))
      this.signalledWhileBusy.add(projectId)
    else this.pending.add(projectId)
    this.startPolls()
  }

  /**
   * Signals every lagging project. Finds events that a crash missed or that another process wrote.
   */
  async signalLagging(): Promise<void> {
    const { database, subscriber } = this
    try {
      if (!this.isStarted && subscriber.startFrom === 'now')
        await skipExistingEvents(database.db, subscriber)
      this.isStarted = true
      for (const projectId of await laggingProjects(database.db, subscriber)) this.signal(projectId)
      this.isLagCheckFailing = false
    } catch (error) {
      // The database does not respond. The next periodic check retries.
      if (!this.isLagCheckFailing && !this.isStopped)
        this.onFailure({ error, subscriber, projectId: null, isParked: false })
      this.isLagCheckFailing = true
    }
  }

  /** Resolves after the running polls have ended. */
  async stop(): Promise<void> {
    this.isStopped = true
    for (const timer of this.retryTimers.values()) clearTimeout(timer)
    await Promise.all(this.running.values())
  }

  private startPolls(): void {
    if (this.isStopped || !this.isStarted) return
    for (const projectId of this.pending) {
      if (this.running.size >= MAX_CONCURRENT_PROJECTS) return
      this.pending.delete(projectId)
      const polling = this.pollProject(projectId).then((isDueAtOnce) => {
        this.running.delete(projectId)
        if (isDueAtOnce) this.pending.add(projectId)
        // Events that arrived during the poll indicate load.
        else if (this.signalledWhileBusy.has(projectId) || this.subscriber.batchDelayMs)
          this.delay(projectId)
        this.startPolls()
      })
      this.running.set(projectId, polling)
    }
  }

  /** Polls once. Returns true when the next poll is due at once. */
  private async pollProject(projectId: Id): Promise<boolean> {
    const { database, subscriber } = this
    try {
      const { seq, headSeq, skipped } = await poll(database, subscriber, projectId)
      if (skipped === 'suspended') return false
      if (skipped === 'busy') {
        this.retryLater(projectId, Math.min(MAX_BUSY_DELAY_MS, 10 * 2 ** this.attempt(projectId)))
        return false
      }
      if (skipped === 'outdated')
        await rebuild(database, subscriber, projectId, { onlyOutdated: true })
      this.attempts.delete(projectId)
      return seq < headSeq
    } catch (error) {
      await this.handleFailure(projectId, error)
      return false
    }
  }

  private async handleFailure(projectId: Id, error: unknown): Promise<void> {
    const { database, subscriber } = this
    const attempt = this.attempt(projectId)
    let retryInMs: number | null = unavailableDelayMs(attempt)
    let isParked = false
    try {
      if (error instanceof UnavailableError) {
        await suspendWhileUnavailable(database.db, subscriber, projectId, error, retryInMs)
      } else {
        const suspension = await suspendAfterFailure(database.db, subscriber, projectId, error)
        retryInMs = suspension?.retryInMs ?? null
        isParked = suspension !== null && retryInMs === null
      }
    } catch {
      // The database does not respond either, so only this process keeps the pause.
    }
    if (retryInMs !== null) this.retryLater(projectId, retryInMs)
    if (isParked) this.attempts.delete(projectId)
    if (isParked || attempt === 1) this.onFailure({ error, subscriber, projectId, isParked })
  }

  /** Counts a failed attempt. Returns the number of attempts. */
  private attempt(projectId: Id): number {
    const attempt = (this.attempts.get(projectId) ?? 0) + 1
    this.attempts.set(projectId, attempt)
    return attempt
  }

  private retryLater(projectId: Id, delayMs: number): void {
    if (this.isStopped) return
    clearTimeout(this.retryTimers.get(projectId))
    const retry = () => {
      this.retryTimers.delete(projectId)
      this.signal(projectId)
    }
    this.retryTimers.set(projectId, setTimeout(retry, delayMs + TIMER_SLACK_MS).unref())
  }

  /** Collects further signals during the pause, while other projects are handled. */
  private delay(projectId: Id): void {
    this.delayed.add(projectId)
    const timer = setTimeout(() => {
      this.delayed.delete(projectId)
      if (this.signalledWhileBusy.delete(projectId)) this.signal(projectId)
    }, this.subscriber.batchDelayMs ?? DEFAULT_BATCH_DELAY_MS)
    timer.unref()
  }
}
