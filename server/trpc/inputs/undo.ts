import { z } from 'zod'
import { id } from './values'

export const undoInput = z.strictObject({ undoneCommandId: id, partial: z.boolean().optional() })
