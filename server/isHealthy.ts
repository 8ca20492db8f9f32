import { database } from '@/db/client'

const HEALTH_TIMEOUT_MS = 2_000

/** True when the database answers within two seconds. */
export async function isHealthy(): Promise<boolean> {
  const timeout = new Promise<false>((done) => setTimeout(done, HEALTH_TIMEOUT_MS, false).unref())
  const query = database().sql`select 1`.then(
    () => true,
    () => false,
  )
  return Promise.race([query, timeout])
}
