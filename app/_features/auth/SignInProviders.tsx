'use client'

import { useState } from 'react'
import { signInWithProvider } from '@/app/_api/auth'
import { Button } from '@/app/_ui/Button'

type Props = { providers: { id: string; name: string }[]; next: string }

/** Buttons for GitHub and single sign-on, when configured. */
export function SignInProviders({ providers, next }: Props) {
  const [pendingProvider, setPendingProvider] = useState<string>()
  const [failure, setFailure] = useState<string>()
  if (providers.length === 0) return null

  const signIn = async (id: string) => {
    setPendingProvider(id)
    setFailure(undefined)
    try {
      await signInWithProvider(id, next)
    } catch {
      setPendingProvider(undefined)
      setFailure('The server cannot be reached. Try again in a moment.')
    }
  }
  return (
    <div className="flex flex-col gap-2 border-t border-line pt-4">
      {providers.map((provider) => (
        <Button
          key={provider.id}
          pending={pendingProvider === provider.id}
          onClick={() => signIn(provider.id)}
        >
          Continue with {provider.name}
        </Button>
      ))}
      {failure ? (
        <p role="alert" className="text-danger-ink">
          {failure}
        </p>
      ) : null}
    </div>
  )
}
