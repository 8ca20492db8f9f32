'use client'

import { apiClient } from '@/app/_api/apiClient'
import { signInWithPassword } from '@/app/_api/auth'
import { useForm } from '@/app/_api/useForm'
import { Button } from '@/app/_ui/Button'
import { AccountFields } from './fields/AccountFields'
import { FormError } from './fields/FormError'

/** Creates an account and joins the workspace. */
export function JoinForm({ token, email }: { token: string; email: string | null }) {
  const { form, errors, isPending } = useForm(['name', 'email', 'password'], async (values) => {
    const { workspace } = await apiClient.invitations.signUp.mutate({ token, ...values })
    const failure = await signInWithPassword(values.email, values.password)
    window.location.assign(failure ? '/sign-in' : `/${workspace}`)
  })
  return (
    <form {...form} className="flex flex-col gap-4">
      <AccountFields errors={errors.fields} email={email} />
      <FormError>{errors.form}</FormError>
      <Button type="submit" tone="primary" pending={isPending}>
        Create account and join
      </Button>
    </form>
  )
}
