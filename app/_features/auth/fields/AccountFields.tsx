'use client'

import { TextField } from '@/app/_ui/TextField'

type Props = {
  errors: Record<string, string>
  /** The only accepted e-mail, when there is one. */
  email?: string | null
}

/** The fields of a new account: name, e-mail, password. */
export function AccountFields({ errors, email }: Props) {
  return (
    <>
      <TextField label="Your name" name="name" autoComplete="name" error={errors.name} />
      <TextField
        label="E-mail"
        name="email"
        type="email"
        autoComplete="username"
        error={errors.email}
        defaultValue={email ?? undefined}
        readOnly={Boolean(email)}
      />
      <TextField
        label="Password"
        name="password"
        type="password"
        autoComplete="new-password"
        hint="At least 10 characters."
        error={errors.password}
      />
    </>
  )
}
