import type { Connection } from './connection'
import type { Member } from './member'

interface Seat {
  info: unknown
  connections: Set<Connection>
}

/** Who is in which presence channel; one person may be there with several connections. */
export class Presence {
  readonly #rosters = new Map<string, Map<string, Seat>>()

  /** Seats a member. True when they were not there yet with another connection. */
  join(channel: string, connection: Connection, member: Member): boolean {
    const roster = this.#rosters.get(channel) ?? new Map<string, Seat>()
    this.#rosters.set(channel, roster)
    const seat = roster.get(member.user_id)
    if (seat) {
      seat.connections.add(connection)
      return false
    }
    const info = member.user_info ?? null
    roster.set(member.user_id, { info, connections: new Set([connection]) })
    return true
  }

  /** Frees a member's seat. True when this was their last connection there. */
  leave(channel: string, connection: Connection, member: Member): boolean {
    const roster = this.#rosters.get(channel)
    const seat = roster?.get(member.user_id)
    if (!roster || !seat) return false
    seat.connections.delete(connection)
    if (seat.connections.size > 0) return false
    roster.delete(member.user_id)
    if (roster.size === 0) this.#rosters.delete(channel)
    return true
  }

  has(channel: string, userId: string): boolean {
    return this.#rosters.get(channel)?.has(userId) ?? false
  }

  /** How many people are there; two connections of one person count once. */
  count(channel: string): number {
    return this.#rosters.get(channel)?.size ?? 0
  }

  ids(channel: string): string[] {
    return [...(this.#rosters.get(channel)?.keys() ?? [])]
  }

  /** Everybody there, in the shape `subscription_succeeded` carries. */
  roster(channel: string): { ids: string[]; hash: Record<string, unknown>; count: number } {
    const seats = [...(this.#rosters.get(channel) ?? [])]
    return {
      ids: seats.map(([id]) => id),
      hash: Object.fromEntries(seats.map(([id, seat]) => [id, seat.info])),
      count: seats.length,
    }
  }
}
