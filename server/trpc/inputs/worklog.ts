import { z } from 'zod'
import { LIMITS } from '@/domain/kernel/primitives'
import { id, instant, seconds, text, version } from './values'

const taskRef = { taskId: id, baseVersion: version }
const worklogRef = { ...taskRef, worklogId: id }
/** Normalized to milliseconds in UTC, as the database and the domain store it. */
const startedAt = instant.transform((value) => new Date(value).toISOString())
const fields = { seconds: seconds.min(1), startedAt, note: text(LIMITS.worklog) }

export const addWorklogInput = z.strictObject({
  ...worklogRef,
  ...fields,
  remaining: z.union([
    z.enum(['auto', 'keep']),
    z.strictObject({ set: seconds }),
    z.strictObject({ by: seconds }),
  ]),
})
export const editWorklogInput = z.strictObject({
  ...worklogRef,
  set: z.strictObject(fields).partial(),
})
export const deleteWorklogInput = z.strictObject(worklogRef)
