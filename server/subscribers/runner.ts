import type { Sql } from 'postgres'
import type { Id } from '@/domain/words'
import { rebuild } from './rebuild'
import { beginNow, behind, round } from './round'
import type { Subscriber } from './subscriber'

/** Projects that one subscriber handles at the same time. */
export const MOST_AT_ONCE = 3
const FIRST_PAUSE_MS = 200
const LONGEST_PAUSE_MS = 10_000
/** Under load a project rests so long before its next round, which then has several events. */
const GATHERING_MS = 25

/**
 * Keeps one subscriber at the end of every project's log. A wake is served at once; while a
 * project is being served, further wakes only ask for one more round. When the subscriber fails, all
 * of it pauses, longer each time.
 */
export class Runner {
  private readonly waiting = new Set<Id>()
  private readonly running = new Map<Id, Promise<void>>()
  private readonly again = new Set<Id>()
  private readonly resting = new Set<Id>()
  private failures = 0
  private pause: ReturnType<typeof setTimeout> | null = null
  private begun = false
  private stopped = false

  constructor(
    private readonly sql: Sql,
    private readonly subscriber: Subscriber,
    private readonly report: (error: unknown, subscriber: Subscriber) => void,
  ) {}

  /** There is something new in a project. */
  wake(projectId: Id): void {
    if (this.running.has(projectId) || this.resting.has(projectId)) this.again.add(projectId)
    else this.waiting.add(projectId)
    this.serve()
  }

  /** Wakes every project that is behind: what was missed by a crash or written elsewhere. */
  async sweep(): Promise<void> {
    try {
      if (!this.begun && this.subscriber.from === 'now') await beginNow(this.sql, this.subscriber)
      this.begun = true
      for (const projectId of await behind(this.sql, this.subscriber)) this.wake(projectId)
    } catch (error) {
      this.failed(error)
    }
  }

  /** Ends after the rounds that are under way. */
  async stop(): Promise<void> {
    this.stopped = true
    if (this.pause) clearTimeout(this.pause)
    await Promise.all(this.running.values())
  }

  private serve(): void {
    if (this.stopped || this.pause || !this.begun) return
    for (const projectId of this.waiting) {
      if (this.running.size >= MOST_AT_ONCE) return
      this.waiting.delete(projectId)
      const run = this.run(projectId).then((more) => {
        this.running.delete(projectId)
        if (more) this.waiting.add(projectId)
        // What came during a round tells of load.
        else if (this.again.has(projectId) || this.subscriber.gathersMs) this.rest(projectId)
        this.serve()
      })
      this.running.set(projectId, run)
    }
  }

  /** One round; gives whether the next is due at once. */
  private async run(projectId: Id): Promise<boolean> {
    try {
      const { seq, newest, isOld } = await round(this.sql, this.subscriber, projectId)
      if (isOld) await rebuild(this.sql, this.subscriber, projectId, { onlyOld: true })
      this.failures = 0
      return seq < newest
    } catch (error) {
      this.failed(error)
      return true
    }
  }

  /** What comes meanwhile waits, and others are served. */
  private rest(projectId: Id): void {
    this.resting.add(projectId)
    const timer = setTimeout(() => {
      this.resting.delete(projectId)
      if (this.again.delete(projectId)) this.wake(projectId)
    }, this.subscriber.gathersMs ?? GATHERING_MS)
    timer.unref()
  }

  private failed(error: unknown): void {
    if (this.failures === 0) this.report(error, this.subscriber)
    if (this.pause || this.stopped) return
    const length = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** this.failures)
    this.failures++
    this.pause = setTimeout(
      () => {
        this.pause = null
        this.serve()
      },
      length * (1 + Math.random() / 4),
    )
  }
}
