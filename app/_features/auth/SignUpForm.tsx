'use client'

import { apiClient } from '@/app/_api/apiClient'
import { signInWithPassword } from '@/app/_api/auth'
import { useForm } from '@/app/_api/useForm'
import { Button } from '@/app/_ui/Button'
import { TextField } from '@/app/_ui/TextField'
import { AccountFields } from './fields/AccountFields'
import { FormError } from './fields/FormError'

const fieldNames = ['workspace', 'name', 'email', 'password'] as const

/** Creates an account and a workspace. */
export function SignUpForm() {
  const { form, errors, isPending } = useForm(fieldNames, async (values) => {
    const { workspace } = await apiClient.account.signUp.mutate(values)
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
        error={errors.fields.workspace}
        autoFocus
      />
      <AccountFields errors={errors.fields} />
      <FormError>{errors.form}</FormError>
      <Button type="submit" tone="primary" pending={isPending}>
        Create workspace
      </Button>
    </form>
  )
}
