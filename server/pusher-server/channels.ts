import type { Connection } from './connection'

/** Who is subscribed to what. A channel exists as long as it has a subscriber. */
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

  /** How many connections are subscribed. */
  count(channel: string): number {
    return this.#subscribers.get(channel)?.size ?? 0
  }

  /** The names of all occupied channels that begin with `prefix`. */
  names(prefix: string): string[] {
    return [...this.#subscribers.keys()].filter((name) => name.startsWith(prefix))
  }

  /** Gives one frame, the same bytes, to every subscriber but the one whose id is `exceptId`. */
  publish(channel: string, frame: Buffer, exceptId?: string): void {
    for (const connection of this.#subscribers.get(channel) ?? []) {
      if (connection.id !== exceptId) connection.send(frame)
    }
  }
}
