import { z } from 'zod'
import { CATEGORIES, LIMITS, TASK_TYPES } from '@/domain/kernel/primitives'
import { toWellFormed } from './jira/text/toWellFormed'

const name = z
  .string()
  .trim()
  .min(1, 'needs a name')
  .max(LIMITS.name)
  .refine((value) => value === toWellFormed(value), 'has a null or broken character')
const priority = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)])

/** How the values of a file are mapped. Each record is keyed by the file's own value. */
export const mappingSchema = z.strictObject({
  projects: z.record(
    z.string(),
    z.strictObject({
      included: z.boolean(),
      key: z
        .string()
        .regex(
          /^[A-Z][A-Z0-9]{1,9}$/,
          'must be 2 to 10 capital letters and digits, a letter first',
        ),
      name,
    }),
  ),
  /**
   * Statuses mapped to the same name become one. `column: false` hides it once no task is in it.
   */
  statuses: z.record(
    z.string(),
    z.strictObject({ name, category: z.enum(CATEGORIES), column: z.boolean() }),
  ),
  types: z.record(z.string(), z.enum(TASK_TYPES)),
  priorities: z.record(z.string(), priority),
  /** A person of the workspace, or null for a placeholder that can be invited later. */
  people: z.record(z.string(), z.uuid().nullable()),
  /** The custom field that holds the story points. */
  estimateField: z.string().nullable(),
  /**
   * Whether issues and comments with restricted visibility in Jira are imported, visible to all.
   */
  restricted: z.enum(['exclude', 'include']),
  /** Whether broken entries are skipped, or stop the import before anything is written. */
  onProblem: z.enum(['skip', 'stop']),
})
export type Mapping = z.infer<typeof mappingSchema>

/** The differences from the proposed mapping, as in a file for the command line. */
export const mappingChangesSchema = z.strictObject({
  projects: z.record(z.string(), mappingSchema.shape.projects.valueType.partial()).optional(),
  statuses: z.record(z.string(), mappingSchema.shape.statuses.valueType.partial()).optional(),
  types: mappingSchema.shape.types.optional(),
  priorities: mappingSchema.shape.priorities.optional(),
  people: mappingSchema.shape.people.optional(),
  estimateField: mappingSchema.shape.estimateField.optional(),
  restricted: mappingSchema.shape.restricted.optional(),
  onProblem: mappingSchema.shape.onProblem.optional(),
})
export type MappingChanges = z.infer<typeof mappingChangesSchema>

/**
 * Returns the proposal with the changes applied.
 * @throws Error naming the first value that the file does not contain
 */
export function applyMappingChanges(proposal: Mapping, changes: MappingChanges): Mapping {
  const next = structuredClone(proposal) as Mapping & Record<string, unknown>
  for (const [part, change] of Object.entries(changes)) {
    const record = next[part]
    if (typeof record !== 'object' || record === null) next[part] = change
    else merge(part, record as Record<string, unknown>, change as Record<string, unknown>)
  }
  return next
}

function merge(part: string, into: Record<string, unknown>, change: Record<string, unknown>) {
  for (const [word, value] of Object.entries(change)) {
    const known = Object.hasOwn(into, word)
    if (!known) throw new Error(`${part}: the file has no “${word}”.`)
    const whole = typeof value === 'object' && value !== null
    into[word] = whole ? { ...(into[word] as object), ...value } : value
  }
}
