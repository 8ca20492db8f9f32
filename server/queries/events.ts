import { database } from '@/db/client'
import type { LoggedEvent } from '@/domain/events'
import type { Id } from '@/domain/words'
import type { ProjectScope } from '@/server/access/scope'
import { EVENT_COLUMNS, type Row, toEvent } from '@/server/log/rows'
import type { Reader } from './snapshot'

/** Consecutive events; `seq` is the newest position in the log, `more` says that others follow. */
export interface EventPage {
  events: LoggedEvent[]
  seq: number
  more: boolean
}

export const MOST_EVENTS = 500

/**
 * The events after a position, in order and without a gap, as one statement's snapshot sees them.
 * @param limit most events to give, up to 500
 */
export async function since(
  scope: ProjectScope,
  seq: number,
  limit = MOST_EVENTS,
): Promise<EventPage> {
  return readLog(database().sql, scope.projectId, seq, Math.min(limit, MOST_EVENTS))
}

/** The same for subscribers, which read every project. */
export async function readLog(
  sql: Reader,
  projectId: Id,
  after: number,
  limit: number,
): Promise<EventPage> {
  const columns = sql.unsafe(EVENT_COLUMNS.map((name) => `e.${name}`).join(', '))
  const rows = await sql<Row[]>`
    select p.seq as newest, ${columns}
    from project p
    left join lateral (
      select * from event where project_id = p.id and seq > ${after} order by seq limit ${limit}
    ) e on true
    where p.id = ${projectId} order by e.seq`
  const events = rows.filter((row) => row.seq !== null).map(toEvent)
  const newest = Number(rows[0]?.newest ?? 0)
  return { events, seq: newest, more: (events.at(-1)?.seq ?? after) < newest }
}
