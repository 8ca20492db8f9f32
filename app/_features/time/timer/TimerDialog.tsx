'use client'

import { useState } from 'react'
import { apiClient } from '@/app/_api/apiClient'
import { useWorkspace } from '@/app/_features/shell/useWorkspace'
import { Button } from '@/app/_ui/Button'
import { RadioGroup } from '@/app/_ui/RadioGroup'
import { toast } from '@/app/_ui/toast'
import { formatHours } from '@/domain/time/duration'
import { timerSeconds } from '@/domain/time/timer'
import type { RemainingAdjustment, WorklogFields } from '@/domain/worklog/commands'
import type { RunningTimer } from '@/server/queries/runningTimer'
import { LogTimeDialog } from '../LogTimeDialog'
import { StartTimeField } from '../StartTimeField'
import { useTimerActions } from '../useTimerActions'
import { setTimerPrompt, type TimerPrompt } from './timerStore'
import { TimerWorklog } from './timerWorklog'

type Props = { running: RunningTimer; timerPrompt: TimerPrompt }

/** Asks what to do with the measured time: log it, log a part of it, or discard it. */
export function TimerDialog({ running, timerPrompt }: Props) {
  const { slug } = useWorkspace()
  const { end } = useTimerActions()
  const [now] = useState(() => new Date().toISOString())
  const [worklog] = useState(() => new TimerWorklog(apiClient.worklog.add.mutate))
  const [stoppedAt, setStoppedAt] = useState<string | null>(null)
  const next = timerPrompt.kind === 'stop' ? timerPrompt.next : undefined
  const isLeftRunning = timerPrompt.kind === 'leftRunning'
  const taskKey = `${running.projectKey}-${running.number}`
  const elapsedSeconds = timerSeconds(running.startedAt, now)
  const seconds = stoppedAt === null ? elapsedSeconds : timerSeconds(running.startedAt, stoppedAt)
  const close = () => setTimerPrompt(slug, running, null)

  const save = async (fields: WorklogFields, remaining: RemainingAdjustment) => {
    const failure = (await worklog.log(running, fields, remaining)) ?? (await end(next))
    if (!failure) toast.success(`${formatHours(fields.seconds)} logged on ${taskKey}`)
    return failure
  }
  const discard = async () => {
    close()
    const failure = await end(next)
    if (!failure) return
    toast.error(next ? 'The timer was not started' : 'The timer was not stopped', {
      detail: failure,
    })
  }
  return (
    <LogTimeDialog
      title={
        isLeftRunning
          ? `The timer on ${taskKey} is still running`
          : next
            ? `Log the time on ${taskKey} first?`
            : 'Log time'
      }
      description={
        isLeftRunning
          ? `It has been on for ${formatHours(elapsedSeconds)}. Log all of it, only until a time, or discard it.`
          : `${taskKey} ${running.title}`
      }
      initial={{ seconds, startedAt: running.startedAt, note: '' }}
      submitLabel={next ? 'Log and start the next' : 'Log time'}
      onSave={save}
      onClose={close}
      secondaryAction={
        <Button tone="ghost" onClick={() => void discard()}>
          {next ? 'Discard and start the next' : 'Discard'}
        </Button>
      }
    >
      {isLeftRunning ? (
        <>
          <RadioGroup
            label="Log"
            value={stoppedAt === null ? 'all' : 'until'}
            onChange={(which) =>
              setStoppedAt(which === 'all' ? null : oneHourAfterStart(running, now))
            }
            options={[
              { value: 'all', label: `All of it, ${formatHours(elapsedSeconds)}` },
              { value: 'until', label: 'Until a time…' },
            ]}
          />
          {stoppedAt === null ? null : (
            <StartTimeField label="Stopped working" value={stoppedAt} onChange={setStoppedAt} />
          )}
        </>
      ) : null}
    </LogTimeDialog>
  )
}

/** Returns an hour after the start, or now when that is earlier. */
function oneHourAfterStart({ startedAt }: RunningTimer, now: string): string {
  return new Date(Math.min(Date.parse(startedAt) + 3_600_000, Date.parse(now))).toISOString()
}
