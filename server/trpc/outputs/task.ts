import { z } from 'zod'
import type { Comment } from '@/domain/comment/comment'
import type { Task } from '@/domain/task/task'
import type { Card } from '@/domain/views/board'
import type { TaskDetail } from '@/domain/views/history'
import type { Worklog } from '@/domain/worklog/worklog'
import { exactly } from './exactly'
import { personOutput } from './project'
import { TASK_FIELD_OUTPUTS } from './taskFields'
import { count, id, instant, rank, seconds, statusId } from './values'

const { description, ...cardFields } = TASK_FIELD_OUTPUTS
const cardShape = {
  ...cardFields,
  id,
  number: count,
  statusId,
  rank,
  createdAt: instant,
  updatedAt: instant,
  archivedAt: instant.nullable(),
  commentCount: count,
  sprintId: id.nullable(),
  backlogRank: rank,
  timeSpent: seconds,
  movedTo: id.nullable(),
  movedToProject: id.nullable(),
  version: count,
}
export const cardOutput = exactly<Card>()(z.strictObject(cardShape))
const taskOutput = exactly<Task>()(z.strictObject({ ...cardShape, description }))

const commentOutput = exactly<Comment>()(
  z.strictObject({
    id,
    taskId: id,
    author: id,
    body: z.string(),
    createdAt: instant,
    editedAt: instant.nullable(),
    deletedAt: instant.nullable(),
  }),
)

const worklogOutput = exactly<Worklog>()(
  z.strictObject({
    id,
    taskId: id,
    author: id,
    seconds,
    startedAt: instant,
    note: z.string(),
    deductedFromRemaining: seconds.nullable(),
    createdAt: instant,
    editedAt: instant.nullable(),
    deletedAt: instant.nullable(),
  }),
)

const taskWithThreads = {
  seq: count,
  task: taskOutput,
  comments: z.array(commentOutput),
  worklogs: z.array(worklogOutput),
}
/** A task as a replica loads it; null when the project has no task with this id. */
export const loadedTaskOutput = z.strictObject(taskWithThreads).nullable()

export const taskDetailOutput = exactly<TaskDetail>()(
  z.strictObject({
    ...taskWithThreads,
    movedTo: z.string().nullable(),
    people: z.array(personOutput),
  }),
)
