import { Backoff } from '@/app/_api/backoff'
import type { EventPage } from '@/app/_api/projectApi'
import { httpStatusOf } from '@/app/_api/queue/requestFailure'
import type { StoredEvent } from '@/domain/events'
import type { ConnectionStatus } from '../replicaTypes'
import type { Broadcast } from './transport'

/**
 * The reason why a window may receive no more events: the session has ended, or the person has lost
 * access.
 */
export type EndReason = 'signed-out' | 'no-access'

/** The replica that the follower keeps up to date. */
export interface FollowerTarget {
  /** Returns the replica's position. */
  seq(): number
  /** Applies consecutive events, the first one right after `seq()`. */
  apply(events: StoredEvent[]): void
  fetchEvents(seq: number): Promise<EventPage>
  /** Starts over from a fresh snapshot, which is cheaper than a very long list of events. */
  reload(): Promise<void>
  onStatusChange(status: ConnectionStatus): void
  /** Called when the server denies access. It is not asked again until the next `catchUp`. */
  onEnded(reason: EndReason): void
  /** Called when the server grants access again. */
  onResumed(): void
}

/**
 * Waiting time before a gap is fetched, in milliseconds, because messages may overtake each other.
 */
const GAP_WAIT_MS = 60
/** Pause between fetches while only positions are announced, in milliseconds. */
const FETCH_SPREAD_MS = 150
/** Interval of checks for missed events, and of polling without a connection, in milliseconds. */
const CHECK_INTERVAL_MS = 45_000
const POLL_INTERVAL_MS = 4_000
/** When the replica lags by more positions, a snapshot is cheaper. */
const SNAPSHOT_THRESHOLD = 2_000

/**
 * Keeps a replica up to date with a project's log: applies events in order, drops old ones, waits
 * briefly for missing ones and then fetches them.
 */
export class LogFollower {
  status: ConnectionStatus = 'catching-up'
  private readonly outOfOrderEvents = new Map<number, StoredEvent>()
  private readonly gapTimer = new Backoff()
  private readonly checkTimer = new Backoff()
  private readonly retryBackoff = new Backoff()
  private runningCatchUp: Promise<void> | null = null
  private isRerunNeeded = false
  private isConnected = false
  private isEnded = false
  private isClosed = false

  constructor(private readonly target: FollowerTarget) {}

  /** Catches up after the connection has subscribed. */
  onConnected(): void {
    this.isConnected = true
    if (this.status === 'live') this.setStatus('catching-up')
    void this.catchUp()
  }

  /** Polls until the connection is back. */
  onDisconnected(): void {
    this.isConnected = false
    if (this.status === 'live') this.setStatus('catching-up')
    if (!this.isClosed && !this.retryBackoff.isWaiting)
      this.checkTimer.schedule(POLL_INTERVAL_MS, () => void this.catchUp())
  }

  onBroadcast({ to, events }: Broadcast): void {
    if (this.isClosed || to <= this.target.seq()) return
    if (events) this.receive(events)
    // Many windows receive the announcement at once, so each waits a random time before it fetches.
    else if (!this.gapTimer.isWaiting) {
      this.gapTimer.schedule(FETCH_SPREAD_MS * Math.random(), () => void this.catchUp())
    }
  }

  /** Applies events from any source: a broadcast, a response or the log. */
  receive(events: readonly StoredEvent[]): void {
    const seq = this.target.seq()
    for (const event of events) if (event.seq > seq) this.outOfOrderEvents.set(event.seq, event)
    const next: StoredEvent[] = []
    for (let nextSeq = seq + 1; ; nextSeq++) {
      const event = this.outOfOrderEvents.get(nextSeq)
      if (!event) break
      next.push(event)
      this.outOfOrderEvents.delete(nextSeq)
    }
    if (next.length > 0) this.target.apply(next)
    if (this.outOfOrderEvents.size === 0) this.gapTimer.stop()
    else if (!this.gapTimer.isWaiting && !this.runningCatchUp) {
      this.gapTimer.schedule(GAP_WAIT_MS, () => void this.catchUp())
    }
  }

  /**
   * Fetches missing events. Resolves when the replica has reached the log's position at the time of
   * the call, or when the server is unreachable.
   */
  catchUp(): Promise<void> {
    if (this.isClosed) return Promise.resolve()
    this.isRerunNeeded = this.runningCatchUp !== null
    this.gapTimer.stop()
    this.runningCatchUp ??= this.run().finally(() => {
      this.runningCatchUp = null
      // Events that arrived in the meantime may have left another gap.
      if (!this.isClosed) this.receive([])
    })
    return this.runningCatchUp
  }

  /** Drops events up to the position of a snapshot. */
  dropApplied(): void {
    for (const seq of this.outOfOrderEvents.keys())
      if (seq <= this.target.seq()) this.outOfOrderEvents.delete(seq)
  }

  close(): void {
    this.isClosed = true
    for (const timer of [this.gapTimer, this.checkTimer, this.retryBackoff]) timer.stop()
  }

  private async run(): Promise<void> {
    try {
      do {
        this.isRerunNeeded = false
        await this.fetchMissing()
      } while (this.isRerunNeeded && !this.isClosed)
      if (this.isClosed) return
      this.retryBackoff.reset()
      if (this.isEnded) this.resume()
      this.setStatus(this.isConnected ? 'live' : 'polling')
      this.scheduleCheck()
    } catch (error) {
      if (this.isClosed) return
      this.setStatus('offline')
      const reason = endReasonOf(error)
      if (reason) this.end(reason)
      else this.retryBackoff.retry(() => void this.catchUp())
    }
  }

  private end(reason: EndReason): void {
    this.isConnected = false
    for (const timer of [this.gapTimer, this.checkTimer, this.retryBackoff]) timer.stop()
    if (this.isEnded) return
    this.isEnded = true
    this.target.onEnded(reason)
  }

  private resume(): void {
    this.isEnded = false
    this.target.onResumed()
  }

  private async fetchMissing(): Promise<void> {
    for (;;) {
      const page = await this.target.fetchEvents(this.target.seq())
      if (this.isClosed) return
      if (page.seq - this.target.seq() > SNAPSHOT_THRESHOLD) {
        await this.target.reload()
        this.dropApplied()
        continue
      }
      const before = this.target.seq()
      this.receive(page.events)
      if (!page.hasMore || this.target.seq() === before) return
    }
  }

  private scheduleCheck(): void {
    if (this.isClosed) return
    const delay = this.isConnected ? CHECK_INTERVAL_MS * (1 + Math.random() / 3) : POLL_INTERVAL_MS
    this.checkTimer.schedule(delay, () => void this.catchUp())
  }

  private setStatus(status: ConnectionStatus): void {
    if (this.isClosed || status === this.status) return
    this.status = status
    this.target.onStatusChange(status)
  }
}

function endReasonOf(error: unknown): EndReason | null {
  const status = httpStatusOf(error)
  if (status === 401) return 'signed-out'
  return status === 404 ? 'no-access' : null
}
