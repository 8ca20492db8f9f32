'use client'

import { signOut } from '@/app/_client/auth'
import { trpc } from '@/app/_client/trpc'
import { useForm } from '@/app/_client/useForm'
import { Button } from '@/app/_ui/Button'
import { FormProblem } from '../../FormProblem'

type Props = {
  token: string
  workspace: string
  /** Who is signed in. */
  email: string
  /** The invitation is for this e-mail, which is another one. */
  onlyFor: string | null
}

/** One press joins as who is signed in; another account needs to sign in first. */
export function JoinButton({ token, workspace, email, onlyFor }: Props) {
  const { form, problems, pending } = useForm([], async () => {
    const joined = await trpc.invitations.accept.mutate({ token })
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
          <FormProblem>{problems.whole}</FormProblem>
          <Button type="submit" tone="primary" pending={pending}>
            Join {workspace} as {email}
          </Button>
        </>
      )}
      <Button tone="bare" onClick={() => signOut(`/invite/${token}`)}>
        Use another account
      </Button>
    </form>
  )
}
