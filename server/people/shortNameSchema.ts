import { z } from 'zod'
import { LIMITS } from '@/domain/kernel/primitives'

/** A name of 1 to 80 characters on one line; PostgreSQL, for one, cannot hold a null character. */
export const shortNameSchema = (whenEmpty: string) =>
  z
    .string()
    .trim()
    .min(1, whenEmpty)
    .max(LIMITS.name, `At most ${LIMITS.name} characters.`)
    .regex(/^\P{Cc}*$/u, 'Leave out line breaks and control characters.')
