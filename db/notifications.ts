import type { Database } from './client'

/**
 * Sends a text to every process that listens on the channel. Never within a transaction that writes:
 * commits that notify wait for each other.
 * @param payload at most 8,000 bytes
 */
export async function notify(database: Database, channel: string, payload: string): Promise<void> {
  await database.sql.notify(channel, payload)
}

/**
 * Calls the listener with each text that is sent on the channel, on a connection of its own that is
 * made again when it breaks; what is sent meanwhile is missed.
 * @returns ends it
 */
export async function listen(
  database: Database,
  channel: string,
  listener: (payload: string) => void,
): Promise<() => Promise<void>> {
  const { unlisten } = await database.sql.listen(channel, listener)
  return unlisten
}
