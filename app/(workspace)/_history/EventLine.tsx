import { CornerDownRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { Avatar } from '@/app/_ui/Avatar'
import { RelativeTime } from '@/app/_ui/RelativeTime'
import type { Id, Moment } from '@/domain/words'
import { Decided, Lost } from './conflict-words'
import { type Names, personName, type Within } from './names'
import { Sentence } from './sentence'
import type { Story } from './stories'

type Props = {
  story: Story
  names: Names
  within: Within
  /** What can be done about the event. */
  acts?: ReactNode
}

/** One line of a history: who did what, when. A conflict is told with its end. */
export function EventLine({ story, names, within, acts }: Props) {
  const { event, conflict, decision, changes = [], others = [] } = story
  const shared = { names, within }
  if (!conflict) {
    return (
      <Line who={event.actor} at={event.at} imported={event.imported} names={names} acts={acts}>
        {names.commands.get(event.commandId)?.undoes ? 'took back a change: ' : null}
        <Sentence event={event} more={others.length} {...shared} />
      </Line>
    )
  }
  const { personId, foundAt, taskId } = conflict
  return (
    <div data-conflict="">
      <Line who={personId} at={foundAt} names={names}>
        <Lost conflict={conflict} personId={personId} taskId={taskId} {...shared} />
      </Line>
      <div className="mt-1 flex gap-2 pl-6.5 text-muted">
        <CornerDownRight aria-hidden className="mt-0.5 size-3.5 shrink-0 text-faint" />
        {decision ? (
          <p className="min-w-0 wrap-anywhere">
            <Who id={decision.actor} names={names} />{' '}
            <Decided choice={decision.data.choice} conflict={conflict} names={names} />
            {decision.data.choice === 'edited'
              ? changes.map((change) => (
                  <span key={change.seq}>
                    : <Sentence event={change} {...shared} />
                  </span>
                ))
              : null}
            <When at={decision.at} />
          </p>
        ) : (
          <p>Not decided yet</p>
        )}
      </div>
    </div>
  )
}

type LineProps = {
  who: Id
  at: Moment
  imported?: boolean
  names: Names
  acts?: ReactNode
  children: ReactNode
}

function Line({ who, at, imported, names, acts, children }: LineProps) {
  const person = names.people.get(who)
  return (
    <div className="group flex gap-2 text-muted">
      <span className="mt-px flex h-4.5 shrink-0">
        <Avatar person={person ?? { name: '?', id: who }} size="small" decorative />
      </span>
      <p className="min-w-0 grow wrap-anywhere">
        <Who id={who} names={names} /> {children}
        <When at={at} />
        {imported ? (
          <span className="ml-1.5 rounded-chip border border-line px-1 text-tiny text-muted">
            imported
          </span>
        ) : null}
      </p>
      {acts}
    </div>
  )
}

function Who({ id, names }: { id: Id; names: Names }) {
  return <span className="font-medium text-text">{personName(names, id)}</span>
}

function When({ at }: { at: Moment }) {
  return (
    <>
      <span aria-hidden> · </span>
      <RelativeTime at={at} className="whitespace-nowrap text-faint" />
    </>
  )
}
