import { database } from '@/db/client'
import { EVENT_COLUMNS, type Row, toEvent } from '@/db/rows'
import type { StoredEvent } from '@/domain/events'
import type { Id } from '@/domain/kernel/primitives'
import type { ProjectScope } from '@/server/access/scope'
import type { SqlReader } from './snapshot'

/** Consecutive events; `seq` is the newest position in the log, `hasMore` says that others follow. */
export interface EventPage {
  events: StoredEvent[]
  seq: number
  hasMore: boolean
}

export const MAX_EVENTS = 500

/**
 * The events after a position, in order and without a gap, as one statement's snapshot sees them.
 * @param limit most events to give, up to 500
 */
export async function loadEventsSince(
  scope: ProjectScope,
  seq: number,
  limit = MAX_EVENTS,
): Promise<EventPage> {
  return readEventLog(database().sql, scope.projectId, seq, Math.min(limit, MAX_EVENTS))
}

/** The same for subscribers, which read every project. */
export async function readEventLog(
  sql: SqlReader,
  projectId: Id,
  afterSeq: number,
  limit: number,
): Promise<EventPage> {
  const columns = sql.unsafe(EVENT_COLUMNS.map((name) => `e.${name}`).join(', '))
  const rows = await sql<Row[]>`
    select p.seq as newest, ${columns}
    from project p
    left join lateral (
      select * from event where project_id = p.id and seq > ${afterSeq} order by seq limit ${limit}
    ) e on true
    where p.id = ${projectId} order by e.seq`
  const events = rows.filter((row) => row.seq !== null).map(toEvent)
  const newestSeq = Number(rows[0]?.newest ?? 0)
  return { events, seq: newestSeq, hasMore: (events.at(-1)?.seq ?? afterSeq) < newestSeq }
}
