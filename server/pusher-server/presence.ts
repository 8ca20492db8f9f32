import type { Connection } from './connection'
import type { PresenceMember } from './presenceMember'

interface PresenceEntry {
  info: unknown
  connections: Set<Connection>
}

/** The members of each presence channel. One user may be there with several connections. */
export class PresenceChannels {
  readonly #membersByChannel = new Map<string, Map<string, PresenceEntry>>()

  /** Adds a member. Returns true when the user had no other connection there. */
  join(channel: string, connection: Connection, member: PresenceMember): boolean {
    const members = this.#membersByChannel.get(channel) ?? new Map<string, PresenceEntry>()
    this.#membersByChannel.set(channel, members)
    const entry = members.get(member.user_id)
    if (entry) {
      entry.connections.add(connection)
      return false
    }
    const info = member.user_info ?? null
    members.set(member.user_id, { info, connections: new Set([connection]) })
    return true
  }

  /** Removes a member. Returns true when this was the user's last connection there. */
  leave(channel: string, connection: Connection, member: PresenceMember): boolean {
    const members = this.#membersByChannel.get(channel)
    const entry = members?.get(member.user_id)
    if (!members || !entry) return false
    entry.connections.delete(connection)
    if (entry.connections.size > 0) return false
    members.delete(member.user_id)
    if (members.size === 0) this.#membersByChannel.delete(channel)
    return true
  }

  has(channel: string, userId: string): boolean {
    return this.#membersByChannel.get(channel)?.has(userId) ?? false
  }

  /** Returns the number of users. Several connections of one user count once. */
  count(channel: string): number {
    return this.#membersByChannel.get(channel)?.size ?? 0
  }

  ids(channel: string): string[] {
    return [...(this.#membersByChannel.get(channel)?.keys() ?? [])]
  }

  /** Returns all members in the format of `subscription_succeeded`. */
  members(channel: string): { ids: string[]; hash: Record<string, unknown>; count: number } {
    const entries = [...(this.#membersByChannel.get(channel) ?? [])]
    return {
      ids: entries.map(([id]) => id),
      hash: Object.fromEntries(entries.map(([id, { info }]) => [id, info])),
      count: entries.length,
    }
  }
}
