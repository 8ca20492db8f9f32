import { TRPCError, type TRPCProcedureType } from '@trpc/server'
import { ZodError } from 'zod'
import { ApiError, type ApiErrorKind } from '@/server/access/apiError'

const TRPC_CODES = {
  'not-found': 'NOT_FOUND',
  unauthenticated: 'UNAUTHORIZED',
  forbidden: 'FORBIDDEN',
  conflict: 'CONFLICT',
  invalid: 'BAD_REQUEST',
  'rate-limited': 'TOO_MANY_REQUESTS',
} as const satisfies Record<ApiErrorKind, TRPCError['code']>

/** Returns an API error as the error that tRPC sends. */
export function toTrpcError(apiError: ApiError): TRPCError {
  return new TRPCError({
    code: TRPC_CODES[apiError.kind],
    message: apiError.message,
    cause: apiError,
  })
}

/** Returns the messages for invalid inputs by name (`a.b.0` for nested ones), otherwise null. */
export function fieldErrorsOf(error: TRPCError): Record<string, string> | null {
  if (error.cause instanceof ApiError && error.cause.field) {
    return { [error.cause.field]: error.cause.message }
  }
  if (!(error.cause instanceof ZodError)) return null
  const fields: Record<string, string> = {}
  for (const issue of error.cause.issues) fields[issue.path.join('.') || 'input'] ??= issue.message
  return fields
}

/**
 * Returns a message for the person. Internal details are left out. After an internal error of a
 * mutation, nobody knows what was saved: a connection can break during the commit.
 */
export function errorMessageOf(
  error: TRPCError,
  type: TRPCProcedureType | 'unknown',
  fields: Record<string, string> | null,
): string {
  if (error.code === 'INTERNAL_SERVER_ERROR') {
    return type === 'mutation'
      ? 'The server failed, and this may not have been saved. Reload to see, then try again.'
      : 'The server failed to do this. Try again in a moment.'
  }
  if (error.cause instanceof ZodError && fields) {
    const fieldErrors = Object.entries(fields).map(([name, message]) => `${name}: ${message}`)
    return `Check ${fieldErrors.join('; ')}.`.replace(/\.\.$/, '.')
  }
  return error.message
}
