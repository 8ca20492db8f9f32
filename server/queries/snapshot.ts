import { eq, sql } from 'drizzle-orm'
import { database, type Queryable } from '@/db/client'
import { compileSelect } from '@/db/compiledSelect'
import { project } from '@/db/schema/project'
import { statementBuilder } from '@/db/statementBuilder'
import type { Id } from '@/domain/kernel/primitives'

/** Plain data, and the position in the project's log at which it was read. */
export interface Snapshot<T> {
  seq: number
  data: T
}

/**
 * Runs reads on a project in one REPEATABLE READ transaction, so that all of them see the state at
 * `seq`. `read` should send its statements together, without awaiting in between.
 */
export function readSnapshot<T>(
  projectId: Id,
  read: (db: Queryable) => Promise<T>,
): Promise<Snapshot<T>> {
  return database().db.transaction(async (db) => {
    const [, rows, data] = await Promise.all([
      // Sent together with the reads, which saves a round trip. PostgreSQL rejects it after a read.
      db.setTransaction({ isolationLevel: 'repeatable read', accessMode: 'read only' }),
      PROJECT_SEQ(db, { projectId }),
      read(db),
    ])
    return { seq: rows[0]?.seq ?? 0, data }
  })
}

const PROJECT_SEQ = compileSelect(
  statementBuilder
    .select({ seq: project.seq })
    .from(project)
    .where(eq(project.id, sql.placeholder('projectId'))),
)
