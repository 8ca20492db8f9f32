import { Backoff } from '@/app/_api/backoff'
import type { EventPage } from '@/app/_api/projectApi'
import { httpStatusOf } from '@/app/_api/queue/requestFailure'
import type { StoredEvent } from '@/domain/events'
import type { ConnectionStatus } from '../store/types'
import type { Broadcast } from './transport'

/** Why a window may not follow any more: nobody is signed in, or they may not see the project. */
export type EndReason = 'signed-out' | 'no-access'

/** What the follower moves along. */
export interface FollowerTarget {
  /** The position that it is at. */
  seq(): number
  /** Takes consecutive events, the first of them right after `seq()`. */
  apply(events: StoredEvent[]): void
  fetchEvents(seq: number): Promise<EventPage>
  /** Starts over from a fresh snapshot: cheaper than a very long list of events. */
  reload(): Promise<void>
  onStatusChange(status: ConnectionStatus): void
  /** The server lets it follow no more, and is not asked again until the next `catchUp`. */
  onEnded(why: EndReason): void
  /** The server lets it follow again. */
  onResumed(): void
}

/** How long a gap may last before the events are fetched: messages overtake each other. */
const GAP_WAIT_MS = 60
/** Pause between questions while only positions are announced. */
const FETCH_SPREAD_MS = 150
/** Between checks that nothing was missed, and questions while the line is down. */
const CHECK_INTERVAL_MS = 45_000
const POLL_INTERVAL_MS = 4_000
/** Further behind than this, a snapshot is cheaper. */
const SNAPSHOT_THRESHOLD = 2_000

/**
 * Keeps a replica at the end of a project's log: applies events in order, drops what is old, waits
 * a moment for what is missing and then fetches it.
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

  /** The line is up: subscribed first, so now catch up. */
  onConnected(): void {
    this.isConnected = true
    if (this.status === 'live') this.setStatus('catching-up')
    void this.catchUp()
  }

  /** The line is down: ask from time to time until it is back. */
  onDisconnected(): void {
    this.isConnected = false
    if (this.status === 'live') this.setStatus('catching-up')
    if (!this.isClosed && !this.retryBackoff.isWaiting)
      this.checkTimer.schedule(POLL_INTERVAL_MS, () => void this.catchUp())
  }

  onBroadcast({ to, events }: Broadcast): void {
    if (this.isClosed || to <= this.target.seq()) return
    if (events) this.receive(events)
    // Many windows hear of it at once: they come for it one after the other.
    else if (!this.gapTimer.isWaiting) {
      this.gapTimer.schedule(FETCH_SPREAD_MS * Math.random(), () => void this.catchUp())
    }
  }

  /** Takes events from wherever they come: a broadcast, an answer, the log. */
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
   * Fetches what is missing until nothing is. Resolves when the replica is at the position that
   * the log had when this was called, or when the server could not be reached.
   */
  catchUp(): Promise<void> {
    if (this.isClosed) return Promise.resolve()
    this.isRerunNeeded = this.runningCatchUp !== null
    this.gapTimer.stop()
    this.runningCatchUp ??= this.run().finally(() => {
      this.runningCatchUp = null
      // What came meanwhile may have left a gap of its own.
      if (!this.isClosed) this.receive([])
    })
    return this.runningCatchUp
  }

  /** Forgets events that are before the position, after a snapshot was taken over. */
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
      this.setStatus(this.isConnected ? 'live' : 'catching-up')
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
