import { initTRPC } from '@trpc/server'
import { z } from 'zod'
import { ApiError, notFound } from '@/server/access/apiError'
import { authorizeProjectById, authorizeWorkspace, type Caller } from '@/server/access/authorize'
import { requireRole } from '@/server/access/requireRole'
import { accountOfSession } from '@/server/auth/session'
import { describeRequest } from '@/server/observability/requestContext'
import type { TrpcContext } from './context'
import { id } from './inputs/values'
import { errorMessageOf, fieldErrorsOf, toTrpcError } from './toTrpcError'

const t = initTRPC.context<TrpcContext>().create({
  isDev: false,
  errorFormatter: ({ shape, error, type }) => {
    const fields = fieldErrorsOf(error)
    const message = errorMessageOf(error, type, fields)
    return { ...shape, message, data: { ...shape.data, fields } }
  },
})

export const router = t.router

/** For everybody, signed in or not. */
export const publicProcedure = t.procedure.use(async ({ path, next }) => {
  describeRequest({ procedure: path })
  const result = await next()
  if (!result.ok && result.error.cause instanceof ApiError) throw toTrpcError(result.error.cause)
  return result
})

/** For signed-in accounts. Provides `ctx.account`. */
export const accountProcedure = publicProcedure.use(async ({ ctx, next }) => {
  const account = ctx.sessionId ? await accountOfSession(ctx.sessionId) : null
  if (!account) throw unauthenticatedTrpcError()
  return next({ ctx: { account } })
})

/**
 * For members of the workspace whose slug is `input.workspace`. Provides `ctx.scope:
 * WorkspaceScope` and `ctx.sessionId`. One query checks session, person and workspace.
 */
export const workspaceProcedure = publicProcedure
  .input(z.object({ workspace: z.string().min(1).max(100) }))
  .use(async ({ ctx, input, next }) => {
    const caller = callerOf(ctx)
    const scope = await authorizeWorkspace(caller, input.workspace)
    if (!scope) throw await accessError(caller)
    return next({ ctx: { scope, sessionId: caller.sessionId } })
  })

/** For people who can see the project `input.projectId`. Provides `ctx.scope: ProjectScope`. */
export const projectProcedure = publicProcedure
  .input(z.object({ projectId: id }))
  .use(async ({ ctx, input, next }) => {
    const caller = callerOf(ctx)
    const scope = await authorizeProjectById(caller, input.projectId)
    if (!scope) throw await accessError(caller)
    return next({ ctx: { scope, sessionId: caller.sessionId } })
  })

/** `workspaceProcedure` for people who may change data: members and admins. */
export const workspaceMemberProcedure = workspaceProcedure.use(({ ctx, next }) => {
  requireRole(ctx.scope.person.role, 'member')
  return next()
})

/** `workspaceProcedure` for admins. */
export const workspaceAdminProcedure = workspaceProcedure.use(({ ctx, next }) => {
  requireRole(ctx.scope.person.role, 'admin')
  return next()
})

function callerOf(ctx: TrpcContext): { sessionId: string } & Caller {
  if (!ctx.sessionId) throw unauthenticatedTrpcError()
  return { sessionId: ctx.sessionId }
}

// The query that distinguishes the two reasons runs only after a failed check.
async function accessError(caller: { sessionId: string }) {
  return toTrpcError(
    (await accountOfSession(caller.sessionId)) ? notFound() : unauthenticatedError(),
  )
}

const unauthenticatedError = () => new ApiError('unauthenticated', 'Sign in to go on.')
const unauthenticatedTrpcError = () => toTrpcError(unauthenticatedError())
