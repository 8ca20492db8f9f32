import { z } from 'zod'
import { LIMITS } from '@/domain/words'
import { day, id, place, seen, text, version, words } from './values'

const name = words(LIMITS.name, 'a name')
const goal = text(LIMITS.goal)
const dates = { startDate: day.nullable(), endDate: day.nullable() }
const onSprint = { baseVersion: version, sprintId: id }

export const createSprint = z.strictObject({
  ...onSprint,
  name,
  goal: goal.optional(),
  startDate: day.nullable().optional(),
  endDate: day.nullable().optional(),
})
export const editSprint = z.strictObject({
  ...onSprint,
  set: z.strictObject({ name, goal, ...dates }).partial(),
})
export const moveSprint = z.strictObject({ ...onSprint, before: id.nullable() })
export const startSprint = z.strictObject({ ...onSprint, startDate: day, endDate: day })
export const completeSprint = z.strictObject({
  ...onSprint,
  rest: id.nullable(),
  choices: z
    .array(z.strictObject({ taskId: id, to: id.nullable() }))
    .max(10_000)
    .optional(),
  create: z.strictObject({ sprintId: id, name }).optional(),
})
export const reopenSprint = z.strictObject(onSprint)
export const removeSprint = z.strictObject(onSprint)
export const setCapacity = z.strictObject({
  ...onSprint,
  personId: id,
  capacity: z
    .strictObject({ hoursPerDay: z.number().min(0).max(24), daysOff: z.array(day).max(366) })
    .nullable(),
})
export const allowParallel = z.strictObject({ baseVersion: version, parallel: z.boolean() })
export const planTasks = z.strictObject({
  tasks: seen,
  sprintId: id.nullable(),
  place,
})
