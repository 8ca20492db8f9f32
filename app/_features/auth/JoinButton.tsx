'use client'

import { apiClient } from '@/app/_api/apiClient'
import { signOut } from '@/app/_api/auth'
import { useForm } from '@/app/_api/useForm'
import { Button } from '@/app/_ui/Button'
import { FormError } from './fields/FormError'

type Props = {
  token: string
  workspace: string
  /** E-mail of the signed-in user. */
  email: string
  /** The e-mail that the invitation is for, when it is another one. */
  onlyFor: string | null
}

/** Joins as the signed-in user. To use another account, the user has to sign in with it first. */
export function JoinButton({ token, workspace, email, onlyFor }: Props) {
  const { form, errors, isPending } = useForm([], async () => {
    const joined = await apiClient.invitations.accept.mutate({ token })
    window.location.assign(`/${joined.workspace}`)
  })
  return (
    <form {...form} className="flex flex-col gap-4">
      {onlyFor ? (
        <p>
          This invitation is for {onlyFor}, and you are signed in as {email}.
        </p>
      ) : (
        <>
          <FormError>{errors.form}</FormError>
          <Button type="submit" tone="primary" pending={isPending}>
            Join {workspace} as {email}
          </Button>
        </>
      )}
      <Button tone="ghost" onClick={() => signOut(`/invite/${token}`)}>
        Use another account
      </Button>
    </form>
  )
}
