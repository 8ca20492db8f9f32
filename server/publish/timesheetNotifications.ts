import { and, eq, inArray, isNotNull, isNull, or } from 'drizzle-orm'
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import type Pusher from 'pusher'
import { isAnyOf } from '@/db/isAnyOf'
import { person } from '@/db/schema/people'
import { project, worklog } from '@/db/schema/project'
import type { StoredEvent } from '@/domain/events'
import type { Id } from '@/domain/kernel/primitives'
import { logger } from '@/server/observability/logger'
import type { Subscriber } from '@/server/projections/subscriber'

/** The message on a person's own channel when a timesheet that they may see has changed. */
export const TIMESHEET_CHANGED = 'timesheet-changed'

/** Changes within this time cause one message, in milliseconds. */
const BATCH_DELAY_MS = 100

/**
 * Returns the subscriber, extended by notifications: people whose timesheet changed, and the
 * admins, who see all timesheets, are notified after the commit, so that they then read the new
 * times. Windows that miss the message refresh when they become visible.
 */
export function withTimesheetNotifications(
  subscriber: Subscriber,
  client: Pick<Pusher, 'sendToUser'>,
): Subscriber {
  const pendingWorklogs = new Map<Id, Set<Id>>()
  const notify = async (db: PostgresJsDatabase) => {
    const changed = [...pendingWorklogs]
    pendingWorklogs.clear()
    try {
      const personIds = await Promise.all(
        changed.map(([id, worklogs]) => affectedPeople(db, id, worklogs)),
      )
      const people = [...new Set(personIds.flat())]
      await Promise.all(people.map((id) => client.sendToUser(id, TIMESHEET_CHANGED, {})))
    } catch (error) {
      logger().warn({ err: error }, 'open timesheets were not notified')
    }
  }
  return {
    ...subscriber,
    afterCommit({ projectId, events }, db) {
      const worklogs = events.flatMap(worklogIdOf)
      if (worklogs.length === 0) return
      if (pendingWorklogs.size === 0) setTimeout(() => void notify(db), BATCH_DELAY_MS).unref()
      const before = pendingWorklogs.get(projectId) ?? []
      pendingWorklogs.set(projectId, new Set([...before, ...worklogs]))
    },
  }
}

const worklogIdOf = ({ data }: StoredEvent): Id[] => ('worklogId' in data ? [data.worklogId] : [])

/** Returns the people who may have a timesheet open that shows these worklogs. */
async function affectedPeople(
  db: PostgresJsDatabase,
  projectId: Id,
  worklogs: Set<Id>,
): Promise<Id[]> {
  const authors = db
    .select({ id: worklog.author })
    .from(worklog)
    .where(and(eq(worklog.projectId, projectId), isAnyOf(worklog.id, [...worklogs])))
  const rows = await db
    .select({ id: person.id })
    .from(person)
    .innerJoin(project, and(eq(project.id, projectId), eq(project.workspaceId, person.workspaceId)))
    .where(
      and(
        isNull(person.removedAt),
        isNotNull(person.accountId),
        or(eq(person.role, 'admin'), inArray(person.id, authors)),
      ),
    )
  return rows.map((row) => row.id)
}
