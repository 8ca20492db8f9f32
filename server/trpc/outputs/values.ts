import { z } from 'zod'
import { CATEGORIES, PRIORITIES, ROLES, TASK_TYPES } from '@/domain/kernel/primitives'

/** An id as the database stores it: a UUID of any version. */
export const id = z.guid()
export const statusId = z.string()
export const instant = z.iso.datetime()
export const localDate = z.iso.date()
export const rank = z.string()
/** A count, a version, or a position in a project's log. */
export const count = z.int().min(0)
/** A duration in seconds. */
export const seconds = z.int()
export const category = z.enum(CATEGORIES)
export const taskType = z.enum(TASK_TYPES)
export const priority = z.literal(PRIORITIES)
export const role = z.enum(ROLES)

/** A value before and after a change. */
export const change = <S extends z.ZodType>(value: S) => z.strictObject({ from: value, to: value })

/** Returns the schema of changes: one optional change per field. */
export function changes<Shape extends Record<string, z.ZodType>>(shape: Shape) {
  const entries = Object.entries(shape).map(([field, value]) => [field, change(value).optional()])
  return z.strictObject(Object.fromEntries(entries) as OptionalChanges<Shape>)
}

type OptionalChanges<Shape extends Record<string, z.ZodType>> = {
  [F in keyof Shape]: z.ZodOptional<ReturnType<typeof change<Shape[F]>>>
}
