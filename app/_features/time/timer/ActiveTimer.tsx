'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { apiClient } from '@/app/_api/apiClient'
import { routes } from '@/app/_features/shell/routes'
import { useWorkspace } from '@/app/_features/shell/useWorkspace'
import { lazyComponent } from '@/app/_ui/lazyComponent'
import { onTimerChange } from './timerBroadcast'
import { fetchRunningTimer, useTimer } from './timerStore'

const TimerWidget = lazyComponent(() =>
  import('./TimerWidget').then((module) => module.TimerWidget),
)
const TimerDialog = lazyComponent(() =>
  import('./TimerDialog').then((module) => module.TimerDialog),
)

/** Pages of a workspace that the server renders in the reader's time zone. */
const pathsRenderedInTimeZone = (slug: string) => [
  routes.timesheet(slug),
  `${routes.workspace(slug)}/settings/time`,
]

/**
 * Shows the running timer and its prompts. Rendered once on every page of a workspace. A timer that
 * mounts late first fetches what has changed since the page was rendered.
 */
export function ActiveTimer({ refetchOnMount }: { refetchOnMount: boolean }) {
  const { slug, me, timeSettings } = useWorkspace()
  const { running, timerPrompt } = useTimer()
  const router = useRouter()
  const canUseTimer = me.role !== 'viewer'
  useEffect(() => {
    if (!canUseTimer) return
    const fetchTimer = () => {
      const request = () => apiClient.time.timer.query({ workspace: slug })
      void fetchRunningTimer(slug, request).catch(() => {})
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
        // Refreshes no other page: when the network fails during a refresh, the browser reloads the
        // page and its state is lost.
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
