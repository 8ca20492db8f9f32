import { z } from 'zod'
import { LIMITS } from '@/domain/words'
import { id, moment, seconds, text, version } from './values'

const onTask = { taskId: id, baseVersion: version }
const onWorklog = { ...onTask, worklogId: id }
/** In a column of the database as in the domain: to the millisecond, in UTC. */
const startedAt = moment.transform((value) => new Date(value).toISOString())
const fields = { seconds: seconds.min(1), startedAt, note: text(LIMITS.worklog) }

export const addWorklog = z.strictObject({
  ...onWorklog,
  ...fields,
  remaining: z.union([
    z.enum(['auto', 'keep']),
    z.strictObject({ set: seconds }),
    z.strictObject({ by: seconds }),
  ]),
})
export const editWorklog = z.strictObject({
  ...onWorklog,
  set: z.strictObject(fields).partial(),
})
export const deleteWorklog = z.strictObject(onWorklog)
