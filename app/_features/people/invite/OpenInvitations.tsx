'use client'

import type { RouterOutputs } from '@/app/_api/apiClient'
import { requestErrorMessage } from '@/app/_api/formErrors'
import { trpc } from '@/app/_api/trpc'
import { Button } from '@/app/_ui/Button'
import { RelativeTime } from '@/app/_ui/RelativeTime'
import { toast } from '@/app/_ui/toast'
import { roleLabels } from '../roles/roleLabels'

type OpenInvitation = RouterOutputs['invitations']['list'][number]

/** Invitation links that are still valid, each with a button that revokes it. */
export function OpenInvitations({ workspace }: { workspace: string }) {
  const [invitations] = trpc.invitations.list.useSuspenseQuery({ workspace })
  const utils = trpc.useUtils()
  const revoke = trpc.invitations.revoke.useMutation({
    onSuccess: () => toast.success('Invitation withdrawn'),
    onError: (error) =>
      toast.error('The invitation was not withdrawn', { detail: requestErrorMessage(error) }),
    onSettled: () => utils.invitations.list.invalidate({ workspace }),
  })
  if (invitations.length === 0) return null
  return (
    <section aria-labelledby="invitations" className="flex flex-col gap-2">
      <h2 id="invitations" className="text-body font-semibold">
        Open invitations{' '}
        <span className="font-normal text-faint tabular-nums">{invitations.length}</span>
      </h2>
      <ul className="divide-y divide-line border-y border-line">
        {invitations.map((invitation) => (
          <li key={invitation.id} className="flex min-h-12 items-center gap-3 py-1.5">
            <div className="min-w-0 grow">
              <p className="truncate font-medium">{invitationLabel(invitation)}</p>
              <p className="text-muted">
                {roleLabels[invitation.role].label} · by {invitation.invitedBy} ·{' '}
                <RelativeTime at={invitation.createdAt} /> · ends{' '}
                <RelativeTime at={invitation.expiresAt} />
              </p>
            </div>
            <Button
              pending={revoke.isPending && revoke.variables.invitationId === invitation.id}
              onClick={() => revoke.mutate({ workspace, invitationId: invitation.id })}
              aria-label={`Withdraw the invitation: ${invitationLabel(invitation)}`}
            >
              Withdraw
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function invitationLabel({ person, email }: OpenInvitation): string {
  if (person) return `As ${person}${email ? `, ${email} only` : ''}`
  return email ?? 'Anybody who has the link'
}
