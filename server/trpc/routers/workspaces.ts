import { z } from 'zod'
import { countTry } from '@/server/auth/limits'
import { makeWorkspace, workspaceName } from '@/server/people/workspaces'
import { workspacesOf } from '@/server/queries/account'
import { router, signedIn } from '../base'

export const workspacesRouter = router({
  /** Those the account is somebody of. */
  mine: signedIn.query(({ ctx }) => workspacesOf(ctx.account)),

  /** One more workspace, with the account as its admin. */
  make: signedIn.input(z.object({ name: workspaceName })).mutation(async ({ ctx, input }) => {
    await countTry('workspace', ctx.account.id)
    const { slug } = await makeWorkspace(ctx.account, input.name)
    return { slug }
  }),
})
