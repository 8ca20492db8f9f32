import { eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { person, workspace } from '@/db/schema/people'
import type { LocalDate } from '@/domain/kernel/primitives'
import type { WorkTime } from '@/domain/time/duration'
import type { WorkspaceScope } from '@/server/access/scope'

/** How time is counted for whoever asks. */
export interface TimeSettings extends WorkTime {
  /** The last day on which logged time may no longer be changed. */
  lockedUntil: LocalDate | null
  /** By which the asker's days go; null until a browser has told it. */
  timeZone: string | null
}

/** How long days and weeks are in a workspace, up to when it is closed, and the asker's zone. */
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
