import type { LoggedEvent } from '@/domain/events'
import { statusOf } from '../queue/failure'
import type { EventPage, Status } from '../store/types'
import { Backoff } from './backoff'
import type { Broadcast } from './transport'

/** Why a window may not follow any more: nobody is signed in, or they may not see the project. */
export type Ending = 'signed-out' | 'shut-out'

/** What the follower moves along. */
export interface Followed {
  /** The position that it is at. */
  seq(): number
  /** Takes consecutive events, the first of them right after `seq()`. */
  apply(events: LoggedEvent[]): void
  since(seq: number): Promise<EventPage>
  /** Starts over from a fresh snapshot: cheaper than a very long list of events. */
  reload(): Promise<void>
  statusChanged(status: Status): void
  /** The server lets it follow no more, and is not asked again until the next `catchUp`. */
  ended(why: Ending): void
  /** The server lets it follow again. */
  resumed(): void
}

/** How long a gap may last before the events are fetched: messages overtake each other. */
const GAP_MS = 60
/** Pause between questions while only positions are announced. */
const ASK_MS = 150
/** Between checks that nothing was missed, and questions while the line is down. */
const CHECK_MS = 45_000
const POLL_MS = 4_000
/** Further behind than this, a snapshot is cheaper. */
const FAR_BEHIND = 2_000

/**
 * Keeps a replica at the end of a project's log: applies events in order, drops what is old, waits
 * a moment for what is missing and then fetches it.
 */
export class Follower {
  status: Status = 'catching-up'
  private readonly ahead = new Map<number, LoggedEvent>()
  private readonly gap = new Backoff()
  private readonly check = new Backoff()
  private readonly failed = new Backoff()
  private running: Promise<void> | null = null
  private again = false
  private lineIsUp = false
  private isEnded = false
  private closed = false

  constructor(private readonly followed: Followed) {}

  /** The line is up: subscribed first, so now catch up. */
  up(): void {
    this.lineIsUp = true
    if (this.status === 'live') this.set('catching-up')
    void this.catchUp()
  }

  /** The line is down: ask from time to time until it is back. */
  down(): void {
    this.lineIsUp = false
    if (this.status === 'live') this.set('catching-up')
    if (!this.closed && !this.failed.isWaiting) this.check.after(POLL_MS, () => void this.catchUp())
  }

  message({ to, events }: Broadcast): void {
    if (this.closed || to <= this.followed.seq()) return
    if (events) this.take(events)
    // Many windows hear of it at once: they come for it one after the other.
    else if (!this.gap.isWaiting) {
      this.gap.after(ASK_MS * Math.random(), () => void this.catchUp())
    }
  }

  /** Takes events from wherever they come: a broadcast, an answer, the log. */
  take(events: readonly LoggedEvent[]): void {
    const seq = this.followed.seq()
    for (const event of events) if (event.seq > seq) this.ahead.set(event.seq, event)
    const next: LoggedEvent[] = []
    for (let at = seq + 1; ; at++) {
      const event = this.ahead.get(at)
      if (!event) break
      next.push(event)
      this.ahead.delete(at)
    }
    if (next.length > 0) this.followed.apply(next)
    if (this.ahead.size === 0) this.gap.stop()
    else if (!this.gap.isWaiting && !this.running) {
      this.gap.after(GAP_MS, () => void this.catchUp())
    }
  }

  /**
   * Fetches what is missing until nothing is. Resolves when the replica is at the position that
   * the log had when this was called, or when the server could not be reached.
   */
  catchUp(): Promise<void> {
    if (this.closed) return Promise.resolve()
    this.again = this.running !== null
    this.gap.stop()
    this.running ??= this.run().finally(() => {
      this.running = null
      // What came meanwhile may have left a gap of its own.
      if (!this.closed) this.take([])
    })
    return this.running
  }

  /** Forgets events that are before the position, after a snapshot was taken over. */
  forgetOld(): void {
    for (const seq of this.ahead.keys()) if (seq <= this.followed.seq()) this.ahead.delete(seq)
  }

  close(): void {
    this.closed = true
    for (const timer of [this.gap, this.check, this.failed]) timer.stop()
  }

  private async run(): Promise<void> {
    try {
      do {
        this.again = false
        await this.fetch()
      } while (this.again && !this.closed)
      if (this.closed) return
      this.failed.reset()
      if (this.isEnded) this.resume()
      this.set(this.lineIsUp ? 'live' : 'catching-up')
      this.checkLater()
    } catch (error) {
      if (this.closed) return
      this.set('offline')
      const why = endingOf(error)
      if (why) this.end(why)
      else this.failed.retry(() => void this.catchUp())
    }
  }

  private end(why: Ending): void {
    this.lineIsUp = false
    for (const timer of [this.gap, this.check, this.failed]) timer.stop()
    if (this.isEnded) return
    this.isEnded = true
    this.followed.ended(why)
  }

  private resume(): void {
    this.isEnded = false
    this.followed.resumed()
  }

  private async fetch(): Promise<void> {
    for (;;) {
      const page = await this.followed.since(this.followed.seq())
      if (this.closed) return
      if (page.seq - this.followed.seq() > FAR_BEHIND) {
        await this.followed.reload()
        this.forgetOld()
        continue
      }
      const before = this.followed.seq()
      this.take(page.events)
      if (!page.more || this.followed.seq() === before) return
    }
  }

  private checkLater(): void {
    if (this.closed) return
    const pause = this.lineIsUp ? CHECK_MS * (1 + Math.random() / 3) : POLL_MS
    this.check.after(pause, () => void this.catchUp())
  }

  private set(status: Status): void {
    if (this.closed || status === this.status) return
    this.status = status
    this.followed.statusChanged(status)
  }
}

function endingOf(error: unknown): Ending | null {
  const status = statusOf(error)
  if (status === 401) return 'signed-out'
  return status === 404 ? 'shut-out' : null
}
