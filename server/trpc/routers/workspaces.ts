import { z } from 'zod'
import { consumeRateLimit } from '@/server/auth/rateLimits'
import { createWorkspace, workspaceNameSchema } from '@/server/people/createWorkspace'
import { loadWorkspacesOfAccount } from '@/server/queries/account'
import { checkedOutput } from '../outputs/checkedOutput'
import { newWorkspaceOutput, workspacesOutput } from '../outputs/people'
import { accountProcedure, router } from '../procedures'

export const workspacesRouter = router({
  /** Returns the workspaces of the account. */
  list: accountProcedure
    .output(checkedOutput(workspacesOutput))
    .query(({ ctx }) => loadWorkspacesOfAccount(ctx.account)),

  /** Creates a workspace with the account as its admin. */
  create: accountProcedure
    .input(z.object({ name: workspaceNameSchema }))
    .output(checkedOutput(newWorkspaceOutput))
    .mutation(async ({ ctx, input }) => {
      await consumeRateLimit('createWorkspace', ctx.account.id)
      const { slug } = await createWorkspace(ctx.account, input.name)
      return { slug }
    }),
})
