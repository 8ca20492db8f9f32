import { and, eq, gt } from 'drizzle-orm'
import { database } from '@/db/client'
import { eventColumns } from '@/db/rowColumns'
import { event } from '@/db/schema/eventLog'
import { toStoredEvent } from '@/db/storedEvent'
import type { StoredEvent } from '@/domain/events'
import type { Id } from '@/domain/kernel/primitives'

/** Returns a project's events in order: those after a position of its log. */
export async function readLog(projectId: Id, after: number): Promise<StoredEvent[]> {
  const rows = await database()
    .db.select(eventColumns)
    .from(event)
    .where(and(eq(event.projectId, projectId), gt(event.seq, after)))
    .orderBy(event.seq)
  return rows.map(toStoredEvent)
}
