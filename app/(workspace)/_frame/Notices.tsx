'use client'

import { useOnNotice, useOnShutOut, useOnSignedOut } from '@/app/_client/react/hooks'
import { toast } from '@/app/_ui/toast'

/** Fetches the words before they are needed. */
export const fetchFailures = () => import('./failures')

/** Says what came to nothing and why, with another try; says when the sign-in has ended. */
export function Notices() {
  useOnNotice(({ command, refusal, retry }) => {
    // What stands in the way is named by a dialog, how each task fared by what has asked for it.
    if (refusal.inTheWay || command.type === 'task.bulk') return
    const say = (title = 'The change was not saved') =>
      toast.failed(title, { detail: refusal.message, retry: () => void retry() })
    void fetchFailures().then(
      ({ failures }) => say(failures[command.type]),
      () => say(),
    )
  })
  useOnSignedOut(() => {
    toast.info('You are signed out', {
      detail: 'What you change waits in this browser until you sign in again.',
      action: {
        label: 'Sign in',
        press: () => {
          const here = window.location.pathname + window.location.search
          window.location.assign(`/sign-in?next=${encodeURIComponent(here)}`)
        },
      },
    })
  })
  useOnShutOut(() => {
    toast.info('You cannot see this project any more', {
      detail: 'What is on screen stays as it was. An admin of the workspace can invite you again.',
      action: { label: 'Leave', press: () => window.location.assign('/') },
    })
  })
  return null
}
