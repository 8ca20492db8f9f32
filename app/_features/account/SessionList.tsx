'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { apiClient, type RouterOutputs } from '@/app/_api/apiClient'
import { Button } from '@/app/_ui/Button'
import { ConfirmDialog } from '@/app/_ui/ConfirmDialog'
import { RelativeTime } from '@/app/_ui/RelativeTime'
import { toast } from '@/app/_ui/toast'
import { browserName } from './sessions/browserName'

/** The user's sessions. Each can be ended, or all at once. */
export function SessionList({ sessions }: { sessions: RouterOutputs['account']['sessions'] }) {
  const router = useRouter()
  const [endingId, setEndingId] = useState<string>()
  const [isConfirming, setIsConfirming] = useState(false)

  const endSession = async (sessionId: string) => {
    setEndingId(sessionId)
    try {
      await apiClient.account.revokeSession.mutate({ sessionId })
    } catch (error) {
      toast.error('That browser was not signed out', {
        detail: error instanceof Error ? error.message : undefined,
      })
    } finally {
      setEndingId(undefined)
      router.refresh()
    }
  }
  const signOutEverywhere = async () => {
    await apiClient.account.signOutEverywhere.mutate()
    window.location.assign('/sign-in')
  }
  return (
    <section aria-labelledby="sessions" className="flex flex-col gap-2">
      <div className="flex items-center justify-between gap-2">
        <h2 id="sessions" className="text-body font-semibold">
          Where you are signed in
        </h2>
        <Button onClick={() => setIsConfirming(true)}>Sign out everywhere</Button>
      </div>
      <ul className="divide-y divide-line border-y border-line">
        {sessions.map((session) => (
          <li key={session.id} className="flex min-h-12 items-center gap-3 py-1.5">
            <div className="min-w-0 grow">
              <p className="truncate font-medium" title={session.userAgent ?? undefined}>
                {browserName(session.userAgent)}
              </p>
              <p className="text-muted">
                {session.current ? 'This browser · ' : null}signed in{' '}
                <RelativeTime at={session.createdAt} />
              </p>
            </div>
            {session.current ? null : (
              <Button
                pending={endingId === session.id}
                onClick={() => void endSession(session.id)}
                aria-label={`Sign out ${browserName(session.userAgent)}`}
              >
                Sign out
              </Button>
            )}
          </li>
        ))}
      </ul>
      <ConfirmDialog
        open={isConfirming}
        onOpenChange={setIsConfirming}
        title="Sign out everywhere?"
        confirmLabel="Sign out everywhere"
        onConfirm={signOutEverywhere}
      >
        Every browser is signed out at once, this one as well. Changes that a browser has not sent
        yet stay in it until you sign in there again.
      </ConfirmDialog>
    </section>
  )
}
