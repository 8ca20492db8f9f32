import type { ReactNode } from 'react'
import type { EventOf } from '@/domain/events'
import { assertNever } from '@/domain/kernel/assertNever'
import { componentOrVersionName, type NameLookup, personName } from '../nameLookup'
import { AndList, Quote, Value } from './SentenceParts'

type ComponentVersionEvent = EventOf<
  | 'component.added'
  | 'component.edited'
  | 'component.removed'
  | 'component.restored'
  | 'version.added'
  | 'version.edited'
  | 'version.removed'
  | 'version.restored'
>

/** For example "released the version 1.0" or "added the component API". */
export function ComponentVersionSentence({
  event,
  names,
}: {
  event: ComponentVersionEvent
  names: NameLookup
}): ReactNode {
  switch (event.type) {
    case 'component.added':
    case 'version.added':
      return (
        <>
          added the {eventSubject(event)} <Value>{event.data.name}</Value>
        </>
      )
    case 'component.restored':
    case 'version.restored':
      return (
        <>
          restored the {eventSubject(event)} <Value>{event.data.name}</Value>
        </>
      )
    case 'component.removed':
    case 'version.removed':
      return (
        <>
          removed the {eventSubject(event)} <Value>{event.data.name}</Value>
          {event.data.to ? <>; its tasks got {nameLabel(event.data.to, names)}</> : null}
        </>
      )
    case 'component.edited':
    case 'version.edited':
      return <ComponentVersionEdits event={event} names={names} />
    default:
      return assertNever(event, null)
  }
}

const eventSubject = ({ type }: ComponentVersionEvent) => type.slice(0, type.indexOf('.'))
const nameLabel = (id: string, names: NameLookup) => (
  <Value>{componentOrVersionName(names, id)}</Value>
)

function ComponentVersionEdits({
  event,
  names,
}: {
  event: EventOf<'component.edited' | 'version.edited'>
  names: NameLookup
}) {
  const id = event.type === 'component.edited' ? event.data.componentId : event.data.versionId
  const nameText = nameLabel(id, names)
  const parts = Object.entries(event.data.set).map(([field, { from, to }]) => {
    switch (field) {
      case 'name':
        return (
          <>
            renamed the {eventSubject(event)} <Quote>{String(from)}</Quote> to{' '}
            <Quote>{String(to)}</Quote>
          </>
        )
      case 'lead':
        return to ? (
          <>
            made <Value>{personName(names, String(to))}</Value> lead of {nameText}
          </>
        ) : (
          <>took the lead of {nameText} away</>
        )
      case 'state':
        return (
          <>
            {STATE_VERBS[String(to)]} the version {nameText}
          </>
        )
      default:
        return to ? (
          <>
            set the release date of {nameText} to <Value>{String(to)}</Value>
          </>
        ) : (
          <>removed the release date of {nameText}</>
        )
    }
  })
  return <AndList parts={parts} />
}

const STATE_VERBS: Record<string, string> = {
  planned: 'reopened',
  released: 'released',
  archived: 'archived',
}
