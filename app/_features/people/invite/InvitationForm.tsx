'use client'

import { useState } from 'react'
import { trpc } from '@/app/_api/trpc'
import { useForm } from '@/app/_api/useForm'
import { RadioGroup } from '@/app/_ui/RadioGroup'
import { TextField } from '@/app/_ui/TextField'
import type { Role } from '@/domain/kernel/primitives'
import { roleOptions } from '../roles/roleLabels'

type Props = {
  id: string
  workspace: string
  personId?: string
  onPending: (pending: boolean) => void
  onCreated: (token: string) => void
}

const roleChoices = roleOptions.map(({ id, label, description }) => ({
  value: id,
  label,
  hint: description,
}))

/** The role of the invited person and, optionally, the only e-mail that may use the link. */
export function InvitationForm({ id, workspace, personId, onPending, onCreated }: Props) {
  const [role, setRole] = useState<Role>('member')
  const utils = trpc.useUtils()
  const create = trpc.invitations.create.useMutation({
    onSuccess: () => utils.invitations.list.invalidate({ workspace }),
  })
  const { form, errors } = useForm(['email'], async ({ email }) => {
    onPending(true)
    try {
      const input = { workspace, role, personId, email: email.trim() || undefined }
      onCreated((await create.mutateAsync(input)).token)
    } finally {
      onPending(false)
    }
  })
  return (
    <form id={id} {...form} className="flex flex-col gap-4">
      <RadioGroup
        label="Role"
        options={roleChoices}
        value={role}
        onChange={(value) => setRole(value as Role)}
      />
      <TextField
        label="E-mail (optional)"
        name="email"
        type="email"
        hint="Then nobody else can use the link."
        error={errors.fields.email}
        autoComplete="off"
      />
      {errors.form ? (
        <p role="alert" className="text-danger-ink">
          {errors.form}
        </p>
      ) : null}
    </form>
  )
}
