'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { apiClient, type RouterOutputs } from '@/app/_api/apiClient'
import { Button } from '@/app/_ui/Button'
import { RelativeTime } from '@/app/_ui/RelativeTime'
import { toast } from '@/app/_ui/toast'
import { roleLabels } from './roles/roleLabels'

type OpenInvitation = RouterOutputs['invitations']['list'][number]
type Props = { workspace: string; invitations: OpenInvitation[] }

/** Invitation links that are still valid, each with a button that revokes it. */
export function OpenInvitations({ workspace, invitations }: Props) {
  const router = useRouter()
  const [revokingId, setRevokingId] = useState<string>()

  const revoke = async (invitationId: string) => {
    setRevokingId(invitationId)
    try {
      await apiClient.invitations.revoke.mutate({ workspace, invitationId })
      toast.success('Invitation withdrawn')
    } catch (error) {
      toast.error('The invitation was not withdrawn', {
        detail: error instanceof Error ? error.message : undefined,
      })
    } finally {
      setRevokingId(undefined)
      router.refresh()
    }
  }
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
              pending={revokingId === invitation.id}
              onClick={() => void revoke(invitation.id)}
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
