import { lt } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { PipelinedTransaction } from '@/db/pipelinedTransaction'
import { checkpoint } from '@/db/schema/eventLog'
import { statementBuilder } from '@/db/statementBuilder'
import type { Id } from '@/domain/kernel/primitives'
import { pollInTransaction } from './poll'
import { type Subscriber, schemaVersionOf } from './subscriber'
import { NOT_SUSPENDED } from './suspension'

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
    // Another process has made it anew while this one waited for the lock.
    if (!locked) return 0
    await reset(tx, projectId)
    for (;;) {
      const { seq, headSeq } = await pollInTransaction(tx, { ...subscriber, batchSize }, projectId)
      onProgress(seq, headSeq)
      if (seq >= headSeq) return seq
    }
  }, pool)
}

/** Puts the checkpoint before the log, and locks it; gives no row where it is left alone. */
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
