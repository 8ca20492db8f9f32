import { lt } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { PipelinedTransaction } from '@/db/pipelinedTransaction'
import { checkpoint } from '@/db/schema/eventLog'
import { statementBuilder } from '@/db/statementBuilder'
import type { Id } from '@/domain/kernel/primitives'
import { pollInTransaction } from './poll'
import { type Subscriber, schemaVersionOf } from './subscriber'
import { NOT_SUSPENDED } from './suspension'

/**
 * Positions of the log per batch. Larger than in normal operation, where users wait for other work.
 */
const BATCH_SIZE = 5_000

export interface RebuildOptions {
  onProgress?: (done: number, of: number) => void
  batchSize?: number
  onlyOutdated?: boolean
}

/**
 * Deletes a subscriber's rows of a project and rebuilds them from the whole log, in one
 * transaction: until it commits, readers see the old rows. Locks the checkpoint meanwhile, so that
 * no process handles the same project's events.
 * @param options.onProgress receives the number of positions done and of all positions
 * @param options.batchSize positions per batch
 * @param options.onlyOutdated skips projections with the subscriber's schema version or a later one
 * @returns the number of positions of the log; 0 when the projection was skipped
 * @throws Error when the subscriber has no projection to rebuild
 */
export async function rebuild(
  pool: Database,
  subscriber: Subscriber,
  projectId: Id,
  { onProgress = () => {}, batchSize = BATCH_SIZE, onlyOutdated = false }: RebuildOptions = {},
): Promise<number> {
  const { reset, name } = subscriber
  if (!reset) throw new Error(`The subscriber ${name} has no projection to rebuild.`)
  return PipelinedTransaction.run(async (tx) => {
    const [locked] = await tx.select(
      { projectId: checkpoint.projectId },
      resetCheckpoint(subscriber, projectId, onlyOutdated),
    )
    // Another process rebuilt it while this one waited for the lock.
    if (!locked) return 0
    await reset(tx, projectId)
    for (;;) {
      const { seq, headSeq } = await pollInTransaction(tx, { ...subscriber, batchSize }, projectId)
      onProgress(seq, headSeq)
      if (seq >= headSeq) return seq
    }
  }, pool)
}

/**
 * Moves the checkpoint before the log and locks it. Returns no row when the projection is skipped.
 */
function resetCheckpoint(subscriber: Subscriber, projectId: Id, onlyOutdated: boolean) {
  const schemaVersion = schemaVersionOf(subscriber)
  return statementBuilder
    .insert(checkpoint)
    .values({ subscriber: subscriber.name, projectId, seq: 0, schemaVersion })
    .onConflictDoUpdate({
      target: [checkpoint.subscriber, checkpoint.projectId],
      set: { seq: 0, schemaVersion, ...NOT_SUSPENDED },
      setWhere: onlyOutdated ? lt(checkpoint.schemaVersion, schemaVersion) : undefined,
    })
    .returning({ projectId: checkpoint.projectId })
}
