'use client'

import { useOnAccessLost, useOnRejection, useOnSignedOut } from '@/app/_replica/react/projectHooks'
import { toast } from '@/app/_ui/toast'

/** Loads the messages before they are needed. */
export const loadFailureMessages = () => import('./connection/failureMessages')

/** Reports failed changes with their reason and a retry, an ended session and lost access. */
export function FailureToasts() {
  useOnRejection(({ command, rejection, retry }) => {
    // Undo blockers have a dialog of their own; bulk changes report each task's result themselves.
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
      detail: 'Your changes are kept in this browser until you sign in again.',
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
      detail: 'This screen is no longer updated. An admin of the workspace can invite you again.',
      action: { label: 'Leave', run: () => window.location.assign('/') },
    })
  })
  return null
}
