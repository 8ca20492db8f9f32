import { z } from 'zod'
import { CATEGORIES, LIMITS, TASK_TYPES } from '@/domain/words'
import { wellFormed } from './jira/text/wellFormed'

const name = z
  .string()
  .trim()
  .min(1, 'needs a name')
  .max(LIMITS.name)
  .refine((value) => value === wellFormed(value), 'has a null or broken character')
const priority = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)])

/** How the words of a file become ours; every record goes by the file's own word. */
export const mappingShape = z.strictObject({
  projects: z.record(
    z.string(),
    z.strictObject({
      take: z.boolean(),
      key: z
        .string()
        .regex(
          /^[A-Z][A-Z0-9]{1,9}$/,
          'must be 2 to 10 capital letters and digits, a letter first',
        ),
      name,
    }),
  ),
  /** Statuses with the same name become one. `column: false` hides it once no task is in it. */
  statuses: z.record(
    z.string(),
    z.strictObject({ name, category: z.enum(CATEGORIES), column: z.boolean() }),
  ),
  types: z.record(z.string(), z.enum(TASK_TYPES)),
  priorities: z.record(z.string(), priority),
  /** A person of the workspace, or null for a placeholder that can be invited later. */
  people: z.record(z.string(), z.uuid().nullable()),
  /** The custom field that holds the points. */
  estimateField: z.string().nullable(),
  /** Whether issues and comments that only some may see in Jira come along, for all to see. */
  restricted: z.enum(['leave', 'take']),
  /** Whether what is broken is left out, or nothing is written at all. */
  onProblem: z.enum(['skip', 'stop']),
})
export type Mapping = z.infer<typeof mappingShape>

/** A mapping that says only what differs from the proposal, as a file for the command line does. */
export const mappingChanges = z.strictObject({
  projects: z.record(z.string(), mappingShape.shape.projects.valueType.partial()).optional(),
  statuses: z.record(z.string(), mappingShape.shape.statuses.valueType.partial()).optional(),
  types: mappingShape.shape.types.optional(),
  priorities: mappingShape.shape.priorities.optional(),
  people: mappingShape.shape.people.optional(),
  estimateField: mappingShape.shape.estimateField.optional(),
  restricted: mappingShape.shape.restricted.optional(),
  onProblem: mappingShape.shape.onProblem.optional(),
})
export type MappingChanges = z.infer<typeof mappingChanges>

/**
 * The proposal with what somebody changed in it.
 * @throws Error naming the first word that the file does not have
 */
export function withChanges(proposal: Mapping, changes: MappingChanges): Mapping {
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
