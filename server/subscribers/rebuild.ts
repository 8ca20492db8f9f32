import type { Sql } from 'postgres'
import type { Id } from '@/domain/words'
import { step } from './round'
import { type Subscriber, versionOf } from './subscriber'

/** Positions of the log at once: larger than while people wait for an answer beside it. */
const AT_ONCE = 5_000

export interface RebuildOptions {
  told?: (done: number, of: number) => void
  atOnce?: number
  onlyOld?: boolean
}

/**
 * Throws away what a subscriber has written of a project and makes it anew from the whole log, in
 * one transaction: until it commits, everybody reads what was there before. The checkpoint is
 * locked meanwhile, so that no process which follows the log gets in between.
 * @param options.told hears how many positions are done, of how many
 * @param options.atOnce positions in a batch
 * @param options.onlyOld leaves alone what is written in the subscriber's present way, or a later one
 * @returns positions of the log; 0 where it was left alone
 * @throws Error when the subscriber keeps nothing that could be made anew
 */
export async function rebuild(
  sql: Sql,
  subscriber: Subscriber,
  projectId: Id,
  { told = () => {}, atOnce = AT_ONCE, onlyOld = false }: RebuildOptions = {},
): Promise<number> {
  const { forget, name } = subscriber
  if (!forget) throw new Error(`The subscriber ${name} keeps nothing that could be made anew.`)
  const done = await sql.begin(async (tx) => {
    const way = versionOf(subscriber)
    const taken = await tx`
      insert into checkpoint as c (subscriber, project_id, seq, version)
      values (${name}, ${projectId}, 0, ${way})
      on conflict (subscriber, project_id) do update set seq = 0, version = ${way}
      ${onlyOld ? tx`where c.version < ${way}` : tx``} returning 1`
    // Another process has made it anew while this one waited for the lock.
    if (taken.length === 0) return 0
    await forget(tx, projectId)
    for (;;) {
      const { seq, newest } = await step(tx, { ...subscriber, most: atOnce }, projectId)
      told(seq, newest)
      if (seq >= newest) return seq
    }
  })
  return done as number
}
