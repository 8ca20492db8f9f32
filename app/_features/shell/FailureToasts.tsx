'use client'

import { useOnAccessLost, useOnRejection, useOnSignedOut } from '@/app/_replica/react/projectHooks'
import { toast } from '@/app/_ui/toast'

/** Fetches the words before they are needed. */
export const loadFailureMessages = () => import('./connection/failureMessages')

/** Says what came to nothing and why, with another try; says when the sign-in has ended. */
export function FailureToasts() {
  useOnRejection(({ command, rejection, retry }) => {
    // What stands in the way is named by a dialog, how each task fared by what has asked for it.
    if (rejection.undoBlockers || command.type === 'task.bulk') return
    const showFailure = (title = 'The change was not saved') =>
      toast.error(title, { detail: rejection.message, retry: () => void retry() })
    void loadFailureMessages().then(
      ({ failureMessages }) => showFailure(failureMessages[command.type]),
      () => showFailure(),
    )
  })
  useOnSignedOut(() => {
    toast.info('You are signed out', {
      detail: 'What you change waits in this browser until you sign in again.',
      action: {
        label: 'Sign in',
        run: () => {
          const currentUrl = window.location.pathname + window.location.search
          window.location.assign(`/sign-in?next=${encodeURIComponent(currentUrl)}`)
        },
      },
    })
  })
  useOnAccessLost(() => {
    toast.info('You cannot see this project any more', {
      detail: 'What is on screen stays as it was. An admin of the workspace can invite you again.',
      action: { label: 'Leave', run: () => window.location.assign('/') },
    })
  })
  return null
}
