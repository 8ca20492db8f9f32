'use client'

import { useState } from 'react'
import { v7 as newId, v4 as newWindow } from 'uuid'
import { trpc } from '@/app/_client/trpc'
import { Button } from '@/app/_ui/Button'
import { RadioGroup } from '@/app/_ui/RadioGroup'
import { toast } from '@/app/_ui/toast'
import { formatHours } from '@/domain/time/duration'
import { measured } from '@/domain/time/timer'
import type { Remaining, WorklogFields } from '@/domain/worklog/commands'
import type { RunningTimer } from '@/server/queries/timer'
import { useWorkspace } from '../../_frame/workspace'
import { LogTime } from '../log/LogTime'
import { StartField } from '../StartField'
import { setQuestion, type TimerQuestion } from './timer-store'
import { useTimerActs } from './useTimerActs'

type Props = { running: RunningTimer; question: TimerQuestion }

/** What becomes of the time that a timer has measured: log it, a part of it, or let it go. */
export function TimerDialog({ running, question }: Props) {
  const { slug } = useWorkspace()
  const { end } = useTimerActs()
  const [now] = useState(() => new Date().toISOString())
  const [until, setUntil] = useState<string | null>(null)
  const next = question.what === 'stop' ? question.next : undefined
  const leftOn = question.what === 'left-on'
  const taskKey = `${running.projectKey}-${running.number}`
  const all = measured(running.startedAt, now)
  const seconds = until === null ? all : measured(running.startedAt, until)
  const close = () => setQuestion(slug, running, null)

  const save = async (fields: WorklogFields, remaining: Remaining) => {
    const no = await log(running, fields, remaining)
    if (no) return no
    toast.done(`${formatHours(fields.seconds)} logged on ${taskKey}`)
    await end(next)
    return null
  }
  const discard = async () => {
    close()
    await end(next)
  }
  return (
    <LogTime
      title={
        leftOn
          ? `The timer on ${taskKey} is still running`
          : next
            ? `Log the time on ${taskKey} first?`
            : 'Log time'
      }
      description={
        leftOn
          ? `It has been on for ${formatHours(all)}. Log all of it, only until a time, or discard it.`
          : `${taskKey} ${running.title}`
      }
      first={{ seconds, startedAt: running.startedAt, note: '' }}
      save={next ? 'Log and start the next' : 'Log time'}
      onSave={save}
      onClose={close}
      other={
        <Button tone="bare" onClick={() => void discard()}>
          {next ? 'Discard and start the next' : 'Discard'}
        </Button>
      }
    >
      {leftOn ? (
        <>
          <RadioGroup
            label="Log"
            value={until === null ? 'all' : 'until'}
            onChange={(which) => setUntil(which === 'all' ? null : hourAfter(running, now))}
            options={[
              { value: 'all', label: `All of it, ${formatHours(all)}` },
              { value: 'until', label: 'Until a time…' },
            ]}
          />
          {until === null ? null : (
            <StartField label="Stopped working" value={until} onChange={setUntil} />
          )}
        </>
      ) : null}
    </LogTime>
  )
}

/** An hour after the start, or now where that comes first. */
function hourAfter({ startedAt }: RunningTimer, now: string): string {
  return new Date(Math.min(Date.parse(startedAt) + 3_600_000, Date.parse(now))).toISOString()
}

/** Logs straight to the server, since the task may be of a project that is not open here. */
async function log(
  { projectId, taskId, version }: RunningTimer,
  fields: WorklogFields,
  remaining: Remaining,
): Promise<string | null> {
  try {
    const answer = await trpc.worklog.add.mutate({
      ...{ projectId, taskId, baseVersion: version, worklogId: newId(), remaining },
      ...{ commandId: newId(), clientId: newWindow() },
      ...fields,
    })
    return answer.refusal?.message ?? (answer.conflict ? 'The task was archived meanwhile.' : null)
  } catch (error) {
    return (error as Error).message
  }
}
