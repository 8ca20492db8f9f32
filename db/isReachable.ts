import postgres from 'postgres'

const TIMEOUT_SECONDS = 3

/** Returns true when a database answers at an address within three seconds. */
export async function isReachable(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, connect_timeout: TIMEOUT_SECONDS, onnotice: () => {} })
  try {
    await sql`select 1`
    return true
  } catch {
    return false
  } finally {
    await sql.end({ timeout: 1 })
  }
}
