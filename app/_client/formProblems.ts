import { RequestError } from './requests'

export interface FormProblems {
  /** What is wrong with each field, by its name. */
  fields: Record<string, string>
  /** What is wrong with none of them in particular. */
  whole?: string
}

export const noProblems: FormProblems = { fields: {} }

/** Sorts what a procedure refused into the fields of the form that asked for it. */
export function formProblems(error: unknown, known: string[]): FormProblems {
  if (!(error instanceof RequestError)) {
    return { fields: {}, whole: error instanceof Error ? error.message : String(error) }
  }
  const { data, message } = error
  if (!data) {
    return { fields: {}, whole: 'The server cannot be reached. Nothing was changed; try again.' }
  }
  const fields = data.fields ?? {}
  return Object.keys(fields).some((name) => known.includes(name))
    ? { fields }
    : { fields: {}, whole: message }
}
