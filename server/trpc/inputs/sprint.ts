import { z } from 'zod'
import { LIMITS } from '@/domain/kernel/primitives'
import {
  areDistinct,
  id,
  localDate,
  namesTaskTwice,
  nonBlankText,
  position,
  taskRefs,
  text,
  version,
} from './values'

const name = nonBlankText(LIMITS.name, 'a name')
const goal = text(LIMITS.goal)
const dates = { startDate: localDate.nullable(), endDate: localDate.nullable() }
const sprintRef = { baseVersion: version, sprintId: id }

export const createSprintInput = z.strictObject({
  ...sprintRef,
  name,
  goal: goal.optional(),
  startDate: localDate.nullable().optional(),
  endDate: localDate.nullable().optional(),
})
export const editSprintInput = z.strictObject({
  ...sprintRef,
  set: z.strictObject({ name, goal, ...dates }).partial(),
})
export const moveSprintInput = z.strictObject({ ...sprintRef, before: id.nullable() })
export const startSprintInput = z.strictObject({
  ...sprintRef,
  startDate: localDate,
  endDate: localDate,
})
export const completeSprintInput = z.strictObject({
  ...sprintRef,
  defaultDestination: id.nullable(),
  destinations: z
    .array(z.strictObject({ taskId: id, to: id.nullable() }))
    .max(10_000)
    .refine(areDistinct('taskId'), namesTaskTwice)
    .optional(),
  newSprint: z.strictObject({ sprintId: id, name }).optional(),
})
export const reopenSprintInput = z.strictObject(sprintRef)
export const removeSprintInput = z.strictObject(sprintRef)
export const setCapacityInput = z.strictObject({
  ...sprintRef,
  personId: id,
  capacity: z
    .strictObject({ hoursPerDay: z.number().min(0).max(24), daysOff: z.array(localDate).max(366) })
    .nullable(),
})
export const setParallelSprintsInput = z.strictObject({
  baseVersion: version,
  parallel: z.boolean(),
})
export const planTasksInput = z.strictObject({
  tasks: taskRefs,
  sprintId: id.nullable(),
  position,
})
