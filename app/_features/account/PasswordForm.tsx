'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { trpc } from '@/app/_api/trpc'
import { useForm } from '@/app/_api/useForm'
import { Button } from '@/app/_ui/Button'
import { TextField } from '@/app/_ui/TextField'
import { toast } from '@/app/_ui/toast'

type Props = { hasPassword: boolean; email: string }

/** Changes the password, or sets the first one. */
export function PasswordForm({ hasPassword, email }: Props) {
  const router = useRouter()
  // A new React key clears the fields.
  const [formVersion, setFormVersion] = useState(0)
  const utils = trpc.useUtils()
  const changePassword = trpc.account.changePassword.useMutation({
    onSuccess: () => utils.account.sessions.invalidate(),
  })
  const { form, errors, isPending } = useForm(['current', 'password'], async (values) => {
    await changePassword.mutateAsync(values)
    toast.success('Password saved', { detail: 'Your other browsers are signed out.' })
    setFormVersion((version) => version + 1)
    router.refresh()
  })
  return (
    <section aria-labelledby="password">
      <h2 id="password" className="text-body font-semibold">
        {hasPassword ? 'Change password' : 'Set a password'}
      </h2>
      <form key={formVersion} {...form} className="mt-2 flex max-w-80 flex-col gap-4">
        <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
        {hasPassword ? (
          <TextField
            label="Current password"
            name="current"
            type="password"
            autoComplete="current-password"
            error={errors.fields.current}
          />
        ) : null}
        <TextField
          label="New password"
          name="password"
          type="password"
          autoComplete="new-password"
          hint="At least 10 characters. Your other browsers are signed out."
          error={errors.fields.password}
        />
        {errors.form ? (
          <p role="alert" className="text-danger-ink">
            {errors.form}
          </p>
        ) : null}
        <Button type="submit" pending={isPending} className="self-start">
          {hasPassword ? 'Change password' : 'Set password'}
        </Button>
      </form>
    </section>
  )
}
