'use client'

import { useEffect, useState } from 'react'
import type { RealtimeSettings } from '@/app/_api/realtimeSettings'
import { userMessages } from '@/app/_api/userMessages'
import { LiveIndicator } from '@/app/_features/shell/LiveIndicator'
import { useWorkspace } from '@/app/_features/shell/useWorkspace'

/** Keeps the realtime connection that reports time logged elsewhere, and shows its state. */
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
            // Before the first connection nothing is shown.
            setIsConnected((before) => (connected || before !== null ? connected : null))
            // Changes during a disconnect were missed.
            if (connected)
              for (const name of ['timesheet-changed', 'timer-changed'] as const)
                userMessages.emit(name)
          },
        })
        connection = newConnection
        newConnection.open()
      },
      // The page still refetches when it becomes visible.
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
