'use client'

import { TextField } from '@/app/_ui/TextField'

type Props = {
  problems: Record<string, string>
  /** The only e-mail that will do, when there is one. */
  email?: string | null
}

/** What a new account needs: name, e-mail, password. */
export function AccountFields({ problems, email }: Props) {
  return (
    <>
      <TextField label="Your name" name="name" autoComplete="name" error={problems.name} />
      <TextField
        label="E-mail"
        name="email"
        type="email"
        autoComplete="username"
        error={problems.email}
        defaultValue={email ?? undefined}
        readOnly={Boolean(email)}
      />
      <TextField
        label="Password"
        name="password"
        type="password"
        autoComplete="new-password"
        hint="At least 10 characters."
        error={problems.password}
      />
    </>
  )
}
