import { database } from '@/db/client'
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
  const { sql } = database()
  const [row] = await sql<TimeSettings[]>`
    select w.hours_per_day as "hoursPerDay", w.days_per_week as "daysPerWeek",
      w.locked_until as "lockedUntil", p.time_zone as "timeZone"
    from workspace w join person p on p.id = ${scope.person.id}
    where w.id = ${scope.workspaceId}`
  return row ?? { hoursPerDay: 8, daysPerWeek: 5, lockedUntil: null, timeZone: null }
}
