import { eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { person, workspace } from '@/db/schema/people'
import type { LocalDate } from '@/domain/kernel/primitives'
import type { WorkTime } from '@/domain/time/duration'
import type { WorkspaceScope } from '@/server/access/scope'

/** The settings by which time is displayed and entered. */
export interface TimeSettings extends WorkTime {
  /** The last locked day: logged time up to it cannot be changed. */
  lockedUntil: LocalDate | null
  /** The principal's time zone; null until a browser has reported it. */
  timeZone: string | null
}

/**
 * Returns a workspace's length of days and weeks and its time lock, and the principal's time zone.
 */
export async function loadTimeSettings(scope: WorkspaceScope): Promise<TimeSettings> {
  const [settings] = await database()
    .db.select({
      hoursPerDay: workspace.hoursPerDay,
      daysPerWeek: workspace.daysPerWeek,
      lockedUntil: workspace.lockedUntil,
      timeZone: person.timeZone,
    })
    .from(workspace)
    .innerJoin(person, eq(person.id, scope.person.id))
    .where(eq(workspace.id, scope.workspaceId))
  return settings ?? { hoursPerDay: 8, daysPerWeek: 5, lockedUntil: null, timeZone: null }
}
