import { z } from 'zod'
import { PRIORITIES, TASK_TYPES } from '@/domain/kernel/primitives'
import { NO_SWIMLANE, SHARED_SWIMLANE } from '@/domain/views/swimlanes'
import { id, integer, text } from './values'

const swimlane = z.union([
  z.object({
    groupBy: z.literal('person'),
    id: z.union([id, z.enum([NO_SWIMLANE, SHARED_SWIMLANE])]),
  }),
  z.object({ groupBy: z.literal('epic'), id: z.union([id, z.literal(NO_SWIMLANE)]) }),
  z.object({ groupBy: z.literal('priority'), id: z.enum(PRIORITIES.map(String)) }),
])

/** What a board or a backlog shows of its tasks. */
export const boardFilter = z.object({
  text: text(200).optional(),
  people: z
    .array(z.union([id, z.literal('none')]))
    .max(50)
    .optional(),
  labels: z.array(text(60)).max(50).optional(),
  types: z.array(z.enum(TASK_TYPES)).max(50).optional(),
  sprint: id.optional(),
  swimlane: swimlane.optional(),
})

/** A place in an order, behind which to go on. */
export const rankCursor = z.object({ rank: text(5_000).min(1), number: integer.min(0) })
