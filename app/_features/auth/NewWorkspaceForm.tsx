'use client'

import { apiClient } from '@/app/_api/apiClient'
import { signOut } from '@/app/_api/auth'
import { useForm } from '@/app/_api/useForm'
import { Button } from '@/app/_ui/Button'
import { TextField } from '@/app/_ui/TextField'
import { FormError } from './fields/FormError'

/** Creates a workspace from a name. Offers sign-out to people who used the wrong account. */
export function NewWorkspaceForm() {
  const { form, errors, isPending } = useForm(['name'], async ({ name }) => {
    const { slug } = await apiClient.workspaces.create.mutate({ name })
    window.location.assign(`/${slug}`)
  })
  return (
    <form {...form} className="flex flex-col gap-4">
      <TextField
        label="Workspace"
        name="name"
        hint="The name of your team or company."
        autoComplete="organization"
        error={errors.fields.name}
        autoFocus
      />
      <FormError>{errors.form}</FormError>
      <Button type="submit" tone="primary" pending={isPending}>
        Create workspace
      </Button>
      <Button tone="ghost" onClick={() => signOut()}>
        Sign out
      </Button>
    </form>
  )
}
