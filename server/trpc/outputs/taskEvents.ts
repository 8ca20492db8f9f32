import { z } from 'zod'
import type { EventData, TaskEventType } from '@/domain/events'
import { fieldsWith, TASK_FIELD_NAMES, type TaskField } from '@/domain/task/fields'
import { exactlyEach } from './exactly'
import { droppedFields, pickOutputs, scalarChanges, setChanges } from './taskFields'
import { change, changes, id, instant, rank, seconds, statusId } from './values'

const alwaysStored = fieldsWith('stored', 'always')
type StoredWhenSet = Exclude<TaskField, (typeof alwaysStored)[number] | 'reporter'>
const isStoredWhenSet = (field: TaskField): field is StoredWhenSet =>
  field !== 'reporter' && !alwaysStored.some((each) => each === field)

const seed = z
  .strictObject({
    ...pickOutputs(TASK_FIELD_NAMES.filter(isStoredWhenSet)),
    sprintId: id.nullable(),
    backlogRank: rank,
    movedFrom: z.string(),
    droppedFields,
  })
  .partial()
  .extend({ ...pickOutputs(alwaysStored), number: z.int(), statusId, rank })

const commentRef = { commentId: id }
const comment = { ...commentRef, body: z.string() }
const worklogRef = { worklogId: id }
const worklogFields = { seconds, startedAt: instant, note: z.string() }
const remaining = change(seconds.nullable()).optional()
const deductedFromRemaining = seconds.nullable()

/** The data of the events of a task, its comments and its worklogs. */
export const TASK_EVENT_DATA = exactlyEach<Pick<EventData, TaskEventType>>()({
  'task.created': seed,
  'task.edited': z.strictObject({ set: scalarChanges.optional(), sets: setChanges.optional() }),
  'task.moved': z.strictObject({
    from: statusId,
    to: statusId,
    rank,
    fromRank: rank,
    set: scalarChanges.optional(),
    sets: setChanges.optional(),
  }),
  'task.planned': z.strictObject({
    from: id.nullable(),
    to: id.nullable(),
    fromRank: rank,
    rank,
  }),
  'task.archived': z.strictObject({
    statusId,
    movedTo: z
      .strictObject({ projectId: id, taskId: id, droppedFields: droppedFields.optional() })
      .optional(),
  }),
  'task.restored': z.strictObject({ from: statusId, statusId, rank, archivedAt: instant }),
  'comment.added': z.strictObject(comment),
  'comment.edited': z.strictObject({ ...commentRef, from: z.string(), to: z.string() }),
  'comment.deleted': z.strictObject({ ...commentRef, body: z.string().optional() }),
  'comment.restored': z.strictObject(comment),
  'worklog.added': z.strictObject({
    ...worklogRef,
    ...worklogFields,
    deductedFromRemaining,
    remaining,
  }),
  'worklog.edited': z.strictObject({
    ...worklogRef,
    set: changes(worklogFields),
    deductedFromRemaining,
    remaining,
  }),
  'worklog.deleted': z.strictObject({
    ...worklogRef,
    seconds,
    note: z.string().optional(),
    deductedFromRemaining: deductedFromRemaining.optional(),
    remaining,
  }),
})
