'use client'

import { Plus, Timer, TimerOff } from 'lucide-react'
import { useEffect, useState } from 'react'
import { v7 as newId } from 'uuid'
import { registerCommands } from '@/app/_features/palette/registerCommands'
import { useWorkTime } from '@/app/_features/shell/useWorkspace'
import { useProject, useSend } from '@/app/_replica/react/projectHooks'
import { Button } from '@/app/_ui/Button'
import { IconButton } from '@/app/_ui/IconButton'
import { announce } from '@/app/_ui/LiveRegion'
import { lazyComponent } from '@/app/_ui/lazyComponent'
import { ProgressBar } from '@/app/_ui/ProgressBar'
import { useHotkeys } from '@/app/_ui/useHotkeys'
import type { Task } from '@/domain/task/task'
import { formatDuration } from '@/domain/time/duration'
import { DescendantTimeTotals } from './tracking/DescendantTimeTotals'
import { TimeEstimateProperty } from './tracking/TimeEstimateProperty'
import { useTimerActions } from './useTimerActions'

const LogTimeDialog = lazyComponent(() =>
  import('./LogTimeDialog').then((module) => module.LogTimeDialog),
)

/** A task's estimated, logged and remaining time, with a form to log more. */
export function TimeTracking({ task, canEdit }: { task: Task; canEdit: boolean }) {
  const workTime = useWorkTime()
  const send = useSend()
  const project = useProject()
  const [logStartedAt, setLogStartedAt] = useState<string | null>(null)
  const { running, start, stop } = useTimerActions()
  const isTimedTask = running?.taskId === task.id && running.projectId === project.id
  const { originalEstimate, remainingEstimate, timeSpent } = task
  const toggleTimer = () => (isTimedTask ? stop() : start(project.id, task.id))
  const openLogDialog = () => setLogStartedAt(new Date().toISOString())
  useHotkeys({ w: openLogDialog }, canEdit)
  useEffect(() => {
    if (!canEdit) return
    const title = `${project.key}-${task.number}`
    return registerCommands(() => [
      {
        title,
        commands: [
          {
            id: 'log',
            label: 'Log time…',
            icon: <Plus />,
            keys: 'W',
            run: () => setLogStartedAt(new Date().toISOString()),
          },
          isTimedTask
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
  }, [canEdit, isTimedTask, project.id, project.key, task.id, task.number, start, stop])

  const hasTime = timeSpent > 0 || originalEstimate !== null || remainingEstimate !== null
  if (!canEdit && !hasTime) return null
  const remainingSeconds = remainingEstimate ?? 0
  return (
    <section aria-label="Time" className="mt-3 border-t border-line pt-2">
      <div className="flex min-h-control items-center gap-1">
        <h3 className="grow font-medium">Time</h3>
        {canEdit ? (
          <>
            <IconButton
              size="small"
              label={isTimedTask ? 'Stop the timer' : 'Start the timer'}
              aria-pressed={isTimedTask}
              icon={isTimedTask ? <TimerOff className="size-4" /> : <Timer className="size-4" />}
              onClick={toggleTimer}
            />
            <Button
              size="small"
              data-tooltip-keys="W"
              data-tooltip="Log time"
              onClick={openLogDialog}
            >
              Log time
            </Button>
          </>
        ) : null}
      </div>
      {timeSpent > 0 || remainingSeconds > 0 ? (
        <div className="pt-1 pb-2">
          <ProgressBar
            label={`${formatDuration(timeSpent, workTime)} logged`}
            value={timeSpent}
            max={timeSpent + remainingSeconds}
            valueText={
              remainingEstimate === null
                ? undefined
                : `${formatDuration(remainingSeconds, workTime)} left`
            }
          />
        </div>
      ) : null}
      <TimeEstimateProperty task={task} field="originalEstimate" canEdit={canEdit} />
      <TimeEstimateProperty task={task} field="remainingEstimate" canEdit={canEdit} />
      <DescendantTimeTotals task={task} />
      {logStartedAt ? (
        <LogTimeDialog
          title="Log time"
          description={`${project.key}-${task.number} ${task.title}`}
          initial={{ seconds: null, startedAt: logStartedAt, note: '' }}
          startedAtIsEnd
          remainingSeconds={remainingEstimate}
          submitLabel="Log time"
          onSave={(fields, remaining) => {
            const worklogId = newId()
            const worklogIds = { taskId: task.id, worklogId, remaining }
            send({ type: 'worklog.add', ...worklogIds, ...fields })
            announce('Time logged')
            return null
          }}
          onClose={() => setLogStartedAt(null)}
        />
      ) : null}
    </section>
  )
}
