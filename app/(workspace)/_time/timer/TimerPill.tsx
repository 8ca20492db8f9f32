'use client'

import { Square } from 'lucide-react'
import { useEffect, useState } from 'react'
import { IconButton } from '@/app/_ui/IconButton'
import { NearLink } from '@/app/_ui/NearLink'
import { isLeftOn } from '@/domain/time/timer'
import type { RunningTimer } from '@/server/queries/timer'
import { addresses } from '../../_frame/addresses'
import { useWorkspace } from '../../_frame/workspace'
import { offerCommands } from '../../_palette/registry'
import { useZone } from '../useZone'
import { setQuestion } from './timer-store'
import { useTimerActs } from './useTimerActs'

/** Timers that the person has been asked about in this window. */
const asked = new Set<string>()

/** The running timer: its task, how long it has run, and where it is stopped. */
export function TimerPill({ running }: { running: RunningTimer }) {
  const { slug } = useWorkspace()
  const zone = useZone()
  const { stop } = useTimerActs()
  const now = useNow()
  const taskKey = `${running.projectKey}-${running.number}`
  const leftOn = isLeftOn(running.startedAt, new Date(now).toISOString(), zone)
  useEffect(() => {
    if (!leftOn || asked.has(running.startedAt)) return
    asked.add(running.startedAt)
    setQuestion(slug, running, { what: 'left-on' })
  }, [leftOn, running, slug])
  useEffect(
    () =>
      offerCommands(() => [
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
      className="fixed right-3 bottom-16 z-40 flex h-8 items-center gap-2 rounded-overlay border border-line bg-raised pr-1 pl-2.5 shadow-float md:right-auto md:bottom-14 md:left-3 md:max-w-50 side-closed:md:bottom-3"
    >
      <span aria-hidden className="size-1.5 shrink-0 animate-breathe rounded-full bg-accent" />
      <NearLink
        href={addresses.task(slug, taskKey)}
        data-tip={running.title}
        className="truncate rounded-chip text-muted tabular-nums hover:text-text"
      >
        {taskKey}
      </NearLink>
      <span role="timer" className="shrink-0 tabular-nums" suppressHydrationWarning>
        {clock(now - Date.parse(running.startedAt))}
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
    const tick = setInterval(() => setNow(Date.now()), 1_000)
    return () => clearInterval(tick)
  }, [])
  return now
}

/** 0:07:31 */
function clock(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000))
  const two = (part: number) => String(part).padStart(2, '0')
  return `${Math.floor(seconds / 3_600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}
