import { z } from 'zod'
import { database } from '@/db/client'
import { notFound } from '@/server/access/apiError'
import { consumeRateLimit } from '@/server/auth/rateLimits'
import { revokeAllSessions, revokeSession } from '@/server/auth/session'
import { audit } from '@/server/people/audit'
import { changePassword, passwordChangeSchema } from '@/server/people/changePassword'
import { signUp, signUpSchema } from '@/server/people/signUp'
import { loadSessions } from '@/server/queries/account'
import { checkedOutput } from '../outputs/checkedOutput'
import { noOutput } from '../outputs/noOutput'
import {
  accountOutput,
  endedSessionsOutput,
  joinedWorkspaceOutput,
  sessionsOutput,
} from '../outputs/people'
import { accountProcedure, publicProcedure, router } from '../procedures'

/** The person's own account. */
export const accountRouter = router({
  /** Returns the signed-in account. */
  me: accountProcedure.output(checkedOutput(accountOutput)).query(({ ctx }) => {
    const { id, email, name } = ctx.account
    return { id, email, name }
  }),

  /** Creates an account with a workspace of its own. The client signs in afterwards. */
  signUp: publicProcedure
    .input(signUpSchema)
    .output(checkedOutput(joinedWorkspaceOutput))
    .mutation(async ({ ctx, input }) => {
      await consumeRateLimit('signUp', ctx.ip)
      await consumeRateLimit('signUpByIpAndEmail', `${ctx.ip} ${input.email}`)
      const { workspace } = await signUp(input)
      return { workspace: workspace.slug }
    }),

  changePassword: accountProcedure
    .input(passwordChangeSchema)
    .output(noOutput)
    .mutation(async ({ ctx, input }) => {
      await consumeRateLimit('passwordByIpAndEmail', `password ${ctx.account.id}`)
      await changePassword(ctx.account, input)
      return null
    }),

  /** Returns the live sessions of the account. */
  sessions: accountProcedure
    .output(checkedOutput(sessionsOutput))
    .query(({ ctx }) => loadSessions(ctx.account)),

  /** Signs one other browser out. */
  revokeSession: accountProcedure
    .input(z.object({ sessionId: z.uuid() }))
    .output(noOutput)
    .mutation(async ({ ctx, input }) => {
      if (!(await revokeSession(ctx.account.id, input.sessionId))) throw notFound()
      return null
    }),

  /** Signs out all browsers, including this one. */
  signOutEverywhere: accountProcedure
    .output(checkedOutput(endedSessionsOutput))
    .mutation(async ({ ctx }) => {
      const sessions = await revokeAllSessions(ctx.account.id)
      await audit(database().db, 'account.signed-out-everywhere', { accountId: ctx.account.id })
      return { sessions }
    }),
})
