'use client'

import { Square } from 'lucide-react'
import { useEffect, useState } from 'react'
import { registerCommands } from '@/app/_features/palette/registerCommands'
import { routes } from '@/app/_features/shell/routes'
import { useWorkspace } from '@/app/_features/shell/useWorkspace'
import { IconButton } from '@/app/_ui/IconButton'
import { PrefetchLink } from '@/app/_ui/PrefetchLink'
import { isForgottenTimer } from '@/domain/time/timer'
import type { RunningTimer } from '@/server/queries/runningTimer'
import { useTimerActions } from '../useTimerActions'
import { useTimeZone } from '../useTimeZone'
import { setTimerPrompt } from './timerStore'

/** Timers that this window has already asked about. */
const promptedTimers = new Set<string>()

/** The running timer: its task, its elapsed time and a stop button. */
export function TimerWidget({ running }: { running: RunningTimer }) {
  const { slug } = useWorkspace()
  const timeZone = useTimeZone()
  const { stop } = useTimerActions()
  const now = useNow()
  const taskKey = `${running.projectKey}-${running.number}`
  const isLeftRunning = isForgottenTimer(running.startedAt, new Date(now).toISOString(), timeZone)
  useEffect(() => {
    if (!isLeftRunning || promptedTimers.has(running.startedAt)) return
    promptedTimers.add(running.startedAt)
    setTimerPrompt(slug, running, { kind: 'leftRunning' })
  }, [isLeftRunning, running, slug])
  useEffect(
    () =>
      registerCommands(() => [
        {
          title: 'Timer',
          commands: [
            {
              id: 'stop-timer',
              label: `Stop the timer on ${taskKey}`,
              icon: <Square />,
              run: stop,
            },
          ],
        },
      ]),
    [stop, taskKey],
  )
  return (
    <section
      aria-label="Timer"
      className="fixed right-3 bottom-16 z-40 flex h-8 items-center gap-2 rounded-overlay border border-line bg-raised pr-1 pl-2.5 shadow-float md:right-auto md:bottom-14 md:left-3 md:max-w-50 sidebar-closed:md:bottom-3"
    >
      <span aria-hidden className="size-1.5 shrink-0 animate-pulse rounded-full bg-accent" />
      <PrefetchLink
        href={routes.task(slug, taskKey)}
        data-tooltip={running.title}
        className="truncate rounded-chip text-muted tabular-nums hover:text-text"
      >
        {taskKey}
      </PrefetchLink>
      <span role="timer" className="shrink-0 tabular-nums" suppressHydrationWarning>
        {formatElapsed(now - Date.parse(running.startedAt))}
      </span>
      <IconButton
        size="small"
        label="Stop the timer"
        icon={<Square className="size-3.5" />}
        onClick={stop}
      />
    </section>
  )
}

function useNow(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const interval = setInterval(() => setNow(Date.now()), 1_000)
    return () => clearInterval(interval)
  }, [])
  return now
}

/** Formats a duration as 0:07:31. */
function formatElapsed(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000))
  const twoDigits = (part: number) => String(part).padStart(2, '0')
  return `${Math.floor(seconds / 3_600)}:${twoDigits(Math.floor(seconds / 60) % 60)}:${twoDigits(seconds % 60)}`
}
