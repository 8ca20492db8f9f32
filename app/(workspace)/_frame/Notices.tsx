'use client'

import { useOnNotice, useOnShutOut, useOnSignedOut } from '@/app/_client/react/hooks'
import type { Notice } from '@/app/_client/store/types'
import { toast } from '@/app/_ui/toast'

const said: Partial<Record<Notice['command']['type'], string>> = {
  'task.create': 'The task was not created',
  'task.move': 'The task was not moved',
  'task.archive': 'The task was not archived',
  'task.restore': 'The task was not restored',
  'task.edit': 'The change was not saved',
  'comment.add': 'The comment was not saved',
  'comment.edit': 'The comment was not saved',
  'comment.delete': 'The comment was not deleted',
  'task.plan': 'The task was not planned',
  'sprint.create': 'The sprint was not created',
  'sprint.move': 'The sprint was not moved',
  'sprint.start': 'The sprint was not started',
  'sprint.complete': 'The sprint was not completed',
  'sprint.reopen': 'The sprint was not reopened',
  'sprint.remove': 'The sprint was not deleted',
  'project.rename': 'The project was not renamed',
  'status.add': 'The column was not added',
  'status.move': 'The column was not moved',
  'status.remove': 'The column was not removed',
  'command.undo': 'It was not taken back',
  'workflow.change': 'The workflow was not changed',
}

/** Says what came to nothing and why, with another try; says when the sign-in has ended. */
export function Notices() {
  useOnNotice(({ command, refusal, retry }) => {
    // What stands in the way is named by a dialog, how each task fared by what has asked for it.
    if (refusal.inTheWay || command.type === 'task.bulk') return
    toast.failed(said[command.type] ?? 'The change was not saved', {
      detail: refusal.message,
      retry: () => void retry(),
    })
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
