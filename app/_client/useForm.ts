'use client'

import { type FormEvent, useState } from 'react'
import { formProblems, noProblems } from './formProblems'

/**
 * A form whose problems stand at their fields. `submit` gets the fields' values by name; what it
 * throws is shown, and the first field at fault gets the focus.
 * @param names the form's fields
 */
export function useForm<Name extends string>(
  names: readonly Name[],
  submit: (values: Record<Name, string>) => Promise<void>,
) {
  const [problems, setProblems] = useState(noProblems)
  const [pending, setPending] = useState(false)

  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (pending) return
    const form = event.currentTarget
    const data = new FormData(form)
    const values = Object.fromEntries(names.map((name) => [name, String(data.get(name) ?? '')]))
    setPending(true)
    setProblems(noProblems)
    try {
      await submit(values as Record<Name, string>)
    } catch (error) {
      const found = formProblems(error, [...names])
      setProblems(found)
      const first = names.find((name) => found.fields[name])
      const field = first && form.elements.namedItem(first)
      if (field instanceof HTMLElement) field.focus()
    } finally {
      setPending(false)
    }
  }

  return { problems, pending, form: { onSubmit, method: 'post', noValidate: true } as const }
}
