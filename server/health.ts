import { database } from '@/db/client'

const PATIENCE_MS = 2_000

/** True when the database answers within two seconds. */
export async function isHealthy(): Promise<boolean> {
  const patience = new Promise<false>((done) => setTimeout(done, PATIENCE_MS, false).unref())
  const answer = database().sql`select 1`.then(
    () => true,
    () => false,
  )
  return Promise.race([answer, patience])
}
