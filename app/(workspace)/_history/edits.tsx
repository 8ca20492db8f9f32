import type { ReactNode } from 'react'
import type { EventOf } from '@/domain/events'
import type { SetChanges } from '@/domain/task/events'
import { entryName, type Names, personName, statusName, type Within } from './names'
import { fieldName, isText, valueWords } from './values'
import { Listed, Quote, TaskName, Value } from './words'

type Edited = EventOf<'task.edited'>
type Changes = Edited['data']
/** The task in the first part of a sentence, after a preposition; nothing in later parts. */
type Of = (preposition: string) => ReactNode

/** "set the priority to High and renamed the task to …" */
export function Edits({ event, names, within }: { event: Edited; names: Names; within: Within }) {
  const task = event.taskId && <TaskName id={event.taskId} names={names} />
  const named: Of = (preposition) =>
    within === 'project' && task ? (
      <>
        {' '}
        {preposition} {task}
      </>
    ) : null
  const it = within === 'project' && task ? task : 'the task'
  const parts = partsOf(event.data, names)
  const said = parts.map((part, place) => (place === 0 ? part(named, it) : part(() => null, 'it')))
  return said.length > 0 ? <Listed parts={said} /> : <>changed {it}</>
}

/** What a move did besides: ", set the priority to High and assigned Ada". */
export function Besides({ changes, names }: { changes: Changes; names: Names }) {
  const said = partsOf(changes, names).map((part) => part(() => null, 'it'))
  return said.length > 0 ? (
    <>
      , <Listed parts={said} />
    </>
  ) : null
}

function partsOf({ set = {}, sets = {} }: Changes, names: Names) {
  const parts: ((of: Of, it: ReactNode) => ReactNode)[] = []
  for (const [field, change] of Object.entries(set)) {
    parts.push((of, object) => scalar(field, change, of, object, names))
  }
  parts.push(...setParts(sets, names))
  return parts
}

function scalar(
  field: string,
  { from, to }: { from: unknown; to: unknown },
  of: Of,
  it: ReactNode,
  names: Names,
): ReactNode {
  if (field === 'title') {
    return (
      <>
        renamed {it} to {valueWords(field, to, names)}
      </>
    )
  }
  if (field === 'parentId') return <Nested {...{ it, names }} from={from} to={to} />
  const name = fieldName(field)
  if (isText(field)) {
    const verb = from === '' ? 'wrote' : to === '' ? 'cleared' : 'edited'
    return (
      <>
        {verb} the {name}
        {of('of')}
      </>
    )
  }
  const before = valueWords(field, from, names)
  const after = valueWords(field, to, names)
  if (!after) {
    return (
      <>
        removed the {name}
        {of('of')} ({before})
      </>
    )
  }
  return before ? (
    <>
      changed the {name}
      {of('of')} from {before} to {after}
    </>
  ) : (
    <>
      set the {name}
      {of('of')} to {after}
    </>
  )
}

/** "put ALO-12 below ALO-3" */
function Nested(props: { it: ReactNode; names: Names; from: unknown; to: unknown }) {
  const { it, names, from, to } = props
  return to === null ? (
    <>
      took {it} out of <TaskName id={String(from)} names={names} />
    </>
  ) : (
    <>
      put {it} below <TaskName id={String(to)} names={names} />
    </>
  )
}

function setParts(sets: SetChanges, names: Names) {
  const people = (ids: string[]) => ids.map((id) => <Value key={id}>{personName(names, id)}</Value>)
  const labels = (all: string[]) => all.map((label) => <Value key={label}>{label}</Value>)
  const links = (all: string[]) => all.map((link) => <LinkWords key={link} link={link} />)
  const parts: ((of: Of) => ReactNode)[] = []
  const add = (verb: string, values: ReactNode[], preposition: string) => {
    if (values.length === 0) return
    parts.push((of) => (
      <>
        {verb} <Listed parts={values} />
        {of(preposition)}
      </>
    ))
  }
  const { assignees, labels: tags, links: ties } = sets
  add('assigned', people(assignees?.added ?? []), 'to')
  add('unassigned', people(assignees?.removed ?? []), 'from')
  const entries = (all: string[] = []) =>
    all.map((id) => <Value key={id}>{entryName(names, id)}</Value>)
  add('added the component', entries(sets.components?.added), 'to')
  add('removed the component', entries(sets.components?.removed), 'from')
  add('added the fix version', entries(sets.fixVersions?.added), 'to')
  add('removed the fix version', entries(sets.fixVersions?.removed), 'from')
  add('added the affected version', entries(sets.affectedVersions?.added), 'to')
  add('removed the affected version', entries(sets.affectedVersions?.removed), 'from')
  const { added = [], removed = [] } = tags ?? {}
  add(`added the ${plural('label', added)}`, labels(added), 'to')
  add(`removed the ${plural('label', removed)}`, labels(removed), 'from')
  const tied = { added: [], removed: [], ...ties }
  add(`added the ${plural('link', tied.added)}`, links(tied.added), 'to')
  add(`removed the ${plural('link', tied.removed)}`, links(tied.removed), 'from')
  return parts
}

const plural = (word: string, all: readonly string[]) => (all.length > 1 ? `${word}s` : word)

function LinkWords({ link }: { link: string }) {
  const [kind = '', key = ''] = link.split(':')
  return (
    <Value>
      {kind.replaceAll('-', ' ')} {key}
    </Value>
  )
}

/** "set the limit of Review to 5" */
export function StatusEdits({ event, names }: { event: EventOf<'status.edited'>; names: Names }) {
  const { statusId, set } = event.data
  const column = <Value>{statusName(names, statusId)}</Value>
  const parts: ReactNode[] = []
  const { name, wipLimit, category, color } = set
  if (name) {
    parts.push(
      <>
        renamed the column <Quote>{name.from}</Quote> to <Quote>{name.to}</Quote>
      </>,
    )
  }
  if (wipLimit) {
    parts.push(
      wipLimit.to === null ? (
        <>removed the limit of {column}</>
      ) : (
        <>
          set the limit of {column} to <Value>{wipLimit.to}</Value>
        </>
      ),
    )
  }
  if (category) {
    const word = { todo: 'to do', in_progress: 'in progress', done: 'done' }[category.to]
    parts.push(
      <>
        made {column} count as <Value>{word}</Value>
      </>,
    )
  }
  if (color) parts.push(<>changed the colour of {column}</>)
  if (set.transitions) {
    const ways = (set.transitions.to ?? []).map(({ to }) => (
      <Value key={to}>{statusName(names, to)}</Value>
    ))
    parts.push(
      set.transitions.to === null ? (
        <>opened every way from {column}</>
      ) : ways.length === 0 ? (
        <>let nothing lead on from {column}</>
      ) : (
        <>
          let {column} lead to <Listed parts={ways} />
        </>
      ),
    )
  }
  return <Listed parts={parts} />
}
