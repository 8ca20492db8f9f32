'use client'

import { Plus, Timer, TimerOff } from 'lucide-react'
import { useEffect, useState } from 'react'
import { v7 as newId } from 'uuid'
import { useProject, useSend } from '@/app/_client/react/hooks'
import { Button } from '@/app/_ui/Button'
import { IconButton } from '@/app/_ui/IconButton'
import { announce } from '@/app/_ui/LiveRegion'
import { onDemand } from '@/app/_ui/onDemand'
import { ProgressBar } from '@/app/_ui/ProgressBar'
import { useHotkeys } from '@/app/_ui/useHotkeys'
import type { Task } from '@/domain/task/task'
import { formatDuration } from '@/domain/time/duration'
import { useWorkTime } from '../_frame/workspace'
import { offerCommands } from '../_palette/registry'
import { Below } from './Below'
import { EstimateProperty } from './EstimateProperty'
import { useTimerActs } from './timer/useTimerActs'

const LogTime = onDemand(() => import('./log/LogTime').then((part) => part.LogTime))

/** A task's time: what was estimated, logged and is left, and where more is logged. */
export function TimeBlock({ task, mayChange }: { task: Task; mayChange: boolean }) {
  const work = useWorkTime()
  const send = useSend()
  const project = useProject()
  const [logging, setLogging] = useState<string | null>(null)
  const { running, start, stop } = useTimerActs()
  const isMine = running?.taskId === task.id && running.projectId === project.id
  const { originalEstimate, remainingEstimate, timeSpent } = task
  const toggle = () => (isMine ? stop() : start(project.id, task.id))
  const log = () => setLogging(new Date().toISOString())
  useHotkeys({ w: log }, mayChange)
  useEffect(() => {
    if (!mayChange) return
    const title = `${project.key}-${task.number}`
    return offerCommands(() => [
      {
        title,
        commands: [
          {
            id: 'log',
            label: 'Log time…',
            icon: <Plus />,
            keys: 'W',
            run: () => setLogging(new Date().toISOString()),
          },
          isMine
            ? { id: 'timer', label: 'Stop the timer', icon: <TimerOff />, run: stop }
            : {
                id: 'timer',
                label: 'Start the timer',
                icon: <Timer />,
                run: () => start(project.id, task.id),
              },
        ],
      },
    ])
  }, [mayChange, isMine, project.id, project.key, task.id, task.number, start, stop])

  const shown = timeSpent > 0 || originalEstimate !== null || remainingEstimate !== null
  if (!mayChange && !shown) return null
  const left = remainingEstimate ?? 0
  return (
    <section aria-label="Time" className="mt-3 border-t border-line pt-2">
      <div className="flex min-h-control items-center gap-1">
        <h3 className="grow font-medium">Time</h3>
        {mayChange ? (
          <>
            <IconButton
              size="small"
              label={isMine ? 'Stop the timer' : 'Start the timer'}
              aria-pressed={isMine}
              icon={isMine ? <TimerOff className="size-4" /> : <Timer className="size-4" />}
              onClick={toggle}
            />
            <Button size="small" data-tip-keys="W" data-tip="Log time" onClick={log}>
              Log time
            </Button>
          </>
        ) : null}
      </div>
      {timeSpent > 0 || left > 0 ? (
        <div className="pt-1 pb-2">
          <ProgressBar
            label={`${formatDuration(timeSpent, work)} logged`}
            value={timeSpent}
            max={timeSpent + left}
            words={remainingEstimate === null ? undefined : `${formatDuration(left, work)} left`}
          />
        </div>
      ) : null}
      <EstimateProperty task={task} field="originalEstimate" mayChange={mayChange} />
      <EstimateProperty task={task} field="remainingEstimate" mayChange={mayChange} />
      <Below task={task} />
      {logging ? (
        <LogTime
          title="Log time"
          description={`${project.key}-${task.number} ${task.title}`}
          first={{ seconds: null, startedAt: logging, note: '' }}
          endsThen
          left={remainingEstimate}
          save="Log time"
          onSave={(fields, remaining) => {
            const worklogId = newId()
            const on = { taskId: task.id, worklogId, remaining }
            send({ type: 'worklog.add', ...on, ...fields })
            announce('Time logged')
            return null
          }}
          onClose={() => setLogging(null)}
        />
      ) : null}
    </section>
  )
}
