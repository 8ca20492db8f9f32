import type { ReactNode } from 'react'
import { formatShortDate } from '@/app/_ui/localDate'
import type { EventOf } from '@/domain/events'
import { formatDuration, type WorkTime } from '@/domain/time/duration'
import { AndList, Quote, Value } from './SentenceParts'

type WorklogEvent = EventOf<'worklog.added' | 'worklog.edited' | 'worklog.deleted'>

type Props = { event: WorklogEvent; onTask: ReactNode; workTime: WorkTime }

/** For example "logged 2h 30m on ALO-12 Logger fails, leaving 1h". */
export function WorklogSentence({ event, onTask, workTime }: Props) {
  const duration = (seconds: number) => <Value>{formatDuration(seconds, workTime)}</Value>
  const { remaining } = event.data
  const remainingPhrase =
    remaining && remaining.to !== null ? <>, leaving {duration(remaining.to)}</> : null
  if (event.type === 'worklog.deleted') {
    return (
      <>
        deleted {duration(event.data.seconds)} logged{onTask}
        {remainingPhrase}
      </>
    )
  }
  if (event.type === 'worklog.added') {
    const { seconds, note } = event.data
    return (
      <>
        logged {duration(seconds)}
        {onTask}
        {note ? (
          <>
            : <Quote>{note.split('\n')[0] ?? ''}</Quote>
          </>
        ) : null}
        {remainingPhrase}
      </>
    )
  }
  const { seconds, startedAt, note } = event.data.set
  const parts: ReactNode[] = []
  if (seconds) {
    parts.push(
      <>
        from {duration(seconds.from)} to {duration(seconds.to)}
      </>,
    )
  }
  if (startedAt) {
    const day = (at: string) => <Value>{formatShortDate(at.slice(0, 10), '')}</Value>
    parts.push(
      <>
        from {day(startedAt.from)} to {day(startedAt.to)}
      </>,
    )
  }
  if (note) parts.push(<>its note</>)
  return (
    <>
      changed time logged{onTask}: <AndList parts={parts} />
      {remainingPhrase}
    </>
  )
}
