'use client'

import { useEffect, useState } from 'react'
import { personal } from '@/app/_client/personal'
import type { RealtimeSettings } from '@/app/_client/store/types'
import { LiveDot } from '../../_frame/LiveDot'
import { useWorkspace } from '../../_frame/workspace'

/** Keeps the line on which a timesheet hears of times logged elsewhere, and says whether it stands. */
export function TimeLive({ realtime }: { realtime: RealtimeSettings }) {
  const [project] = useWorkspace().projects
  const projectId = project?.id
  const [settings] = useState(realtime)
  const [isUp, setUp] = useState<boolean | null>(null)
  useEffect(() => {
    if (!projectId) return
    let line: { close: () => void } | null = null
    let closed = false
    void import('@/app/_client/sync/personLine').then(
      ({ PersonLine }) => {
        if (closed) return
        const made = new PersonLine({
          ...{ projectId, settings },
          load: () => import('@/app/_client/sync/pusherClient'),
          heard: (name) => personal.tell(name),
          changed: (up) => {
            // Before the first time it is on its way, which nobody needs to know.
            setUp((before) => (up || before !== null ? up : null))
            // What happened while there was no line was missed.
            if (up) for (const name of ['time', 'timer'] as const) personal.tell(name)
          },
        })
        line = made
        made.open()
      },
      // The page still asks when it is looked at.
      () => {},
    )
    return () => {
      closed = true
      line?.close()
    }
  }, [projectId, settings])
  if (isUp === null) return null
  return isUp ? (
    <LiveDot short="live" long="Times logged elsewhere appear at once" hue="green" />
  ) : (
    <LiveDot
      short="offline"
      long="No connection. Times logged elsewhere appear once it is back"
      hue="slate"
      look="hollow"
    />
  )
}
