import { z } from 'zod'
import type { ProjectionState, ProjectionStatus } from '@/server/queries/projectionStatus'
import { exactly } from './exactly'
import { count, id, instant } from './values'

const state = exactly<ProjectionState>()(
  z.enum(['up-to-date', 'catching-up', 'rebuilding', 'retrying', 'parked']),
)

export const projectionStatusOutput = exactly<ProjectionStatus[]>()(
  z.array(
    z.strictObject({
      name: z.string(),
      title: z.string(),
      canRebuild: z.boolean(),
      counts: z.strictObject({
        'up-to-date': count,
        'catching-up': count,
        rebuilding: count,
        retrying: count,
        parked: count,
      }),
      projects: z.array(
        z.strictObject({
          projectId: id,
          projectKey: z.string(),
          projectName: z.string(),
          state,
          lag: count,
          failures: count,
          error: z.string().nullable(),
          failedAt: instant.nullable(),
          retryInSeconds: z.number().nullable(),
        }),
      ),
    }),
  ),
)
