'use client'

import { ChevronDown } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { requestErrorMessage } from '@/app/_api/formErrors'
import { trpc } from '@/app/_api/trpc'
import { Button } from '@/app/_ui/Button'
import { Combobox } from '@/app/_ui/Combobox'
import { toast } from '@/app/_ui/toast'
import type { Role } from '@/domain/kernel/primitives'
import { roleLabels, roleOptions } from '../roles/roleLabels'

type Props = {
  workspace: string
  person: { id: string; name: string; role: Role }
  isMe: boolean
}

/** The role as a button that opens the three roles. */
export function RoleSelect({ workspace, person, isMe }: Props) {
  const router = useRouter()
  const utils = trpc.useUtils()
  const changeRole = trpc.people.changeRole.useMutation({
    onSuccess: async (_, { role }) => {
      toast.success(`${person.name} is ${role === 'admin' ? 'an admin' : `a ${role}`} now`)
      // The page depends on the user's own role.
      if (isMe) router.refresh()
      await utils.people.list.invalidate({ workspace })
    },
    onError: (error) =>
      toast.error('The role was not changed', { detail: requestErrorMessage(error) }),
  })
  const select = (role: Role) => {
    if (role !== person.role) changeRole.mutate({ workspace, personId: person.id, role })
  }
  const { label } = roleLabels[person.role]
  return (
    <Combobox
      label={`Role of ${person.name}`}
      options={roleOptions}
      value={person.role}
      onSelect={(role) => select(role as Role)}
      trigger={
        <Button
          tone="ghost"
          pending={changeRole.isPending}
          aria-label={`Role of ${person.name}: ${label}`}
          className="min-w-24 justify-end"
        >
          {label} <ChevronDown aria-hidden className="size-3.5" />
        </Button>
      }
    />
  )
}
