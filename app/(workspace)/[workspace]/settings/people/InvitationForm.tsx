'use client'

import { useState } from 'react'
import { trpc } from '@/app/_client/trpc'
import { useForm } from '@/app/_client/useForm'
import { RadioGroup } from '@/app/_ui/RadioGroup'
import { TextField } from '@/app/_ui/TextField'
import type { Role } from '@/domain/words'
import { roleOptions } from './roleNames'

type Props = {
  id: string
  workspace: string
  personId?: string
  onPending: (pending: boolean) => void
  onMade: (token: string) => void
}

const options = roleOptions.map(({ id, label, may }) => ({ value: id, label, hint: may }))

/** The role, and if wanted the only e-mail that may use the link. */
export function InvitationForm({ id, workspace, personId, onPending, onMade }: Props) {
  const [role, setRole] = useState<Role>('member')
  const { form, problems } = useForm(['email'], async ({ email }) => {
    onPending(true)
    try {
      const asked = { workspace, role, personId, email: email.trim() || undefined }
      onMade((await trpc.invitations.make.mutate(asked)).token)
    } finally {
      onPending(false)
    }
  })
  return (
    <form id={id} {...form} className="flex flex-col gap-4">
      <RadioGroup
        label="Role"
        options={options}
        value={role}
        onChange={(value) => setRole(value as Role)}
      />
      <TextField
        label="E-mail (optional)"
        name="email"
        type="email"
        hint="Then nobody else can use the link."
        error={problems.fields.email}
        autoComplete="off"
      />
      {problems.whole ? (
        <p role="alert" className="text-danger-ink">
          {problems.whole}
        </p>
      ) : null}
    </form>
  )
}
