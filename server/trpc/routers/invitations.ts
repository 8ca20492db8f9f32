import { z } from 'zod'
import { countTry } from '@/server/auth/limits'
import { acceptInvitation, signUpWithInvitation } from '@/server/people/accept'
import { newAccount } from '@/server/people/accounts'
import { invite, newInvitation, revokeInvitation } from '@/server/people/invite'
import { openInvitations } from '@/server/queries/workspacePeople'
import { adminOfWorkspace, open, router, signedIn } from '../base'

const held = z.object({ token: z.string().min(20).max(100) })

/** Links that let one more person in. */
export const invitationsRouter = router({
  open: adminOfWorkspace.query(({ ctx }) => openInvitations(ctx.scope)),

  /** Answers with the token, the one time it is seen. */
  make: adminOfWorkspace
    .input(newInvitation)
    .mutation(({ ctx, input }) => invite(ctx.scope, input)),

  revoke: adminOfWorkspace
    .input(z.object({ invitationId: z.uuid() }))
    .mutation(async ({ ctx, input }) => {
      await revokeInvitation(ctx.scope, input.invitationId)
      return null
    }),

  /** Lets whoever is signed in into the workspace. */
  accept: signedIn.input(held).mutation(async ({ ctx, input }) => {
    await countTry('invitation', ctx.ip)
    const { slug } = await acceptInvitation(input.token, ctx.account)
    return { workspace: slug }
  }),

  /** Account and entry in one go; signing in is the next step. */
  signUp: open.input(newAccount.extend(held.shape)).mutation(async ({ ctx, input }) => {
    await countTry('invitation', ctx.ip)
    const { token, ...person } = input
    const { slug } = await signUpWithInvitation(token, person)
    return { workspace: slug }
  }),
})
