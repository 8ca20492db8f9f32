import { and, asc, eq, gt, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { eventColumns } from '@/db/rowColumns'
import { event } from '@/db/schema/eventLog'
import { project } from '@/db/schema/project'
import { toStoredEvent } from '@/db/storedEvent'
import type { StoredEvent } from '@/domain/events'
import type { ProjectScope } from '@/server/access/scope'

/**
 * Consecutive events. `seq` is the last position in the log; `hasMore` is true when more events
 * follow.
 */
export interface EventPage {
  events: StoredEvent[]
  seq: number
  hasMore: boolean
}

export const MAX_EVENTS = 500

/**
 * Returns the events after a position in order and without a gap, from the snapshot of one
 * statement.
 * @param limit the largest number of events to return, up to 500
 */
export async function loadEventsSince(
  scope: ProjectScope,
  seq: number,
  limit = MAX_EVENTS,
): Promise<EventPage> {
  const { db } = database()
  const page = db
    .select(eventColumns)
    .from(event)
    .where(and(eq(event.projectId, project.id), gt(event.seq, seq)))
    .orderBy(asc(event.seq))
    .limit(Math.min(limit, MAX_EVENTS))
    .as('event')
  const rows = await db
    .select({ newest: project.seq, event: eventColumns })
    .from(project)
    .leftJoinLateral(page, sql`true`)
    .where(eq(project.id, scope.projectId))
    .orderBy(asc(event.seq))
  const events = rows.flatMap((row) => (row.event ? toStoredEvent(row.event) : []))
  const newestSeq = rows[0]?.newest ?? 0
  return { events, seq: newestSeq, hasMore: (events.at(-1)?.seq ?? seq) < newestSeq }
}
