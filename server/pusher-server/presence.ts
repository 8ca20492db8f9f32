import type { Connection } from './connection'
import type { PresenceMember } from './presenceMember'

interface PresenceEntry {
  info: unknown
  connections: Set<Connection>
}

/** Who is in which presence channel; one person may be there with several connections. */
export class PresenceChannels {
  readonly #rosters = new Map<string, Map<string, PresenceEntry>>()

  /** Seats a member. True when they were not there yet with another connection. */
  join(channel: string, connection: Connection, member: PresenceMember): boolean {
    const roster = this.#rosters.get(channel) ?? new Map<string, PresenceEntry>()
    this.#rosters.set(channel, roster)
    const entry = roster.get(member.user_id)
    if (entry) {
      entry.connections.add(connection)
      return false
    }
    const info = member.user_info ?? null
    roster.set(member.user_id, { info, connections: new Set([connection]) })
    return true
  }

  /** Frees a member's seat. True when this was their last connection there. */
  leave(channel: string, connection: Connection, member: PresenceMember): boolean {
    const roster = this.#rosters.get(channel)
    const entry = roster?.get(member.user_id)
    if (!roster || !entry) return false
    entry.connections.delete(connection)
    if (entry.connections.size > 0) return false
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
    const entries = [...(this.#rosters.get(channel) ?? [])]
    return {
      ids: entries.map(([id]) => id),
      hash: Object.fromEntries(entries.map(([id, seat]) => [id, seat.info])),
      count: entries.length,
    }
  }
}
