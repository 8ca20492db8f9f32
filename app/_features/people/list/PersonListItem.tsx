'use client'

import { MoreHorizontal } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { RouterOutputs } from '@/app/_api/apiClient'
import { trpc } from '@/app/_api/trpc'
import { Avatar } from '@/app/_ui/Avatar'
import { ConfirmDialog } from '@/app/_ui/ConfirmDialog'
import { IconButton } from '@/app/_ui/IconButton'
import { Menu } from '@/app/_ui/Menu'
import { InviteDialog } from '../invite/InviteDialog'
import { roleLabels } from '../roles/roleLabels'
import { RoleSelect } from './RoleSelect'

type WorkspacePerson = RouterOutputs['people']['list'][number]
type Props = { workspace: string; person: WorkspacePerson; isMe: boolean; canManage: boolean }

/** One person: name, role, and actions for admins. */
export function PersonListItem({ workspace, person, isMe, canManage }: Props) {
  const router = useRouter()
  const [isInviting, setIsInviting] = useState(false)
  const [isRemoving, setIsRemoving] = useState(false)

  const utils = trpc.useUtils()
  const remove = trpc.people.remove.useMutation({
    onSuccess: async () => {
      // People who remove themselves lose access to the workspace.
      if (isMe) router.refresh()
      else await utils.people.list.invalidate({ workspace })
    },
  })
  return (
    <li className="flex min-h-12 flex-wrap items-center gap-x-3 gap-y-1 py-1.5">
      <Avatar person={person} decorative />
      <div className="min-w-0 flex-1 basis-40">
        <p className="truncate font-medium">
          {person.name}
          {isMe ? <span className="font-normal text-muted"> (you)</span> : null}
        </p>
        <p className="text-muted wrap-anywhere sm:truncate">{personDetail(person)}</p>
      </div>
      <div className="flex items-center gap-1">
        {canManage && !person.placeholder ? (
          <RoleSelect workspace={workspace} person={person} isMe={isMe} />
        ) : (
          <span className="px-2 text-muted">
            {person.placeholder ? null : roleLabels[person.role].label}
          </span>
        )}
        {canManage ? (
          <Menu
            label={`Actions for ${person.name}`}
            align="end"
            groups={[
              {
                items: [
                  ...(person.placeholder
                    ? [{ label: 'Invite…', onSelect: () => setIsInviting(true) }]
                    : []),
                  {
                    label: 'Remove from workspace…',
                    danger: true,
                    onSelect: () => setIsRemoving(true),
                  },
                ],
              },
            ]}
            trigger={<IconButton label={`Actions for ${person.name}`} icon={<MoreHorizontal />} />}
          />
        ) : null}
      </div>
      {canManage ? (
        <>
          <InviteDialog
            workspace={workspace}
            open={isInviting}
            onOpenChange={setIsInviting}
            placeholder={person.placeholder ? person : undefined}
          />
          <ConfirmDialog
            open={isRemoving}
            onOpenChange={setIsRemoving}
            title={`Remove ${isMe ? 'yourself' : person.name} from this workspace?`}
            confirmLabel={isMe ? 'Remove yourself' : `Remove ${person.name}`}
            danger
            onConfirm={async () => {
              await remove.mutateAsync({ workspace, personId: person.id })
            }}
          >
            They lose access at once. What they did and what is assigned to them stays; a new
            invitation brings them back.
          </ConfirmDialog>
        </>
      ) : null}
    </li>
  )
}

function personDetail({ placeholder, email, openTasks }: WorkspacePerson): string {
  // Non-breaking spaces keep the text together.
  const tasks = `${openTasks}\u00a0open\u00a0${openTasks === 1 ? 'task' : 'tasks'}`
  const who = placeholder ? 'From an import, no account yet' : (email ?? '')
  return openTasks > 0 ? `${who} · ${tasks}` : who
}
