import { z } from 'zod'
import { CATEGORIES, LIMITS, PRIORITIES, TASK_TYPES } from '@/domain/kernel/primitives'

/** Text that PostgreSQL can hold: it has no room for U+0000, nor for half a surrogate pair. */
export const text = (maxLength: number) =>
  z
    .string()
    .max(maxLength)
    .refine((value) => !/\0|\p{Surrogate}/u.test(value), 'Contains a null or broken character.')

/** Text with something to read in it. */
export const nonBlankText = (maxLength: number, label: string) =>
  text(maxLength).refine((value) => value.trim() !== '', `Give ${label}.`)

/** A UUID as the database writes it: told apart by case, one thing would have many ids. */
export const id = z.uuid().toLowerCase()
export const statusId = text(LIMITS.name).min(1)
/** A whole number that a column holds. */
export const integer = z.int().max(2 ** 31 - 1)
export const version = integer.min(0)
export const title = nonBlankText(LIMITS.title, 'a title')
export const taskType = z.enum(TASK_TYPES)
export const priority = z.literal(PRIORITIES)
export const category = z.enum(CATEGORIES)
export const estimate = z.number().min(0).max(LIMITS.estimate).nullable()
/** A stretch of work. */
export const seconds = z.int().min(0).max(LIMITS.seconds)
/** The database knows no year 0. */
const hasValidYear = (value: string) => !value.startsWith('0000')
export const localDate = z.iso.date().refine(hasValidYear, 'Years begin with 1.')
/** A day to look at with those beside it, by clocks of every zone. */
export const timesheetDate = z.iso
  .date()
  .refine((value) => value > '0002' && value < '9999', 'Years go from 2 to 9998.')
export const dueDate = localDate.nullable()
/** How a task was settled, such as done or duplicate. */
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
/** Several tasks, each with the version that its sender was looking at. */
export const taskRefs = z
  .array(z.strictObject({ taskId: id, baseVersion: version }))
  .min(1)
  .max(LIMITS.plannedTasks)
  .refine((tasks) => new Set(tasks.map((each) => each.taskId)).size === tasks.length, {
    message: 'Names a task twice.',
  })
export const position = z.strictObject({
  after: id.optional(),
  before: id.optional(),
  end: z.enum(['top', 'bottom']).optional(),
})

/** Which command this is and where it comes from; stands beside every command's own fields. */
export const commandEnvelope = { projectId: id, commandId: id, clientId: id }
