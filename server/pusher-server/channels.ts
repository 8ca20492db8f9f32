import type { Connection } from './connection'

/** The subscribers of each channel. A channel exists as long as it has a subscriber. */
export class Channels {
  readonly #subscribers = new Map<string, Set<Connection>>()

  add(channel: string, connection: Connection): void {
    const subscribers = this.#subscribers.get(channel)
    if (subscribers) subscribers.add(connection)
    else this.#subscribers.set(channel, new Set([connection]))
  }

  remove(channel: string, connection: Connection): void {
    const subscribers = this.#subscribers.get(channel)
    subscribers?.delete(connection)
    if (subscribers?.size === 0) this.#subscribers.delete(channel)
  }

  /** Returns the number of subscribed connections. */
  count(channel: string): number {
    return this.#subscribers.get(channel)?.size ?? 0
  }

  /** Returns the names of all occupied channels that begin with `prefix`. */
  names(prefix: string): string[] {
    return [...this.#subscribers.keys()].filter((name) => name.startsWith(prefix))
  }

  /** Sends the bytes of one frame to every subscriber except the one with the id `exceptId`. */
  publish(channel: string, frame: Buffer, exceptId?: string): void {
    for (const connection of this.#subscribers.get(channel) ?? []) {
      if (connection.id !== exceptId) connection.send(frame)
    }
  }
}
