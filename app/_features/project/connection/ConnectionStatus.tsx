'use client'

import { LiveIndicator } from '@/app/_features/shell/LiveIndicator'
import { useConnection } from '@/app/_replica/react/projectHooks'
import { type Connection, isUpToDate } from '@/app/_replica/replicaTypes'

const statusLabels = {
  live: {
    label: 'live',
    description: 'Changes by others appear at once',
    hue: 'green',
    variant: 'solid',
  },
  polling: {
    label: 'delayed',
    description: 'Changes by others appear after a few seconds',
    hue: 'amber',
    variant: 'solid',
  },
  'catching-up': {
    label: 'catching up',
    description: 'Fetching what has happened',
    hue: 'amber',
    variant: 'pulsing',
  },
  offline: {
    label: 'offline',
    description: 'No connection. What you change is kept here and sent later',
    hue: 'slate',
    variant: 'outline',
  },
} as const satisfies Record<Connection['status'], Parameters<typeof LiveIndicator>[0]>

/** Shows whether the screen is up to date and how many changes still have to be sent. */
export function ConnectionStatus() {
  const { status, pendingCount } = useConnection()
  const pendingSuffix = isUpToDate(status) || pendingCount === 0 ? '' : ` · ${pendingCount} to send`
  return (
    <LiveIndicator {...statusLabels[status]} label={statusLabels[status].label + pendingSuffix} />
  )
}
