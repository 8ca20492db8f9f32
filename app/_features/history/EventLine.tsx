import { CornerDownRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { Avatar } from '@/app/_ui/Avatar'
import { RelativeTime } from '@/app/_ui/RelativeTime'
import type { Id, Instant } from '@/domain/kernel/primitives'
import type { HistoryEntry } from './historyEntries'
import { type NameLookup, personName, type ShownIn } from './nameLookup'
import { ConflictSentence, ResolutionSentence } from './sentences/ConflictSentence'
import { EventSentence } from './sentences/EventSentence'

type Props = {
  entry: HistoryEntry
  names: NameLookup
  shownIn: ShownIn
  /** Actions for the event. */
  actions?: ReactNode
}

/** One line of a history: who did what, when. Shows a conflict together with its resolution. */
export function EventLine({ entry, names, shownIn, actions }: Props) {
  const { event, conflict, conflictResolution, resolutionChanges = [], groupedEvents = [] } = entry
  const sentenceProps = { names, shownIn }
  if (!conflict) {
    return (
      <HistoryLine
        personId={event.actor}
        at={event.at}
        imported={event.imported}
        names={names}
        actions={actions}
      >
        {names.commands.get(event.commandId)?.isUndo ? 'undid a change: ' : null}
        <EventSentence event={event} otherCount={groupedEvents.length} {...sentenceProps} />
      </HistoryLine>
    )
  }
  const { personId, detectedAt, taskId } = conflict
  return (
    <div data-conflict="">
      <HistoryLine personId={personId} at={detectedAt} names={names}>
        <ConflictSentence
          conflict={conflict}
          personId={personId}
          taskId={taskId}
          {...sentenceProps}
        />
      </HistoryLine>
      <div className="mt-1 flex gap-2 pl-6.5 text-muted">
        <CornerDownRight aria-hidden className="mt-0.5 size-3.5 shrink-0 text-faint" />
        {conflictResolution ? (
          <p className="min-w-0 wrap-anywhere">
            <PersonLabel id={conflictResolution.actor} names={names} />{' '}
            <ResolutionSentence
              choice={conflictResolution.data.choice}
              conflict={conflict}
              names={names}
            />
            {conflictResolution.data.choice === 'edited'
              ? resolutionChanges.map((change) => (
                  <span key={change.seq}>
                    : <EventSentence event={change} {...sentenceProps} />
                  </span>
                ))
              : null}
            <TimeLabel at={conflictResolution.at} />
          </p>
        ) : (
          <p>Unresolved</p>
        )}
      </div>
    </div>
  )
}

type LineProps = {
  personId: Id
  at: Instant
  imported?: boolean
  names: NameLookup
  actions?: ReactNode
  children: ReactNode
}

function HistoryLine({ personId, at, imported, names, actions, children }: LineProps) {
  const person = names.people.get(personId)
  return (
    <div className="group flex gap-2 text-muted">
      <span className="mt-px flex h-4.5 shrink-0">
        <Avatar person={person ?? { name: '?', id: personId }} size="small" decorative />
      </span>
      <p className="min-w-0 grow wrap-anywhere">
        <PersonLabel id={personId} names={names} /> {children}
        <TimeLabel at={at} />
        {imported ? (
          <span className="ml-1.5 rounded-chip border border-line px-1 text-xs text-muted">
            imported
          </span>
        ) : null}
      </p>
      {actions}
    </div>
  )
}

function PersonLabel({ id, names }: { id: Id; names: NameLookup }) {
  return <span className="font-medium text-text">{personName(names, id)}</span>
}

function TimeLabel({ at }: { at: Instant }) {
  return (
    <>
      <span aria-hidden> · </span>
      <RelativeTime at={at} className="whitespace-nowrap text-faint" />
    </>
  )
}
