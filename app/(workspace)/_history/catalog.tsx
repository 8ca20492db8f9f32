import type { ReactNode } from 'react'
import type { EventOf } from '@/domain/events'
import { entryName, type Names, personName } from './names'
import { Listed, Quote, Value } from './words'

type Event = EventOf<
  | 'component.added'
  | 'component.edited'
  | 'component.removed'
  | 'component.restored'
  | 'version.added'
  | 'version.edited'
  | 'version.removed'
  | 'version.restored'
>

/** "released the version 1.0", "added the component API" */
export function CatalogSentence({ event, names }: { event: Event; names: Names }): ReactNode {
  switch (event.type) {
    case 'component.added':
    case 'version.added':
      return (
        <>
          added the {one(event)} <Value>{event.data.name}</Value>
        </>
      )
    case 'component.restored':
    case 'version.restored':
      return (
        <>
          brought back the {one(event)} <Value>{event.data.name}</Value>
        </>
      )
    case 'component.removed':
    case 'version.removed':
      return (
        <>
          removed the {one(event)} <Value>{event.data.name}</Value>
          {event.data.to ? <>; its tasks got {nameOf(event.data.to, names)}</> : null}
        </>
      )
    default:
      return <Edited event={event} names={names} />
  }
}

const one = ({ type }: Event) => type.slice(0, type.indexOf('.'))
const nameOf = (id: string, names: Names) => <Value>{entryName(names, id)}</Value>

function Edited({
  event,
  names,
}: {
  event: EventOf<'component.edited' | 'version.edited'>
  names: Names
}) {
  const id = event.type === 'component.edited' ? event.data.componentId : event.data.versionId
  const it = nameOf(id, names)
  const parts = Object.entries(event.data.set).map(([field, { from, to }]) => {
    switch (field) {
      case 'name':
        return (
          <>
            renamed the {one(event)} <Quote>{String(from)}</Quote> to <Quote>{String(to)}</Quote>
          </>
        )
      case 'lead':
        return to ? (
          <>
            made <Value>{personName(names, String(to))}</Value> lead of {it}
          </>
        ) : (
          <>took the lead of {it} away</>
        )
      case 'state':
        return (
          <>
            {STATE[String(to)]} the version {it}
          </>
        )
      default:
        return to ? (
          <>
            set the release day of {it} to <Value>{String(to)}</Value>
          </>
        ) : (
          <>removed the release day of {it}</>
        )
    }
  })
  return <Listed parts={parts} />
}

const STATE: Record<string, string> = {
  planned: 'reopened',
  released: 'released',
  archived: 'archived',
}
