import { z } from 'zod'
import { id } from './values'

export const undoCommand = z.strictObject({ undoes: id, rest: z.boolean().optional() })
