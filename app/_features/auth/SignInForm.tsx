'use client'

import { useRef } from 'react'
import { signInWithPassword } from '@/app/_api/auth'
import { useForm } from '@/app/_api/useForm'
import { Button } from '@/app/_ui/Button'
import { TextField } from '@/app/_ui/TextField'
import { FormError } from './fields/FormError'

type DemoAccount = { name: string; email: string; password: string }
type Props = { next: string; error?: string; demoAccounts: DemoAccount[] }

/** Signs in by e-mail and password. The same error is shown whichever of the two is wrong. */
export function SignInForm({ next, error, demoAccounts }: Props) {
  const email = useRef<HTMLInputElement>(null)
  const password = useRef<HTMLInputElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const { form, errors, isPending } = useForm(['email', 'password'], async (values) => {
    const failure = await signInWithPassword(values.email, values.password)
    if (failure) throw new Error(failure)
    window.location.assign(next)
  })

  const fill = (person: DemoAccount) => {
    if (email.current) email.current.value = person.email
    if (password.current) password.current.value = person.password
    button.current?.focus()
  }
  return (
    <form {...form} className="flex flex-col gap-4">
      <TextField
        ref={email}
        label="E-mail"
        name="email"
        type="email"
        autoComplete="username"
        autoFocus
      />
      <TextField
        ref={password}
        label="Password"
        name="password"
        type="password"
        autoComplete="current-password"
      />
      <FormError>{errors.form ?? error}</FormError>
      <Button ref={button} type="submit" tone="primary" pending={isPending}>
        Sign in
      </Button>
      {demoAccounts.length > 0 ? <DemoAccounts demo={demoAccounts} onPick={fill} /> : null}
    </form>
  )
}

function DemoAccounts({
  demo,
  onPick,
}: {
  demo: DemoAccount[]
  onPick: (person: DemoAccount) => void
}) {
  return (
    <section aria-label="Demo sign-ins" className="rounded-card bg-sunken p-3">
      <p className="text-muted">
        This is a demo. Sign in as one of these, in two windows if you like; the password is{' '}
        <code className="font-mono text-text">{demo[0]?.password}</code>.
      </p>
      <div className="mt-2 flex flex-col gap-2">
        {demo.map((person) => (
          <Button key={person.email} onClick={() => onPick(person)} className="justify-between">
            {person.name} <span className="font-normal text-muted">{person.email}</span>
          </Button>
        ))}
      </div>
    </section>
  )
}
