import { z } from 'zod'
import { LIMITS } from '@/domain/kernel/primitives'
import { fieldsWith, isSetField, type SetField, type TaskField } from '@/domain/task/fields'
import { pickInputs } from './taskFields'
import {
  areDistinct,
  id,
  namesTaskTwice,
  nonBlankText,
  position,
  statusId,
  taskRefs,
  version,
} from './values'

const taskRef = { taskId: id, baseVersion: version }
const { title, type: taskType, ...optionalOnCreate } = pickInputs(fieldsWith('onCreate', true))

export const createTaskInput = z
  .strictObject(optionalOnCreate)
  .partial()
  .extend({ taskId: id, taskType, title, statusId, position })

/** Returns the scalar fields and the set fields among some fields. */
const scalarsOf = <F extends TaskField>(fields: readonly F[]) =>
  fields.filter((field): field is Exclude<F, SetField> => !isSetField(field))
const setsOf = <F extends TaskField>(fields: readonly F[]) =>
  fields.filter((field): field is F & SetField => isSetField(field))

const editableFields = fieldsWith('editedBy', 'task.edit')
const editedScalars = z.strictObject(pickInputs(scalarsOf(editableFields))).partial()
const editedSets = z.strictObject(pickInputs(setsOf(editableFields))).partial()

export const editTaskInput = z.strictObject({
  ...taskRef,
  set: editedScalars.optional(),
  add: editedSets.optional(),
  remove: editedSets.optional(),
})

const bulkFields = fieldsWith('bulk', true)
const bulkSets = z.strictObject(pickInputs(setsOf(bulkFields))).partial()

export const bulkEditInput = z.strictObject({
  tasks: taskRefs,
  change: z
    .strictObject({
      set: z.strictObject(pickInputs(scalarsOf(bulkFields))).partial(),
      add: bulkSets,
      remove: bulkSets,
      statusId,
      sprintId: id.nullable(),
      archive: z.literal(true),
    })
    .partial()
    .refine((change) => Object.keys(change).length > 0, 'Say what to change.'),
})

const fillableFields = fieldsWith('requirable', true)
/** The fields that a move may change: those that a transition requires and those of swimlanes. */
const fieldsSetOnMove = z.strictObject(pickInputs([...scalarsOf(fillableFields), 'priority']))
const setsAddedOnMove = z.strictObject(pickInputs(setsOf(fillableFields)))
const setsReducedOnMove = z.strictObject(pickInputs(['assignees']))

export const moveTaskInput = z.strictObject({
  ...taskRef,
  statusId,
  position,
  set: fieldsSetOnMove.partial().optional(),
  add: setsAddedOnMove.partial().optional(),
  remove: setsReducedOnMove.partial().optional(),
  parentId: id.nullable().optional(),
})
export const setParentInput = z.strictObject({ ...taskRef, parentId: id.nullable() })
export const cloneTaskInput = z.strictObject({
  taskId: id,
  statusId,
  position,
  copies: z
    .array(z.strictObject({ from: id, to: id }))
    .min(1)
    .max(200)
    .refine(areDistinct('from'), namesTaskTwice)
    .refine(areDistinct('to'), namesTaskTwice),
})
export const transferTaskInput = z.strictObject({ ...taskRef, to: id })
export const archiveTaskInput = z.strictObject(taskRef)
export const restoreTaskInput = z.strictObject({
  ...taskRef,
  statusId: statusId.optional(),
  position: position.optional(),
})

const commentRef = { ...taskRef, commentId: id }
const body = nonBlankText(LIMITS.comment, 'a comment')
export const addCommentInput = z.strictObject({ ...commentRef, body })
export const editCommentInput = z.strictObject({ ...commentRef, body })
export const deleteCommentInput = z.strictObject(commentRef)
