import { RequestError } from './apiClient'

export interface FormErrors {
  /** What is wrong with each field, by its name. */
  fields: Record<string, string>
  /** What is wrong with none of them in particular. */
  form?: string
}

export const noErrors: FormErrors = { fields: {} }

/** Sorts what a procedure refused into the fields of the form that asked for it. */
export function formErrorsFrom(error: unknown, fieldNames: string[]): FormErrors {
  if (!(error instanceof RequestError)) {
    return { fields: {}, form: error instanceof Error ? error.message : String(error) }
  }
  const { data, message } = error
  if (!data) {
    return { fields: {}, form: 'The server cannot be reached. Nothing was changed; try again.' }
  }
  const fields = data.fields ?? {}
  return Object.keys(fields).some((name) => fieldNames.includes(name))
    ? { fields }
    : { fields: {}, form: message }
}
