import { z } from 'zod'
import { database } from '@/db/client'
import { missing } from '@/server/access/problem'
import { countTry } from '@/server/auth/limits'
import { endEverySession, endSession } from '@/server/auth/session'
import { audit } from '@/server/people/audit'
import { changePassword, passwordChange } from '@/server/people/changePassword'
import { signUp, signUpInput } from '@/server/people/signUp'
import { sessionsOf } from '@/server/queries/account'
import { open, router, signedIn } from '../base'

/** The person's own account. */
export const accountRouter = router({
  /** Who is signed in. */
  me: signedIn.query(({ ctx }) => {
    const { id, email, name } = ctx.account
    return { id, email, name }
  }),

  /** A new account with a workspace of its own; signing in is the next step. */
  signUp: open.input(signUpInput).mutation(async ({ ctx, input }) => {
    await countTry('signUp', ctx.ip)
    await countTry('signUpEmail', `${ctx.ip} ${input.email}`)
    const { workspace } = await signUp(input)
    return { workspace: workspace.slug }
  }),

  changePassword: signedIn.input(passwordChange).mutation(async ({ ctx, input }) => {
    await countTry('signIn', `password ${ctx.account.id}`)
    await changePassword(ctx.account, input)
    return null
  }),

  /** Where the person is signed in. */
  sessions: signedIn.query(({ ctx }) => sessionsOf(ctx.account)),

  /** Signs one other browser out. */
  endSession: signedIn.input(z.object({ sessionId: z.uuid() })).mutation(async ({ ctx, input }) => {
    if (!(await endSession(ctx.account.id, input.sessionId))) throw missing()
    return null
  }),

  /** Signs every browser out at once, this one as well. */
  signOutEverywhere: signedIn.mutation(async ({ ctx }) => {
    const sessions = await endEverySession(ctx.account.id)
    await audit(database().sql, 'account.signed-out-everywhere', { accountId: ctx.account.id })
    return { sessions }
  }),
})
