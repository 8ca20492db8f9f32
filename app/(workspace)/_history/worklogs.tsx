import type { ReactNode } from 'react'
import type { EventOf } from '@/domain/events'
import { formatDuration, type WorkTime } from '@/domain/time/duration'
import { shortDay } from '../_task/fields/days'
import { Listed, Quote, Value } from './words'

type Logged = EventOf<'worklog.added' | 'worklog.edited' | 'worklog.deleted'>

type Props = { event: Logged; on: ReactNode; work: WorkTime }

/** "logged 2h 30m on ALO-12 Logger fails, leaving 1h" */
export function WorklogSentence({ event, on, work }: Props) {
  const time = (seconds: number) => <Value>{formatDuration(seconds, work)}</Value>
  const { remaining } = event.data
  const left = remaining && remaining.to !== null ? <>, leaving {time(remaining.to)}</> : null
  if (event.type === 'worklog.deleted') {
    return (
      <>
        deleted {time(event.data.seconds)} logged{on}
        {left}
      </>
    )
  }
  if (event.type === 'worklog.added') {
    const { seconds, note } = event.data
    return (
      <>
        logged {time(seconds)}
        {on}
        {note ? (
          <>
            : <Quote>{note.split('\n')[0] ?? ''}</Quote>
          </>
        ) : null}
        {left}
      </>
    )
  }
  const { seconds, startedAt, note } = event.data.set
  const parts: ReactNode[] = []
  if (seconds) {
    parts.push(
      <>
        from {time(seconds.from)} to {time(seconds.to)}
      </>,
    )
  }
  if (startedAt) {
    const day = (at: string) => <Value>{shortDay(at.slice(0, 10), '')}</Value>
    parts.push(
      <>
        from {day(startedAt.from)} to {day(startedAt.to)}
      </>,
    )
  }
  if (note) parts.push(<>its note</>)
  return (
    <>
      changed time logged{on}: <Listed parts={parts} />
      {left}
    </>
  )
}
