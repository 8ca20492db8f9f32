'use client'

import { useConnection } from '@/app/_client/react/hooks'
import type { Status } from '@/app/_client/store/types'
import { LiveDot } from './LiveDot'

const words = {
  live: { short: 'live', long: 'Changes by others appear at once', hue: 'green', look: 'still' },
  'catching-up': {
    short: 'catching up',
    long: 'Fetching what has happened',
    hue: 'amber',
    look: 'breathes',
  },
  offline: {
    short: 'offline',
    long: 'No connection. What you change is kept here and sent later',
    hue: 'slate',
    look: 'hollow',
  },
} as const satisfies Record<Status, Parameters<typeof LiveDot>[0]>

/** Whether the screen follows the truth, and how many changes have yet to be sent. */
export function LiveMark() {
  const { status, waiting } = useConnection()
  const queued = status === 'live' || waiting === 0 ? '' : ` · ${waiting} to send`
  return <LiveDot {...words[status]} short={words[status].short + queued} />
}
