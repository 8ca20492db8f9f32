import { z } from 'zod'
import type {
  SprintContents,
  SprintPage,
  SprintTotals,
  SprintWithTotals,
  Workload,
} from '@/domain/views/sprints'
import { exactly } from './exactly'
import { sprintShape } from './project'
import { count, id, instant, seconds, statusId, taskType } from './values'

const totals = exactly<SprintTotals>()(
  z.strictObject({ tasks: count, points: z.number(), unestimated: count }),
)
const sprintWithTotals = exactly<SprintWithTotals>()(
  z.strictObject({ ...sprintShape, total: totals, done: totals }),
)

export const sprintPageOutput = exactly<SprintPage>()(
  z.strictObject({
    seq: count,
    open: z.array(sprintWithTotals),
    closed: z.array(sprintWithTotals),
    next: z.strictObject({ completedAt: instant.nullable(), id }).nullable(),
  }),
)

/** One sprint with its progress. */
export const sprintDetailOutput = z.strictObject({ seq: count, sprint: sprintWithTotals })

export const sprintContentsOutput = exactly<SprintContents>()(
  z.strictObject({
    seq: count,
    total: totals,
    done: totals,
    unfinished: z.array(
      z.strictObject({
        id,
        number: count,
        title: z.string(),
        type: taskType,
        statusId,
        estimate: z.number().nullable(),
      }),
    ),
  }),
)

export const sprintWorkloadOutput = exactly<Workload[]>()(
  z.array(
    z.strictObject({
      personId: id.nullable(),
      tasks: count,
      seconds,
      withoutEstimate: count,
      points: z.number(),
    }),
  ),
)

export const sprintNameOutput = z.string()
