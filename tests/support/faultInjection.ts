import type { Broadcast, Transport, TransportListener } from '@/app/_replica/sync/transport'
import type { StoredEvent } from '@/domain/events'

/** Returns a generator of numbers in [0, 1) that are the same for the same seed. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A transport that randomly loses, repeats and reorders messages. */
export class FaultyTransport implements Transport {
  private listener: TransportListener | null = null
  private delayed: Broadcast[] = []
  readonly faults = { lost: 0, duplicated: 0, delayed: 0, withoutEvents: 0 }

  constructor(private readonly random: () => number) {}

  open(listener: TransportListener): void {
    this.listener = listener
    listener.onConnected()
  }

  sendPresence(): void {}

  close(): void {
    this.listener = null
  }

  /** Simulates a connection that breaks and is restored. */
  reconnect(): void {
    this.listener?.onDisconnected()
    this.listener?.onConnected()
  }

  /** Publishes consecutive events. */
  publish(events: StoredEvent[]): void {
    const [first, last] = [events[0], events.at(-1)]
    if (!first || !last) return
    const message = { from: first.seq, to: last.seq, events }
    const roll = this.random()
    if (roll < 0.15) this.faults.lost++
    else if (roll < 0.3) {
      this.faults.delayed++
      this.delayed.push(message)
    } else if (roll < 0.4) {
      this.faults.withoutEvents++
      this.listener?.onBroadcast({ from: first.seq, to: last.seq })
    } else {
      this.listener?.onBroadcast(message)
      if (roll < 0.55) {
        this.faults.duplicated++
        this.listener?.onBroadcast(message)
      }
    }
    if (this.random() < 0.3) this.deliverDelayed()
  }

  /** Delivers the delayed messages, the last one first. */
  deliverDelayed(): void {
    for (const message of this.delayed.splice(0).reverse()) this.listener?.onBroadcast(message)
  }
}
