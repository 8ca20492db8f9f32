import { initTRPC } from '@trpc/server'
import { z } from 'zod'
import { type Caller, enterProjectById, enterWorkspace } from '@/server/access/enter'
import { missing, Problem } from '@/server/access/problem'
import { mustBe } from '@/server/access/roles'
import { accountOfSession } from '@/server/auth/session'
import type { Context } from './context'
import { asTrpcError, fieldsOf, messageOf } from './errors'
import { id } from './inputs/values'

const t = initTRPC.context<Context>().create({
  isDev: false,
  errorFormatter: ({ shape, error }) => {
    const fields = fieldsOf(error)
    return { ...shape, message: messageOf(error, fields), data: { ...shape.data, fields } }
  },
})

export const router = t.router

/** For everybody, signed in or not. */
export const open = t.procedure.use(async ({ next }) => {
  const result = await next()
  if (!result.ok && result.error.cause instanceof Problem) throw asTrpcError(result.error.cause)
  return result
})

/** For whoever is signed in: gives `ctx.account`. */
export const signedIn = open.use(async ({ ctx, next }) => {
  const account = ctx.sessionId ? await accountOfSession(ctx.sessionId) : null
  if (!account) throw signedOut()
  return next({ ctx: { account } })
})

/**
 * For the people of the workspace whose slug is in `input.workspace`: gives
 * `ctx.scope: WorkspaceScope` and `ctx.sessionId`. Session, person and workspace are checked in
 * one query.
 */
export const inWorkspace = open
  .input(z.object({ workspace: z.string().min(1).max(100) }))
  .use(async ({ ctx, input, next }) => {
    const caller = callerOf(ctx)
    const scope = await enterWorkspace(caller, input.workspace)
    if (!scope) throw await whyNot(caller)
    return next({ ctx: { scope, sessionId: caller.sessionId } })
  })

/** For the people of the project in `input.projectId`: gives `ctx.scope: ProjectScope`. */
export const inProject = open
  .input(z.object({ projectId: id }))
  .use(async ({ ctx, input, next }) => {
    const caller = callerOf(ctx)
    const scope = await enterProjectById(caller, input.projectId)
    if (!scope) throw await whyNot(caller)
    return next({ ctx: { scope, sessionId: caller.sessionId } })
  })

/** `inWorkspace` for those who may change things: members and admins. */
export const memberOfWorkspace = inWorkspace.use(({ ctx, next }) => {
  mustBe(ctx.scope.person.role, 'member')
  return next()
})

/** `inWorkspace` for admins. */
export const adminOfWorkspace = inWorkspace.use(({ ctx, next }) => {
  mustBe(ctx.scope.person.role, 'admin')
  return next()
})

function callerOf(ctx: Context): { sessionId: string } & Caller {
  if (!ctx.sessionId) throw signedOut()
  return { sessionId: ctx.sessionId }
}

// Only after a refusal is it worth a query to learn which of the two it was.
async function whyNot(caller: { sessionId: string }) {
  return asTrpcError((await accountOfSession(caller.sessionId)) ? missing() : signedOutProblem())
}

const signedOutProblem = () => new Problem('signed-out', 'Sign in to go on.')
const signedOut = () => asTrpcError(signedOutProblem())
