import { z } from 'zod'
import type {
  CardBadges,
  ChildProgress,
  RelatedTask,
  TaskRelations,
} from '@/domain/views/relations'
import { exactly } from './exactly'
import { category, count, id, taskType } from './values'

const relatedTask = exactly<RelatedTask>()(
  z.strictObject({
    id,
    projectId: id,
    key: z.string(),
    title: z.string(),
    type: taskType,
    status: z.strictObject({ name: z.string(), category, color: z.string() }),
    archived: z.boolean(),
    version: count,
  }),
)

export const childProgress = exactly<ChildProgress>()(
  z.strictObject({
    done: count,
    total: count,
    donePoints: z.number(),
    totalPoints: z.number(),
  }),
)

export const relationsOutput = exactly<TaskRelations>()(
  z.strictObject({
    seq: count,
    parent: relatedTask.nullable(),
    children: z.array(relatedTask),
    progress: childProgress,
    links: z.array(
      z.strictObject({
        kind: z.string(),
        key: z.string(),
        task: relatedTask.nullable(),
        storedOn: z.strictObject({ thisTask: z.boolean(), otherTask: z.boolean() }),
      }),
    ),
  }),
)

const cardBadges = exactly<CardBadges>()(
  z.strictObject({
    parent: z.strictObject({ id, key: z.string(), title: z.string(), type: taskType }).nullable(),
    progress: childProgress.nullable(),
    blockers: z.array(z.strictObject({ key: z.string(), done: z.boolean() })),
  }),
)
/** By task id. */
export const cardBadgesOutput = z.strictObject({
  seq: count,
  badges: z.record(z.string(), cardBadges),
})

export const foundTasksOutput = z.array(relatedTask)
