import { isTRPCClientError } from '@trpc/client'
import type { AppRouter } from '@/server/trpc/appRouter'

export interface FormErrors {
  /** What is wrong with each field, by its name. */
  fields: Record<string, string>
  /** What is wrong with none of them in particular. */
  form?: string
}

export const noErrors: FormErrors = { fields: {} }

const UNREACHABLE = 'The server cannot be reached. Nothing was changed; try again.'

/** Why a request failed, in a sentence for the person. */
export function requestErrorMessage(error: unknown): string {
  // Without data the answer, if there was one, is not from our server.
  if (isTRPCClientError<AppRouter>(error)) return error.data ? error.message : UNREACHABLE
  return error instanceof Error ? error.message : String(error)
}

/** Sorts what a procedure rejected into the fields of the form that asked for it. */
export function formErrorsFrom(error: unknown, fieldNames: string[]): FormErrors {
  const fields = (isTRPCClientError<AppRouter>(error) && error.data?.fields) || {}
  return Object.keys(fields).some((name) => fieldNames.includes(name))
    ? { fields }
    : { fields: {}, form: requestErrorMessage(error) }
}
