'use client'

import { useRef } from 'react'
import { signInWithPassword } from '@/app/_client/auth'
import { useForm } from '@/app/_client/useForm'
import { Button } from '@/app/_ui/Button'
import { TextField } from '@/app/_ui/TextField'
import { FormProblem } from '../FormProblem'

type Demo = { name: string; email: string; password: string }
type Props = { next: string; problem?: string; demo: Demo[] }

/** E-mail and password; one answer for whichever of them is wrong. */
export function SignInForm({ next, problem, demo }: Props) {
  const email = useRef<HTMLInputElement>(null)
  const password = useRef<HTMLInputElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const { form, problems, pending } = useForm(['email', 'password'], async (values) => {
    const failure = await signInWithPassword(values.email, values.password)
    if (failure) throw new Error(failure)
    window.location.assign(next)
  })

  const fill = (person: Demo) => {
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
      <FormProblem>{problems.whole ?? problem}</FormProblem>
      <Button ref={button} type="submit" tone="primary" pending={pending}>
        Sign in
      </Button>
      {demo.length > 0 ? <DemoAccounts demo={demo} onPick={fill} /> : null}
    </form>
  )
}

function DemoAccounts({ demo, onPick }: { demo: Demo[]; onPick: (person: Demo) => void }) {
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
