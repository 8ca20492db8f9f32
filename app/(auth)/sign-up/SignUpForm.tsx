'use client'

import { signInWithPassword } from '@/app/_client/auth'
import { trpc } from '@/app/_client/trpc'
import { useForm } from '@/app/_client/useForm'
import { Button } from '@/app/_ui/Button'
import { TextField } from '@/app/_ui/TextField'
import { AccountFields } from '../AccountFields'
import { FormProblem } from '../FormProblem'

const names = ['workspace', 'name', 'email', 'password'] as const

/** Workspace, name, e-mail and password. */
export function SignUpForm() {
  const { form, problems, pending } = useForm(names, async (values) => {
    const { workspace } = await trpc.account.signUp.mutate(values)
    const failure = await signInWithPassword(values.email, values.password)
    window.location.assign(failure ? '/sign-in' : `/${workspace}`)
  })
  return (
    <form {...form} className="flex flex-col gap-4">
      <TextField
        label="Workspace"
        name="workspace"
        hint="The name of your team or company."
        autoComplete="organization"
        error={problems.fields.workspace}
        autoFocus
      />
      <AccountFields problems={problems.fields} />
      <FormProblem>{problems.whole}</FormProblem>
      <Button type="submit" tone="primary" pending={pending}>
        Create workspace
      </Button>
    </form>
  )
}
