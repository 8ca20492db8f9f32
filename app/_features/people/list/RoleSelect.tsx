'use client'

import { ChevronDown } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { apiClient } from '@/app/_api/apiClient'
import { Button } from '@/app/_ui/Button'
import { Combobox } from '@/app/_ui/Combobox'
import { toast } from '@/app/_ui/toast'
import type { Role } from '@/domain/kernel/primitives'
import { roleLabels, roleOptions } from '../roles/roleLabels'

type Props = { workspace: string; person: { id: string; name: string; role: Role } }

/** The role as a button that opens the three roles. */
export function RoleSelect({ workspace, person }: Props) {
  const router = useRouter()
  const [isPending, setIsPending] = useState(false)

  const changeRole = async (role: Role) => {
    if (role === person.role) return
    setIsPending(true)
    try {
      await apiClient.people.changeRole.mutate({ workspace, personId: person.id, role })
      toast.success(`${person.name} is ${role === 'admin' ? 'an admin' : `a ${role}`} now`)
      router.refresh()
    } catch (error) {
      toast.error('The role was not changed', {
        detail: error instanceof Error ? error.message : undefined,
      })
    } finally {
      setIsPending(false)
    }
  }
  const { label } = roleLabels[person.role]
  return (
    <Combobox
      label={`Role of ${person.name}`}
      options={roleOptions}
      value={person.role}
      onSelect={(role) => void changeRole(role as Role)}
      trigger={
        <Button
          tone="ghost"
          pending={isPending}
          aria-label={`Role of ${person.name}: ${label}`}
          className="min-w-24 justify-end"
        >
          {label} <ChevronDown aria-hidden className="size-3.5" />
        </Button>
      }
    />
  )
}
