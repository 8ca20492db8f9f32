'use client'

import { type FormEvent, useState } from 'react'
import { formErrorsFrom, noErrors } from './formErrors'

/**
 * Returns the state of a form whose errors appear at their fields. `submit` receives the field
 * values by name; an error that it throws is shown, and the first invalid field gets the focus.
 * @param names the form's fields
 */
export function useForm<Name extends string>(
  names: readonly Name[],
  submit: (values: Record<Name, string>) => Promise<void>,
) {
  const [errors, setErrors] = useState(noErrors)
  const [isPending, setPending] = useState(false)

  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (isPending) return
    const form = event.currentTarget
    const data = new FormData(form)
    const values = Object.fromEntries(names.map((name) => [name, String(data.get(name) ?? '')]))
    setPending(true)
    setErrors(noErrors)
    try {
      await submit(values as Record<Name, string>)
    } catch (error) {
      const formErrors = formErrorsFrom(error, [...names])
      setErrors(formErrors)
      const first = names.find((name) => formErrors.fields[name])
      const field = first && form.elements.namedItem(first)
      if (field instanceof HTMLElement) field.focus()
    } finally {
      setPending(false)
    }
  }

  return { errors, isPending, form: { onSubmit, method: 'post', noValidate: true } as const }
}
