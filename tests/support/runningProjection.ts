import { expect } from 'vitest'
import { database } from '@/db/client'
import type { Id } from '@/domain/kernel/primitives'
import { startSubscribers } from '@/server/jobs/startSubscribers'
import type { Subscriber } from '@/server/projections/subscriber'
import { eventually } from './eventually'

/**
 * Starts a subscriber as the app does. `waitUntilCaughtUp` resolves when it has handled a project's
 * whole log.
 */
export function startProjection(subscriber: Subscriber) {
  const errors: unknown[] = []
  const running = startSubscribers({
    subscribers: [subscriber],
    onFailure: ({ error }) => errors.push(error),
  })
  return {
    errors,
    stop: running.stop,
    waitUntilCaughtUp: (projectId: Id) =>
      eventually(async () => expect(await isCaughtUp(subscriber, projectId)).toBe(true)),
  }
}

async function isCaughtUp({ name }: Subscriber, projectId: Id): Promise<boolean> {
  const [row] = await database().sql<{ all: boolean }[]>`
    select c.seq = p.seq as all from project p
    join checkpoint c on c.project_id = p.id and c.subscriber = ${name} where p.id = ${projectId}`
  return row?.all ?? false
}

/** Returns all rows of a projection's tables for a project, sorted for comparison. */
export async function projectionRows(
  tables: string[],
  projectId: Id,
): Promise<Record<string, unknown>> {
  const { sql } = database()
  const all = tables.map(async (table) => {
    const rows = await sql<{ row: unknown }[]>`
      select to_jsonb(t) as row from ${sql(table)} t where project_id = ${projectId}
      order by to_jsonb(t)::text`
    return [table, rows.map(({ row }) => row)]
  })
  return Object.fromEntries(await Promise.all(all))
}
