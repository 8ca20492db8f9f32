import { TRPCError } from '@trpc/server'
import { ZodError } from 'zod'
import { Problem, type ProblemKind } from '@/server/access/problem'

const CODES = {
  missing: 'NOT_FOUND',
  'signed-out': 'UNAUTHORIZED',
  forbidden: 'FORBIDDEN',
  conflict: 'CONFLICT',
  invalid: 'BAD_REQUEST',
  'too-many': 'TOO_MANY_REQUESTS',
} as const satisfies Record<ProblemKind, TRPCError['code']>

/** A problem that a procedure met, as the error that tRPC sends. */
export function asTrpcError(problem: Problem): TRPCError {
  return new TRPCError({ code: CODES[problem.kind], message: problem.message, cause: problem })
}

/** The inputs at fault by name (`a.b.0` for nested ones), each with its message; else null. */
export function fieldsOf(error: TRPCError): Record<string, string> | null {
  if (error.cause instanceof Problem && error.cause.field) {
    return { [error.cause.field]: error.cause.message }
  }
  if (!(error.cause instanceof ZodError)) return null
  const fields: Record<string, string> = {}
  for (const issue of error.cause.issues) fields[issue.path.join('.') || 'input'] ??= issue.message
  return fields
}

/** One sentence for the person; what broke inside stays inside. */
export function messageOf(error: TRPCError, fields: Record<string, string> | null): string {
  if (error.code === 'INTERNAL_SERVER_ERROR') {
    return 'The server failed to do this and nothing was changed. Try again in a moment.'
  }
  if (error.cause instanceof ZodError && fields) {
    const faults = Object.entries(fields).map(([name, message]) => `${name}: ${message}`)
    return `Check ${faults.join('; ')}.`.replace(/\.\.$/, '.')
  }
  return error.message
}
