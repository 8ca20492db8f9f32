import { vi } from 'vitest'
import { database } from '@/db/client'
import type { Id } from '@/domain/words'
import { startSubscribers } from '@/server/subscribers/start'
import type { Subscriber } from '@/server/subscribers/subscriber'

/** Starts a subscriber as the app does; `caughtUp` waits until it has all of a project's log. */
export function following(subscriber: Subscriber) {
  const faults: unknown[] = []
  const running = startSubscribers({
    subscribers: [subscriber],
    report: (error) => faults.push(error),
  })
  return {
    faults,
    stop: running.stop,
    caughtUp: (projectId: Id) =>
      vi.waitUntil(() => hasAll(subscriber, projectId), { timeout: 20_000, interval: 20 }),
  }
}

async function hasAll({ name }: Subscriber, projectId: Id): Promise<boolean> {
  const [row] = await database().sql<{ all: boolean }[]>`
    select c.seq = p.seq as all from project p
    join checkpoint c on c.project_id = p.id and c.subscriber = ${name} where p.id = ${projectId}`
  return row?.all ?? false
}

/** Every row that a read model's tables hold for a project, in an order of their own. */
export async function rowsOf(tables: string[], projectId: Id): Promise<Record<string, unknown>> {
  const { sql } = database()
  const all = tables.map(async (table) => {
    const rows = await sql<{ row: unknown }[]>`
      select to_jsonb(t) as row from ${sql(table)} t where project_id = ${projectId}
      order by to_jsonb(t)::text`
    return [table, rows.map(({ row }) => row)]
  })
  return Object.fromEntries(await Promise.all(all))
}
