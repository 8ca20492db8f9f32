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

/** Says by which time zone somebody's days go; `onlyIfUnset`: only where nobody has said so yet. */
export async function setTimeZone(personId: Id, zone: string, onlyIfUnset: boolean): Promise<void> {
  await database()
    .db.update(person)
    .set({ timeZone: zone })
    .where(and(eq(person.id, personId), onlyIfUnset ? isNull(person.timeZone) : undefined))
}
