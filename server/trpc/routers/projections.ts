import { z } from 'zod'
import { database } from '@/db/client'
import type { Id } from '@/domain/kernel/primitives'
import { notFound } from '@/server/access/apiError'
import { subscriberInfos } from '@/server/jobs/subscribers'
import { signalNewEvents } from '@/server/projections/newEventsSignal'
import { requestRebuild, retryProjection } from '@/server/projections/resume'
import type { SubscriberInfo } from '@/server/projections/subscriberInfo'
import { loadProjectionStatus } from '@/server/queries/projectionStatus'
import { id } from '../inputs/values'
import { checkedOutput } from '../outputs/checkedOutput'
import { noOutput } from '../outputs/noOutput'
import { projectionStatusOutput } from '../outputs/projections'
import { router, workspaceAdminProcedure } from '../procedures'

const projectionInput = z.object({ subscriber: z.string().max(100), projectId: id })

/** The state of the subscribers, for the admins of a workspace. */
export const projectionsRouter = router({
  status: workspaceAdminProcedure
    .output(checkedOutput(projectionStatusOutput))
    .query(({ ctx }) => loadProjectionStatus(ctx.scope)),

  retry: workspaceAdminProcedure
    .input(projectionInput)
    .output(noOutput)
    .mutation(async ({ ctx, input }) => {
      const subscriber = findSubscriber(input.subscriber)
      const target = { ...ctx.scope, subscriber, projectId: input.projectId }
      signal(input.projectId, await retryProjection(database().db, target))
      return null
    }),

  rebuild: workspaceAdminProcedure
    .input(projectionInput)
    .output(noOutput)
    .mutation(async ({ ctx, input }) => {
      const subscriber = findSubscriber(input.subscriber)
      if (!subscriber.canRebuild) throw notFound()
      const target = { ...ctx.scope, subscriber, projectId: input.projectId }
      signal(input.projectId, await requestRebuild(database().db, target))
      return null
    }),
})

function findSubscriber(name: string): SubscriberInfo {
  const found = subscriberInfos.find((each) => each.name === name)
  if (!found) throw notFound()
  return found
}

function signal(projectId: Id, headSeq: number | null): void {
  if (headSeq === null) throw notFound()
  signalNewEvents(projectId, headSeq)
}
