import { and, eq, gt, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { checkpoint, event } from '@/db/schema/eventLog'
import { project } from '@/db/schema/project'
import { subscriberInfos } from '@/server/jobs/subscribers'
import type { SubscriberInfo } from '@/server/projections/subscriberInfo'

/** The state of a subscriber over all projects of all workspaces. */
export interface SubscriberTotals {
  name: string
  title: string
  /** Number of unhandled events. */
  lag: number
  /** Number of projects in which it is parked until an admin acts. */
  parked: number
  /** Number of projects in which it failed and will retry. */
  retrying: number
  /** Waiting time of the oldest unhandled event, in milliseconds, without projects that failed. */
  waitingMs: number
}

/** Returns the totals of every subscriber. */
export const loadSubscriberTotals = (): Promise<SubscriberTotals[]> =>
  Promise.all(subscriberInfos.map(loadTotalsOf))

async function loadTotalsOf({ name, title }: SubscriberInfo): Promise<SubscriberTotals> {
  const seq = sql`coalesce(${checkpoint.seq}, 0)`
  const [row] = await database()
    .db.select({
      lag: sql`coalesce(sum(${project.seq} - ${seq}), 0)`.mapWith(Number),
      parked: sql`count(${checkpoint.parkedAt})`.mapWith(Number),
      retrying: sql`count(*) filter (
        where ${checkpoint.error} is not null and ${checkpoint.parkedAt} is null)`.mapWith(Number),
      waitingMs: sql`coalesce(extract(epoch from now() - min(${event.recordedAt}) filter (
        where ${checkpoint.error} is null)) * 1000, 0)`.mapWith(Number),
    })
    .from(project)
    .leftJoin(
      checkpoint,
      and(eq(checkpoint.subscriber, name), eq(checkpoint.projectId, project.id)),
    )
    .leftJoin(
      event,
      and(gt(project.seq, seq), eq(event.projectId, project.id), eq(event.seq, sql`${seq} + 1`)),
    )
  return { name, title, lag: 0, parked: 0, retrying: 0, waitingMs: 0, ...row }
}
