import { z } from 'zod'
import { CATEGORIES, LIMITS, PRIORITIES, TASK_TYPES } from '@/domain/kernel/primitives'

/** Text that PostgreSQL can store: without U+0000 and lone surrogates. */
export const text = (maxLength: number) =>
  z
    .string()
    .max(maxLength)
    .refine((value) => !/\0|\p{Surrogate}/u.test(value), 'Contains a null or broken character.')

/** Text with at least one visible character. */
export const nonBlankText = (maxLength: number, label: string) =>
  text(maxLength).refine((value) => value.trim() !== '', `Give ${label}.`)

/** A UUID in lower case, as the database writes it, so that every entity has exactly one id. */
export const id = z.uuid().toLowerCase()
export const statusId = text(LIMITS.name).min(1)
/** A whole number that fits a column. */
export const integer = z.int().max(2 ** 31 - 1)
export const version = integer.min(0)
export const title = nonBlankText(LIMITS.title, 'a title')
export const taskType = z.enum(TASK_TYPES)
export const priority = z.literal(PRIORITIES)
export const category = z.enum(CATEGORIES)
export const estimate = z.number().min(0).max(LIMITS.estimate).nullable()
/** A duration in seconds. */
export const seconds = z.int().min(0).max(LIMITS.seconds)
/** The database has no year 0. */
const hasValidYear = (value: string) => !value.startsWith('0000')
export const localDate = z.iso.date().refine(hasValidYear, 'Years begin with 1.')
/** A day whose neighbours are valid dates too, in every time zone. */
export const timesheetDate = z.iso
  .date()
  .refine((value) => value > '0002' && value < '9999', 'Years go from 2 to 9998.')
export const dueDate = localDate.nullable()
/** The resolution of a task, such as done or duplicate. */
export const resolution = nonBlankText(LIMITS.label, 'a resolution').nullable()
export const instant = z.iso.datetime().refine(hasValidYear, 'Years begin with 1.')
export const label = nonBlankText(LIMITS.label, 'a label').transform((value) => value.trim())
export const labels = z.array(label).max(LIMITS.labels)
export const assignees = z.array(id).max(LIMITS.assignees)
export const link = text(100).regex(
  /^[a-z-]+:[A-Z][A-Z0-9]*-\d+$/,
  'Links look like blocks:ALO-12.',
)
export const links = z.array(link).max(LIMITS.links)
/** Returns whether all entries of a list have different ids under a key. */
export const areDistinct =
  <K extends string>(key: K) =>
  (entries: readonly Record<K, string>[]) =>
    new Set(entries.map((each) => each[key])).size === entries.length
export const namesTaskTwice = { message: 'Names a task twice.' }
/** Several tasks, each with its base version. */
export const taskRefs = z
  .array(z.strictObject({ taskId: id, baseVersion: version }))
  .min(1)
  .max(LIMITS.plannedTasks)
  .refine(areDistinct('taskId'), namesTaskTwice)
export const position = z.strictObject({
  after: id.optional(),
  before: id.optional(),
  end: z.enum(['top', 'bottom']).optional(),
})

/** The fields of every command besides its own: its id and its sender. */
export const commandEnvelope = { projectId: id, commandId: id, clientId: id }
