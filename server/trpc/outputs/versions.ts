import { z } from 'zod'
import type { VersionDetail, VersionList, VersionWithTotals } from '@/domain/views/versions'
import { exactly } from './exactly'
import { personOutput, versionShape } from './project'
import { childProgress } from './relations'
import { category, count, id, seconds, statusId, taskType } from './values'

const versionWithTotals = exactly<VersionWithTotals>()(
  z.strictObject({
    ...versionShape,
    taskCounts: z.record(category, count),
    time: z.strictObject({ spent: seconds, remaining: seconds, original: seconds }),
  }),
)

export const versionListOutput = exactly<VersionList>()(
  z.strictObject({ seq: count, versions: z.array(versionWithTotals) }),
)

export const versionDetailOutput = exactly<VersionDetail>()(
  z.strictObject({
    seq: count,
    version: versionWithTotals,
    tasks: z.array(
      z.strictObject({
        id,
        number: count,
        title: z.string(),
        type: taskType,
        statusId,
        category,
        assignees: z.array(id),
        estimate: z.number().nullable(),
        originalEstimate: seconds.nullable(),
        timeSpent: seconds,
      }),
    ),
    people: z.array(personOutput),
  }),
)

/** The progress of each component or version, by its id. */
export const componentAndVersionProgressOutput = z.strictObject({
  seq: count,
  progress: z.record(z.string(), childProgress),
})
