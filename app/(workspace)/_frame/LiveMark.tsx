'use client'

import { useConnection } from '@/app/_client/react/hooks'
import type { Status } from '@/app/_client/store/types'

const words: Record<Status, { short: string; long: string; hue: string }> = {
  live: { short: 'live', long: 'Changes by others appear at once', hue: 'green' },
  'catching-up': { short: 'catching up', long: 'Fetching what has happened', hue: 'amber' },
  offline: {
    short: 'offline',
    long: 'No connection. What you change is kept here and sent later',
    hue: 'slate',
  },
}

/** Whether the screen follows the truth, and how many changes have yet to be sent. */
export function LiveMark() {
  const { status, waiting } = useConnection()
  const { short, long, hue } = words[status]
  const queued = status === 'live' || waiting === 0 ? '' : ` · ${waiting} to send`
  return (
    <span role="status" data-tip={long} className="flex items-center gap-1.5 text-muted">
      <span
        aria-hidden
        data-hue={hue}
        className={
          status === 'offline'
            ? 'size-2 rounded-full border-2 border-tone'
            : `size-2 rounded-full bg-tone ${status === 'live' ? '' : 'animate-breathe'}`
        }
      />
      <span className="sr-only sm:not-sr-only">
        {short}
        {queued}
      </span>
    </span>
  )
}
