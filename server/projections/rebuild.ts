import type { Sql } from 'postgres'
import type { Id } from '@/domain/kernel/primitives'
import { pollInTransaction } from './poll'
import { type Subscriber, schemaVersionOf } from './subscriber'

/** Positions of the log at once: larger than while people wait for an answer beside it. */
const BATCH_SIZE = 5_000

export interface RebuildOptions {
  onProgress?: (done: number, of: number) => void
  batchSize?: number
  onlyOutdated?: boolean
}

/**
 * Throws away what a subscriber has written of a project and makes it anew from the whole log, in
 * one transaction: until it commits, everybody reads what was there before. The checkpoint is
 * locked meanwhile, so that no process which follows the log gets in between.
 * @param options.onProgress hears how many positions are done, of how many
 * @param options.batchSize positions in a batch
 * @param options.onlyOutdated leaves alone what has the subscriber's schema version, or a later one
 * @returns positions of the log; 0 where it was left alone
 * @throws Error when the subscriber has no projection to rebuild
 */
export async function rebuild(
  sql: Sql,
  subscriber: Subscriber,
  projectId: Id,
  { onProgress = () => {}, batchSize = BATCH_SIZE, onlyOutdated = false }: RebuildOptions = {},
): Promise<number> {
  const { reset, name } = subscriber
  if (!reset) throw new Error(`The subscriber ${name} has no projection to rebuild.`)
  const lastSeq = await sql.begin(async (tx) => {
    const schemaVersion = schemaVersionOf(subscriber)
    const locked = await tx`
      insert into checkpoint as c (subscriber, project_id, seq, schema_version)
      values (${name}, ${projectId}, 0, ${schemaVersion})
      on conflict (subscriber, project_id) do update set seq = 0, schema_version = ${schemaVersion},
        failures = 0, error = null, failed_at = null, retry_at = null, parked_at = null
      ${onlyOutdated ? tx`where c.schema_version < ${schemaVersion}` : tx``} returning 1`
    // Another process has made it anew while this one waited for the lock.
    if (locked.length === 0) return 0
    await reset(tx, projectId)
    for (;;) {
      const { seq, headSeq } = await pollInTransaction(tx, { ...subscriber, batchSize }, projectId)
      onProgress(seq, headSeq)
      if (seq >= headSeq) return seq
    }
  })
  return lastSeq as number
}
