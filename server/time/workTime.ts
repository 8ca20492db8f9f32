import { z } from 'zod'
import { database } from '@/db/client'
import type { Id } from '@/domain/kernel/primitives'
import { isTimeZone } from '@/domain/time/localDate'
import { requireRole } from '@/server/access/requireRole'
import type { WorkspaceScope } from '@/server/access/scope'
import { audit } from '@/server/people/audit'

const steppedNumber = (min: number, max: number, step: number) =>
  z.number().min(min).max(max).multipleOf(step, `Give steps of ${step}.`)

/** What admins say about the time of everybody in a workspace. */
export const workTimeChangeSchema = z.strictObject({
  hoursPerDay: steppedNumber(1, 24, 0.25).optional(),
  daysPerWeek: steppedNumber(1, 7, 0.5).optional(),
  lockedUntil: z.iso.date().nullable().optional(),
})

export const timeZoneSchema = z.string().max(60).refine(isTimeZone, 'There is no such time zone.')

/**
 * Changes how long days and weeks are, and the day up to which logged time is closed.
 * @throws ApiError (forbidden) for those who are not admins
 */
export async function changeWorkTime(
  scope: WorkspaceScope,
  change: z.infer<typeof workTimeChangeSchema>,
): Promise<void> {
  requireRole(scope.person.role, 'admin')
  const { workspaceId: id } = scope
  await database().sql.begin(async (sql) => {
    const [before] = await sql`select * from workspace where id = ${id} for update`
    if (!before) return
    const after = {
      hours_per_day: change.hoursPerDay ?? before.hours_per_day,
      days_per_week: change.daysPerWeek ?? before.days_per_week,
      locked_until: change.lockedUntil === undefined ? before.locked_until : change.lockedUntil,
    }
    const detail: Record<string, string | null> = {}
    for (const [name, value] of Object.entries(after)) {
      if (value === before[name]) continue
      const toText = (each: unknown) => (each === null ? null : String(each))
      detail[`${name} from`] = toText(before[name])
      detail[`${name} to`] = toText(value)
    }
    if (Object.keys(detail).length === 0) return
    await sql`update workspace set ${sql(after)} where id = ${id}`
    await audit(sql, 'workspace.work-time-changed', {
      workspaceId: id,
      actorId: scope.person.id,
      detail,
    })
  })
}

/** Says by which time zone somebody's days go; `first`: only where nobody has said so yet. */
export async function setTimeZone(personId: Id, zone: string, onlyIfUnset: boolean): Promise<void> {
  const { sql } = database()
  await sql`
    update person set time_zone = ${zone}
    where id = ${personId} and (time_zone is null or not ${onlyIfUnset})`
}
