'use client'

import { signInWithPassword } from '@/app/_client/auth'
import { trpc } from '@/app/_client/trpc'
import { useForm } from '@/app/_client/useForm'
import { Button } from '@/app/_ui/Button'
import { AccountFields } from '../../AccountFields'
import { FormProblem } from '../../FormProblem'

/** A new account that joins at once. */
export function JoinForm({ token, email }: { token: string; email: string | null }) {
  const { form, problems, pending } = useForm(['name', 'email', 'password'], async (values) => {
    const { workspace } = await trpc.invitations.signUp.mutate({ token, ...values })
    const failure = await signInWithPassword(values.email, values.password)
    window.location.assign(failure ? '/sign-in' : `/${workspace}`)
  })
  return (
    <form {...form} className="flex flex-col gap-4">
      <AccountFields problems={problems.fields} email={email} />
      <FormProblem>{problems.whole}</FormProblem>
      <Button type="submit" tone="primary" pending={pending}>
        Create account and join
      </Button>
    </form>
  )
}
