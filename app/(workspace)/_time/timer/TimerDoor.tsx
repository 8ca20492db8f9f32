'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { trpc } from '@/app/_client/trpc'
import { onDemand } from '@/app/_ui/onDemand'
import { addresses } from '../../_frame/addresses'
import { useWorkspace } from '../../_frame/workspace'
import { setRunning, useTimer } from './timer-store'
import { onTimerChange } from './windows'

const TimerPill = onDemand(() => import('./TimerPill').then((part) => part.TimerPill))
const TimerDialog = onDemand(() => import('./TimerDialog').then((part) => part.TimerDialog))

/** The pages of a workspace that the server draws by the reader's zone. */
const drawnByZone = (slug: string) => [
  addresses.timesheet(slug),
  `${addresses.workspace(slug)}/settings/time`,
]

/**
 * Stands once on every page of a workspace: shows the running timer, and asks about it. One that
 * comes late asks first what has happened since the page was drawn.
 */
export function TimerDoor({ late }: { late: boolean }) {
  const { slug, me, time } = useWorkspace()
  const { running, question } = useTimer()
  const router = useRouter()
  const may = me.role !== 'viewer'
  useEffect(() => {
    if (!may) return
    const ask = () => {
      trpc.time.timer.query({ workspace: slug }).then(
        (timer) => setRunning(slug, timer),
        () => {},
      )
    }
    if (late) ask()
    return onTimerChange(ask)
  }, [slug, may, late])
  const isUnset = may && time.timeZone === null
  useEffect(() => {
    if (!isUnset) return
    const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone
    trpc.time.zone.mutate({ workspace: slug, timeZone, first: true }).then(
      () => {
        // No other page is drawn anew: where the network fails a refresh, the browser leaves the page
        // and all that it holds.
        if (drawnByZone(slug).includes(window.location.pathname)) router.refresh()
      },
      () => {},
    )
  }, [slug, isUnset, router])
  if (!running) return null
  return (
    <>
      <TimerPill running={running} />
      {question ? (
        <TimerDialog
          key={running.startedAt + question.what}
          running={running}
          question={question}
        />
      ) : null}
    </>
  )
}
