import { z } from 'zod'
import { LIMITS } from '@/domain/kernel/primitives'
import {
  assignees,
  dueDate,
  estimate,
  id,
  labels,
  links,
  nonBlankText,
  position,
  priority,
  resolution,
  seconds,
  statusId,
  taskRefs,
  taskType,
  text,
  title,
  version,
} from './values'

const taskRef = { taskId: id, baseVersion: version }
const description = text(LIMITS.description)
const components = z.array(id).max(LIMITS.components)
const fixVersions = z.array(id).max(LIMITS.fixVersions)
const affectedVersions = z.array(id).max(LIMITS.affectedVersions)

export const createTaskInput = z.strictObject({
  taskId: id,
  taskType,
  title,
  statusId,
  position,
  description: description.optional(),
  priority: priority.optional(),
  assignees: assignees.optional(),
  labels: labels.optional(),
  estimate: estimate.optional(),
  dueDate: dueDate.optional(),
  parentId: id.nullable().optional(),
})

const componentsAndVersions = { components, fixVersions, affectedVersions }
const editedSets = z.strictObject({ assignees, labels, links, ...componentsAndVersions }).partial()

export const editTaskInput = z.strictObject({
  ...taskRef,
  set: z
    .strictObject({
      title,
      description,
      type: taskType,
      priority,
      estimate,
      dueDate,
      resolution,
      originalEstimate: seconds.nullable(),
      remainingEstimate: seconds.nullable(),
    })
    .partial()
    .optional(),
  add: editedSets.optional(),
  remove: editedSets.optional(),
})

export const bulkEditInput = z.strictObject({
  tasks: taskRefs,
  change: z
    .strictObject({
      set: z.strictObject({ type: taskType, priority, estimate, dueDate }).partial(),
      add: editedSets,
      remove: editedSets,
      statusId,
      sprintId: id.nullable(),
      archive: z.literal(true),
    })
    .partial()
    .refine((change) => Object.keys(change).length > 0, 'Say what to change.'),
})

/** What a move may fill in on its way. */
const fieldsSetOnMove = z.strictObject({
  description,
  estimate,
  dueDate,
  resolution,
  originalEstimate: seconds.nullable(),
  remainingEstimate: seconds.nullable(),
})
const setsAddedOnMove = z.strictObject({ assignees, labels, ...componentsAndVersions })

export const moveTaskInput = z.strictObject({
  ...taskRef,
  statusId,
  position,
  set: fieldsSetOnMove.partial().optional(),
  add: setsAddedOnMove.partial().optional(),
})
export const setParentInput = z.strictObject({ ...taskRef, parentId: id.nullable() })
export const cloneTaskInput = z.strictObject({
  taskId: id,
  statusId,
  position,
  copies: z
    .array(z.strictObject({ from: id, to: id }))
    .min(1)
    .max(200),
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
