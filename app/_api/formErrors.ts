import { isTRPCClientError } from '@trpc/client'
import type { AppRouter } from '@/server/trpc/appRouter'

export interface FormErrors {
  /** Error messages by field name. */
  fields: Record<string, string>
  /** The error message that belongs to no field. */
  form?: string
}

export const noErrors: FormErrors = { fields: {} }

const UNREACHABLE = 'The server cannot be reached. Try again in a moment.'

/** Returns the reason of a failed request as a sentence for the person. */
export function requestErrorMessage(error: unknown): string {
  // An error without data did not come from our server.
  if (isTRPCClientError<AppRouter>(error)) return error.data ? error.message : UNREACHABLE
  return error instanceof Error ? error.message : String(error)
}

/** Assigns the errors of a rejected request to the fields of its form. */
export function formErrorsFrom(error: unknown, fieldNames: string[]): FormErrors {
  const fields = (isTRPCClientError<AppRouter>(error) && error.data?.fields) || {}
  return Object.keys(fields).some((name) => fieldNames.includes(name))
    ? { fields }
    : { fields: {}, form: requestErrorMessage(error) }
}
