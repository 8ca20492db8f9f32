'use client'

import { useEffect, useState } from 'react'
import type { RealtimeSettings } from '@/app/_api/realtimeSettings'
import { userMessages } from '@/app/_api/userMessages'
import { LiveIndicator } from '@/app/_features/shell/LiveIndicator'
import { useWorkspace } from '@/app/_features/shell/useWorkspace'

/** Keeps the line on which a timesheet hears of times logged elsewhere, and says whether it stands. */
export function TimesheetConnection({ realtime }: { realtime: RealtimeSettings }) {
  const [project] = useWorkspace().projects
  const projectId = project?.id
  const [settings] = useState(realtime)
  const [isConnected, setIsConnected] = useState<boolean | null>(null)
  useEffect(() => {
    if (!projectId) return
    let connection: { close: () => void } | null = null
    let isClosed = false
    void import('@/app/_replica/sync/userChannel').then(
      ({ UserChannel }) => {
        if (isClosed) return
        const newConnection = new UserChannel({
          ...{ projectId, settings },
          loadClient: () => import('@/app/_replica/sync/pusherClient'),
          onMessage: (name) => userMessages.emit(name),
          onStatusChange: (connected) => {
            // Before the first time it is on its way, which nobody needs to know.
            setIsConnected((before) => (connected || before !== null ? connected : null))
            // What happened while there was no line was missed.
            if (connected)
              for (const name of ['timesheet-changed', 'timer-changed'] as const)
                userMessages.emit(name)
          },
        })
        connection = newConnection
        newConnection.open()
      },
      // The page still asks when it is looked at.
      () => {},
    )
    return () => {
      isClosed = true
      connection?.close()
    }
  }, [projectId, settings])
  if (isConnected === null) return null
  return isConnected ? (
    <LiveIndicator label="live" description="Times logged elsewhere appear at once" hue="green" />
  ) : (
    <LiveIndicator
      label="offline"
      description="No connection. Times logged elsewhere appear once it is back"
      hue="slate"
      variant="outline"
    />
  )
}
