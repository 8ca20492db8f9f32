'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { type Outputs, trpc } from '@/app/_client/trpc'
import { Button } from '@/app/_ui/Button'
import { ConfirmDialog } from '@/app/_ui/ConfirmDialog'
import { RelativeTime } from '@/app/_ui/RelativeTime'
import { toast } from '@/app/_ui/toast'
import { browserName } from './browser-name'

/** Where one is signed in; each can be ended, and all at once. */
export function Sessions({ sessions }: { sessions: Outputs['account']['sessions'] }) {
  const router = useRouter()
  const [ending, setEnding] = useState<string>()
  const [asking, setAsking] = useState(false)

  const end = async (sessionId: string) => {
    setEnding(sessionId)
    try {
      await trpc.account.endSession.mutate({ sessionId })
    } catch (error) {
      toast.failed('That browser was not signed out', {
        detail: error instanceof Error ? error.message : undefined,
      })
    } finally {
      setEnding(undefined)
      router.refresh()
    }
  }
  const endAll = async () => {
    await trpc.account.signOutEverywhere.mutate()
    window.location.assign('/sign-in')
  }
  return (
    <section aria-labelledby="sessions" className="flex flex-col gap-2">
      <div className="flex items-center justify-between gap-2">
        <h2 id="sessions" className="text-read font-semibold">
          Where you are signed in
        </h2>
        <Button onClick={() => setAsking(true)}>Sign out everywhere</Button>
      </div>
      <ul className="divide-y divide-line border-y border-line">
        {sessions.map((session) => (
          <li key={session.id} className="flex min-h-12 items-center gap-3 py-1.5">
            <div className="min-w-0 grow">
              <p className="truncate font-medium" title={session.agent ?? undefined}>
                {browserName(session.agent)}
              </p>
              <p className="text-muted">
                {session.current ? 'This browser · ' : null}signed in{' '}
                <RelativeTime at={session.createdAt} />
              </p>
            </div>
            {session.current ? null : (
              <Button
                pending={ending === session.id}
                onClick={() => void end(session.id)}
                aria-label={`Sign out ${browserName(session.agent)}`}
              >
                Sign out
              </Button>
            )}
          </li>
        ))}
      </ul>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title="Sign out everywhere?"
        confirm="Sign out everywhere"
        onConfirm={endAll}
      >
        Every browser is signed out at once, this one as well. Changes that a browser has not sent
        yet stay in it until you sign in there again.
      </ConfirmDialog>
    </section>
  )
}
