'use client'

import { useState } from 'react'
import { requestErrorMessage } from '@/app/_api/formErrors'
import { trpc } from '@/app/_api/trpc'
import { Button } from '@/app/_ui/Button'
import { ConfirmDialog } from '@/app/_ui/ConfirmDialog'
import { RelativeTime } from '@/app/_ui/RelativeTime'
import { toast } from '@/app/_ui/toast'
import { browserName } from './sessions/browserName'

/** The user's sessions. Each can be ended, or all at once. */
export function SessionList() {
  const [sessions] = trpc.account.sessions.useSuspenseQuery()
  const utils = trpc.useUtils()
  const [isConfirming, setIsConfirming] = useState(false)

  const endSession = trpc.account.revokeSession.useMutation({
    onError: (error) =>
      toast.error('That browser was not signed out', { detail: requestErrorMessage(error) }),
    onSettled: () => utils.account.sessions.invalidate(),
  })
  const signOutEverywhere = trpc.account.signOutEverywhere.useMutation({
    onSuccess: () => window.location.assign('/sign-in'),
  })
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
                pending={endSession.isPending && endSession.variables.sessionId === session.id}
                onClick={() => endSession.mutate({ sessionId: session.id })}
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
        onConfirm={async () => {
          await signOutEverywhere.mutateAsync()
        }}
      >
        Every browser is signed out at once, this one as well. Changes that a browser has not sent
        yet stay in it until you sign in there again.
      </ConfirmDialog>
    </section>
  )
}
