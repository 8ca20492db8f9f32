import { z } from 'zod'
import { LIMITS } from '@/domain/words'
import {
  assignees,
  dueDate,
  estimate,
  id,
  labels,
  links,
  place,
  priority,
  resolution,
  seconds,
  seen,
  statusId,
  taskType,
  text,
  title,
  version,
  words,
} from './values'

const onTask = { taskId: id, baseVersion: version }
const description = text(LIMITS.description)
const components = z.array(id).max(LIMITS.components)
const fixVersions = z.array(id).max(LIMITS.fixVersions)
const affectedVersions = z.array(id).max(LIMITS.affectedVersions)

export const createTask = z.strictObject({
  taskId: id,
  taskType,
  title,
  statusId,
  place,
  description: description.optional(),
  priority: priority.optional(),
  assignees: assignees.optional(),
  labels: labels.optional(),
  estimate: estimate.optional(),
  dueDate: dueDate.optional(),
  parentId: id.nullable().optional(),
})

const tags = { components, fixVersions, affectedVersions }
const sets = z.strictObject({ assignees, labels, links, ...tags }).partial()

export const editTask = z.strictObject({
  ...onTask,
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
  add: sets.optional(),
  remove: sets.optional(),
})

export const changeTasks = z.strictObject({
  tasks: seen,
  change: z
    .strictObject({
      set: z.strictObject({ type: taskType, priority, estimate, dueDate }).partial(),
      add: sets,
      remove: sets,
      statusId,
      sprintId: id.nullable(),
      archive: z.literal(true),
    })
    .partial()
    .refine((change) => Object.keys(change).length > 0, 'Say what to change.'),
})

/** What a move may fill in on its way. */
const filled = z.strictObject({
  description,
  estimate,
  dueDate,
  resolution,
  originalEstimate: seconds.nullable(),
  remainingEstimate: seconds.nullable(),
})
const filledSets = z.strictObject({ assignees, labels, ...tags })

export const moveTask = z.strictObject({
  ...onTask,
  statusId,
  place,
  set: filled.partial().optional(),
  add: filledSets.partial().optional(),
})
export const nestTask = z.strictObject({ ...onTask, parentId: id.nullable() })
export const cloneTask = z.strictObject({
  taskId: id,
  statusId,
  place,
  copies: z
    .array(z.strictObject({ from: id, to: id }))
    .min(1)
    .max(200),
})
export const transferTask = z.strictObject({ ...onTask, to: id })
export const archiveTask = z.strictObject(onTask)
export const restoreTask = z.strictObject({
  ...onTask,
  statusId: statusId.optional(),
  place: place.optional(),
})

const onComment = { ...onTask, commentId: id }
const body = words(LIMITS.comment, 'a comment')
export const addComment = z.strictObject({ ...onComment, body })
export const editComment = z.strictObject({ ...onComment, body })
export const deleteComment = z.strictObject(onComment)
