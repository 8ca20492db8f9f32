'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { apiClient } from '@/app/_api/apiClient'
import { routes } from '@/app/_features/shell/routes'
import { useWorkspace } from '@/app/_features/shell/useWorkspace'
import { lazyComponent } from '@/app/_ui/lazyComponent'
import { onTimerChange } from './timerBroadcast'
import { setRunningTimer, useTimer } from './timerStore'

const TimerWidget = lazyComponent(() =>
  import('./TimerWidget').then((module) => module.TimerWidget),
)
const TimerDialog = lazyComponent(() =>
  import('./TimerDialog').then((module) => module.TimerDialog),
)

/** The pages of a workspace that the server draws by the reader's zone. */
const pathsRenderedInTimeZone = (slug: string) => [
  routes.timesheet(slug),
  `${routes.workspace(slug)}/settings/time`,
]

/**
 * Stands once on every page of a workspace: shows the running timer, and asks about it. One that
 * comes late asks first what has happened since the page was drawn.
 */
export function ActiveTimer({ refetchOnMount }: { refetchOnMount: boolean }) {
  const { slug, me, timeSettings } = useWorkspace()
  const { running, timerPrompt } = useTimer()
  const router = useRouter()
  const canUseTimer = me.role !== 'viewer'
  useEffect(() => {
    if (!canUseTimer) return
    const fetchTimer = () => {
      apiClient.time.timer.query({ workspace: slug }).then(
        (timer) => setRunningTimer(slug, timer),
        () => {},
      )
    }
    if (refetchOnMount) fetchTimer()
    return onTimerChange(fetchTimer)
  }, [slug, canUseTimer, refetchOnMount])
  const needsTimeZone = canUseTimer && timeSettings.timeZone === null
  useEffect(() => {
    if (!needsTimeZone) return
    const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone
    apiClient.time.setTimeZone.mutate({ workspace: slug, timeZone, first: true }).then(
      () => {
        // No other page is drawn anew: where the network fails a refresh, the browser leaves the page
        // and all that it holds.
        if (pathsRenderedInTimeZone(slug).includes(window.location.pathname)) router.refresh()
      },
      () => {},
    )
  }, [slug, needsTimeZone, router])
  if (!running) return null
  return (
    <>
      <TimerWidget running={running} />
      {timerPrompt ? (
        <TimerDialog
          key={running.startedAt + timerPrompt.kind}
          running={running}
          timerPrompt={timerPrompt}
        />
      ) : null}
    </>
  )
}
