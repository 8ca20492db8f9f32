'use client'

import { ChevronDown } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { trpc } from '@/app/_client/trpc'
import { Button } from '@/app/_ui/Button'
import { Pick } from '@/app/_ui/Pick'
import { toast } from '@/app/_ui/toast'
import type { Role } from '@/domain/words'
import { roleNames, roleOptions } from './roleNames'

type Props = { workspace: string; person: { id: string; name: string; role: Role } }

/** The role as a button that opens the three there are. */
export function RolePick({ workspace, person }: Props) {
  const router = useRouter()
  const [pending, setPending] = useState(false)

  const change = async (role: Role) => {
    if (role === person.role) return
    setPending(true)
    try {
      await trpc.people.changeRole.mutate({ workspace, personId: person.id, role })
      toast.done(`${person.name} is ${role === 'admin' ? 'an admin' : `a ${role}`} now`)
      router.refresh()
    } catch (error) {
      toast.failed('The role was not changed', {
        detail: error instanceof Error ? error.message : undefined,
      })
    } finally {
      setPending(false)
    }
  }
  const { label } = roleNames[person.role]
  return (
    <Pick
      label={`Role of ${person.name}`}
      options={roleOptions}
      value={person.role}
      onPick={(role) => void change(role as Role)}
      trigger={
        <Button
          tone="bare"
          pending={pending}
          aria-label={`Role of ${person.name}: ${label}`}
          className="min-w-24 justify-end"
        >
          {label} <ChevronDown aria-hidden className="size-3.5" />
        </Button>
      }
    />
  )
}
