import type { Broadcast, Transport, TransportListener } from '@/app/_client/sync/transport'
import type { LoggedEvent } from '@/domain/events'

/** Numbers in [0, 1) that are the same for the same seed. */
export function dice(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A line on which messages get lost, come twice, and overtake each other, as dice decide. */
export class UnrulyLine implements Transport {
  private listener: TransportListener | null = null
  private held: Broadcast[] = []
  readonly faults = { lost: 0, doubled: 0, late: 0, short: 0 }

  constructor(private readonly roll: () => number) {}

  open(listener: TransportListener): void {
    this.listener = listener
    listener.up()
  }

  tell(): void {}

  close(): void {
    this.listener = null
  }

  /** The line breaks and comes back. */
  bounce(): void {
    this.listener?.down()
    this.listener?.up()
  }

  /** Somebody publishes consecutive events. */
  publish(events: LoggedEvent[]): void {
    const [first, last] = [events[0], events.at(-1)]
    if (!first || !last) return
    const whole = { from: first.seq, to: last.seq, events }
    const roll = this.roll()
    if (roll < 0.15) this.faults.lost++
    else if (roll < 0.3) {
      this.faults.late++
      this.held.push(whole)
    } else if (roll < 0.4) {
      this.faults.short++
      this.listener?.message({ from: first.seq, to: last.seq })
    } else {
      this.listener?.message(whole)
      if (roll < 0.55) {
        this.faults.doubled++
        this.listener?.message(whole)
      }
    }
    if (this.roll() < 0.3) this.deliverHeld()
  }

  /** What was held back arrives, the last first. */
  deliverHeld(): void {
    for (const message of this.held.splice(0).reverse()) this.listener?.message(message)
  }
}
