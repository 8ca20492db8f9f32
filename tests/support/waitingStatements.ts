import type { Sql } from 'postgres'

/** Returns the number of statements in the database that wait for a lock. */
export async function countWaitingStatements(sql: Sql): Promise<number> {
  const [row] = await sql`
    select count(*)::int as count from pg_locks
    where not granted and pid in (
      select pid from pg_stat_activity where datname = current_database())`
  return row?.count
}
