'use client'

import { useState } from 'react'
import { signInElsewhere } from '@/app/_client/auth'
import { Button } from '@/app/_ui/Button'

type Props = { ways: { id: string; name: string }[]; next: string }

/** Buttons for GitHub and single sign-on, where they are set up. */
export function OtherWaysIn({ ways, next }: Props) {
  const [leaving, setLeaving] = useState<string>()
  const [failure, setFailure] = useState<string>()
  if (ways.length === 0) return null

  const leave = async (id: string) => {
    setLeaving(id)
    setFailure(undefined)
    try {
      await signInElsewhere(id, next)
    } catch {
      setLeaving(undefined)
      setFailure('The server cannot be reached. Try again in a moment.')
    }
  }
  return (
    <div className="flex flex-col gap-2 border-t border-line pt-4">
      {ways.map((way) => (
        <Button key={way.id} pending={leaving === way.id} onClick={() => leave(way.id)}>
          Continue with {way.name}
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
