import type { ISql } from 'postgres'
import { database } from '@/db/client'
import type { Id } from '@/domain/kernel/primitives'

/** What reads need of a connection, inside a transaction or out of one. */
export type SqlReader = ISql

/** Plain data and the position in the project's log at which it is true. */
export interface Snapshot<T> {
  seq: number
  data: T
}

/**
 * Runs reads on a project in one REPEATABLE READ transaction, so that all of them, and `seq`, tell
 * of the same moment. `read` should send its statements together, without waiting in between.
 */
export async function readSnapshot<T>(
  projectId: Id,
  read: (sql: SqlReader) => Promise<T>,
): Promise<Snapshot<T>> {
  const { sql } = database()
  const result = await sql.begin('isolation level repeatable read read only', async (tx) => {
    const [rows, data] = await Promise.all([
      tx<{ seq: string }[]>`select seq from project where id = ${projectId}`,
      read(tx),
    ])
    return { seq: Number(rows[0]?.seq ?? 0), data }
  })
  return result as Snapshot<T>
}
