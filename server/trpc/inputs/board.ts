import { z } from 'zod'
import { PRIORITIES } from '@/domain/kernel/primitives'
import {
  FILTERABLE_FIELDS,
  type FilterableField,
  type FilterValue,
  NO_VALUE,
} from '@/domain/task/fields'
import { NO_SWIMLANE, SHARED_SWIMLANE } from '@/domain/views/swimlanes'
import { TASK_FIELD_INPUTS } from './taskFields'
import { id, integer, text } from './values'

const swimlane = z.union([
  z.object({
    groupBy: z.literal('person'),
    id: z.union([id, z.enum([NO_SWIMLANE, SHARED_SWIMLANE])]),
  }),
  z.object({ groupBy: z.literal('epic'), id: z.union([id, z.literal(NO_SWIMLANE)]) }),
  z.object({ groupBy: z.literal('priority'), id: z.enum(PRIORITIES.map(String)) }),
])

/** The schema of one value of a field, or of the option for none. */
function filterValue(field: FilterableField): z.ZodType {
  const input: z.ZodType = TASK_FIELD_INPUTS[field]
  const single =
    input instanceof z.ZodArray || input instanceof z.ZodNullable ? input.def : { element: input }
  const value = 'element' in single ? single.element : single.innerType
  return z.union([value, z.literal(NO_VALUE)])
}

const fieldFilters = Object.fromEntries(
  FILTERABLE_FIELDS.map((field) => [field, z.array(filterValue(field)).max(50).optional()]),
) as unknown as {
  [F in FilterableField]: z.ZodOptional<z.ZodType<FilterValue<F>[], FilterValue<F>[]>>
}

/** The filter of a board or a backlog. */
export const boardFilter = z.object({
  text: text(200).optional(),
  ...fieldFilters,
  sprint: id.optional(),
  swimlane: swimlane.optional(),
})

/** A position in an order, after which the next page begins. */
export const rankCursor = z.object({ rank: text(5_000).min(1), number: integer.min(0) })
