import { z } from 'zod'
import { LIMITS } from '@/domain/kernel/primitives'

/**
 * A name of 1 to 80 characters on one line, without the null character, which PostgreSQL cannot
 * store.
 */
export const shortNameSchema = (whenEmpty: string) =>
  z
    .string()
    .trim()
    .min(1, whenEmpty)
    .max(LIMITS.name, `At most ${LIMITS.name} characters.`)
    .regex(/^\P{Cc}*$/u, 'Leave out line breaks and control characters.')
