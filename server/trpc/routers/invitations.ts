import { z } from 'zod'
import { consumeRateLimit } from '@/server/auth/rateLimits'
import { acceptInvitation, signUpWithInvitation } from '@/server/people/acceptInvitation'
import { newAccountSchema } from '@/server/people/accounts'
import {
  createInvitation,
  newInvitationSchema,
  revokeInvitation,
} from '@/server/people/invitations'
import { loadOpenInvitations } from '@/server/queries/workspacePeople'
import { checkedOutput } from '../outputs/checkedOutput'
import { noOutput } from '../outputs/noOutput'
import { invitationsOutput, joinedWorkspaceOutput, newInvitationOutput } from '../outputs/people'
import { accountProcedure, publicProcedure, router, workspaceAdminProcedure } from '../procedures'

const invitationTokenInput = z.object({ token: z.string().min(20).max(100) })

/** Invitation links for one person each. */
export const invitationsRouter = router({
  list: workspaceAdminProcedure
    .output(checkedOutput(invitationsOutput))
    .query(({ ctx }) => loadOpenInvitations(ctx.scope)),

  /** Returns the token, which cannot be retrieved later. */
  create: workspaceAdminProcedure
    .input(newInvitationSchema)
    .output(checkedOutput(newInvitationOutput))
    .mutation(({ ctx, input }) => createInvitation(ctx.scope, input)),

  revoke: workspaceAdminProcedure
    .input(z.object({ invitationId: z.uuid() }))
    .output(noOutput)
    .mutation(async ({ ctx, input }) => {
      await revokeInvitation(ctx.scope, input.invitationId)
      return null
    }),

  /** Adds the signed-in account to the workspace. */
  accept: accountProcedure
    .input(invitationTokenInput)
    .output(checkedOutput(joinedWorkspaceOutput))
    .mutation(async ({ ctx, input }) => {
      await consumeRateLimit('invitation', ctx.ip)
      const { slug } = await acceptInvitation(input.token, ctx.account)
      return { workspace: slug }
    }),

  /** Creates an account that joins the workspace. The client signs in afterwards. */
  signUp: publicProcedure
    .input(newAccountSchema.extend(invitationTokenInput.shape))
    .output(checkedOutput(joinedWorkspaceOutput))
    .mutation(async ({ ctx, input }) => {
      await consumeRateLimit('invitation', ctx.ip)
      const { token, ...person } = input
      const { slug } = await signUpWithInvitation(token, person)
      return { workspace: slug }
    }),
})
