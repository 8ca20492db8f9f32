import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { database } from '@/db/client'
import { person, workspace } from '@/db/schema/people'
import type { Id } from '@/domain/kernel/primitives'
import { isTimeZone } from '@/domain/time/localDate'
import { requireRole } from '@/server/access/requireRole'
import type { WorkspaceScope } from '@/server/access/scope'
import { audit } from '@/server/people/audit'

const steppedNumber = (min: number, max: number, step: number) =>
  z.number().min(min).max(max).multipleOf(step, `Give steps of ${step}.`)

/** The time settings that admins choose for a whole workspace. */
export const workTimeChangeSchema = z.strictObject({
  hoursPerDay: steppedNumber(1, 24, 0.25).optional(),
  daysPerWeek: steppedNumber(1, 7, 0.5).optional(),
  lockedUntil: z.iso.date().nullable().optional(),
})

export const timeZoneSchema = z.string().max(60).refine(isTimeZone, 'There is no such time zone.')

/**
 * Changes the hours per day, the days per week and the day up to which logged time is locked.
 * @throws ApiError (forbidden) unless the caller is an admin
 */
export async function changeWorkTime(
  scope: WorkspaceScope,
  change: z.infer<typeof workTimeChangeSchema>,
): Promise<void> {
  requireRole(scope.person.role, 'admin')
  const { workspaceId: id } = scope
  await database().db.transaction(async (db) => {
    const [before] = await db.select().from(workspace).where(eq(workspace.id, id)).for('update')
    if (!before) return
    const detail: Record<string, string | null> = {}
    for (const key of workTimeKeys) {
      const value = change[key]
      if (value === undefined || value === before[key]) continue
      detail[`${workspace[key].name} from`] = toText(before[key])
      detail[`${workspace[key].name} to`] = toText(value)
    }
    if (Object.keys(detail).length === 0) return
    await db.update(workspace).set(change).where(eq(workspace.id, id))
    await audit(db, 'workspace.work-time-changed', {
      workspaceId: id,
      actorId: scope.person.id,
      detail,
    })
  })
}

const workTimeKeys = workTimeChangeSchema.keyof().options

const toText = (value: string | number | null) => (value === null ? null : String(value))

/** Sets a person's time zone. With `onlyIfUnset`, keeps a time zone that is already set. */
export async function setTimeZone(personId: Id, zone: string, onlyIfUnset: boolean): Promise<void> {
  await database()
    .db.update(person)
    .set({ timeZone: zone })
    .where(and(eq(person.id, personId), onlyIfUnset ? isNull(person.timeZone) : undefined))
}
