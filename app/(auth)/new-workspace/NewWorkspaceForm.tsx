'use client'

import { signOut } from '@/app/_client/auth'
import { trpc } from '@/app/_client/trpc'
import { useForm } from '@/app/_client/useForm'
import { Button } from '@/app/_ui/Button'
import { TextField } from '@/app/_ui/TextField'
import { FormProblem } from '../FormProblem'

/** The name, and a way out for those who came with the wrong account. */
export function NewWorkspaceForm() {
  const { form, problems, pending } = useForm(['name'], async ({ name }) => {
    const { slug } = await trpc.workspaces.make.mutate({ name })
    window.location.assign(`/${slug}`)
  })
  return (
    <form {...form} className="flex flex-col gap-4">
      <TextField
        label="Workspace"
        name="name"
        hint="The name of your team or company."
        autoComplete="organization"
        error={problems.fields.name}
        autoFocus
      />
      <FormProblem>{problems.whole}</FormProblem>
      <Button type="submit" tone="primary" pending={pending}>
        Create workspace
      </Button>
      <Button tone="bare" onClick={() => signOut()}>
        Sign out
      </Button>
    </form>
  )
}
