import { z } from 'zod'
import { NO_LANE, SHARED } from '@/domain/lanes'
import { PRIORITIES, TASK_TYPES } from '@/domain/words'
import { id, integer, text } from './values'

const lane = z.union([
  z.object({ by: z.literal('person'), id: z.union([id, z.enum([NO_LANE, SHARED])]) }),
  z.object({ by: z.literal('epic'), id: z.union([id, z.literal(NO_LANE)]) }),
  z.object({ by: z.literal('priority'), id: z.enum(PRIORITIES.map(String)) }),
])

/** What a board or a backlog shows of its tasks. */
export const filter = z.object({
  text: text(200).optional(),
  people: z
    .array(z.union([id, z.literal('none')]))
    .max(50)
    .optional(),
  labels: z.array(text(60)).max(50).optional(),
  types: z.array(z.enum(TASK_TYPES)).max(50).optional(),
  sprint: id.optional(),
  lane: lane.optional(),
})

/** A place in an order, behind which to go on. */
export const position = z.object({ rank: text(5_000).min(1), number: integer.min(0) })
