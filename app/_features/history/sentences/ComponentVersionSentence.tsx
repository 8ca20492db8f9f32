import type { ReactNode } from 'react'
import type {
  ComponentScalars,
  VersionScalars,
  VersionState,
} from '@/domain/component/componentsAndVersions'
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
  const parts = editsOf(event).map((edit) => {
    switch (edit.field) {
      case 'name':
        return (
          <>
            renamed the {eventSubject(event)} <Quote>{edit.from}</Quote> to <Quote>{edit.to}</Quote>
          </>
        )
      case 'lead':
        return edit.to ? (
          <>
            made <Value>{personName(names, edit.to)}</Value> lead of {nameText}
          </>
        ) : (
          <>took the lead of {nameText} away</>
        )
      case 'state':
        return (
          <>
            {STATE_VERBS[edit.to]} the version {nameText}
          </>
        )
      case 'releaseDate':
        return edit.to ? (
          <>
            set the release date of {nameText} to <Value>{edit.to}</Value>
          </>
        ) : (
          <>removed the release date of {nameText}</>
        )
      default:
        return assertNever(edit, <>changed {nameText}</>)
    }
  })
  return <AndList parts={parts} />
}

type Scalars = ComponentScalars & VersionScalars
type FieldEdit = {
  [F in keyof Scalars]: { field: F; from: Scalars[F]; to: Scalars[F] }
}[keyof Scalars]

/** Returns the edited fields. An event of a newer version of Concord may contain other fields. */
const editsOf = ({ data }: EventOf<'component.edited' | 'version.edited'>) =>
  Object.entries(data.set).map(([field, change]) => ({ field, ...change }) as FieldEdit)

const STATE_VERBS: Record<VersionState, string> = {
  planned: 'reopened',
  released: 'released',
  archived: 'archived',
}
