import type { Database } from './client'

/**
 * Sends a text to every process that listens on the channel. Never call it within a transaction
 * that writes: commits that notify wait for each other.
 * @param payload fewer than 8,000 bytes
 */
export async function notify(database: Database, channel: string, payload: string): Promise<void> {
  await database.sql.notify(channel, payload)
}

/**
 * Calls the listener with each text on the channel. Uses a connection of its own that is reopened
 * when it breaks; texts sent meanwhile are lost.
 * @returns a function that stops listening
 */
export async function listen(
  database: Database,
  channel: string,
  listener: (payload: string) => void,
): Promise<() => Promise<void>> {
  const { unlisten } = await database.sql.listen(channel, listener)
  return unlisten
}
