import { Fragment, type ReactNode } from 'react'
import type { EventOf } from '@/domain/events'
import type { SetChanges } from '@/domain/task/events'
import {
  SET_FIELDS,
  type SetField,
  TASK_FIELDS,
  fieldNoun as taskFieldNoun,
} from '@/domain/task/fields'
import { type NameLookup, type ShownIn, statusName } from '../nameLookup'
import { fieldNoun, formatFieldValue, formatTaskField, isTextFieldName } from './formatFieldValue'
import { AndList, Quote, TaskReference, Value } from './SentenceParts'

type TaskEditedEvent = EventOf<'task.edited'>
type FieldChanges = TaskEditedEvent['data']
/**
 * Names the task in the first part of a sentence, after a preposition; returns nothing in later
 * parts.
 */
type TaskPhrase = (preposition: string) => ReactNode

/** For example "set the priority to High and renamed the task to …". */
export function TaskEditSentence({
  event,
  names,
  shownIn,
}: {
  event: TaskEditedEvent
  names: NameLookup
  shownIn: ShownIn
}) {
  const task = event.taskId && <TaskReference id={event.taskId} names={names} />
  const taskPhrase: TaskPhrase = (preposition) =>
    shownIn === 'project' && task ? (
      <>
        {' '}
        {preposition} {task}
      </>
    ) : null
  const taskOrPronoun = shownIn === 'project' && task ? task : 'the task'
  const parts = changePhrases(event.data, names)
  const phrases = parts.map((part, index) =>
    index === 0 ? part(taskPhrase, taskOrPronoun) : part(() => null, 'it'),
  )
  return phrases.length > 0 ? <AndList parts={phrases} /> : <>changed {taskOrPronoun}</>
}

/** Fields that a transition changed as well: ", set the priority to High and assigned Ada". */
export function TransitionFieldChanges({
  changes,
  names,
}: {
  changes: FieldChanges
  names: NameLookup
}) {
  const phrases = changePhrases(changes, names).map((part) => part(() => null, 'it'))
  return phrases.length > 0 ? (
    <>
      , <AndList parts={phrases} />
    </>
  ) : null
}

function changePhrases({ set = {}, sets = {} }: FieldChanges, names: NameLookup) {
  const parts: ((taskPhrase: TaskPhrase, taskOrPronoun: ReactNode) => ReactNode)[] = []
  for (const [field, change] of Object.entries(set)) {
    parts.push((taskPhrase, taskOrPronoun) =>
      scalarChangePhrase(field, change, taskPhrase, taskOrPronoun, names),
    )
  }
  parts.push(...setChangePhrases(sets, names))
  return parts
}

function scalarChangePhrase(
  field: string,
  { from, to }: { from: unknown; to: unknown },
  taskPhrase: TaskPhrase,
  taskOrPronoun: ReactNode,
  names: NameLookup,
): ReactNode {
  if (field === 'title') {
    return (
      <>
        renamed {taskOrPronoun} to {formatFieldValue(field, to, names)}
      </>
    )
  }
  if (field === 'parentId')
    return <ParentChange {...{ taskOrPronoun, names }} from={from} to={to} />
  const name = fieldNoun(field)
  if (isTextFieldName(field)) {
    const verb = from === '' ? 'wrote' : to === '' ? 'cleared' : 'edited'
    return (
      <>
        {verb} the {name}
        {taskPhrase('of')}
      </>
    )
  }
  const before = formatFieldValue(field, from, names)
  const after = formatFieldValue(field, to, names)
  if (!after) {
    return (
      <>
        removed the {name}
        {taskPhrase('of')} ({before})
      </>
    )
  }
  return before ? (
    <>
      changed the {name}
      {taskPhrase('of')} from {before} to {after}
    </>
  ) : (
    <>
      set the {name}
      {taskPhrase('of')} to {after}
    </>
  )
}

/** For example "set the parent of ALO-12 to ALO-3". */
function ParentChange(props: {
  taskOrPronoun: ReactNode
  names: NameLookup
  from: unknown
  to: unknown
}) {
  const { taskOrPronoun, names, from, to } = props
  return to === null ? (
    <>
      removed the parent <TaskReference id={String(from)} names={names} /> of {taskOrPronoun}
    </>
  ) : (
    <>
      set the parent of {taskOrPronoun} to <TaskReference id={String(to)} names={names} />
    </>
  )
}

function setChangePhrases(sets: SetChanges, names: NameLookup) {
  const parts: ((taskPhrase: TaskPhrase) => ReactNode)[] = []
  const add = (verb: string, field: SetField, entries: string[], preposition: string) => {
    if (entries.length === 0) return
    const values = entries.map((entry) => (
      <Fragment key={entry}>{formatTaskField(field, entry, names)}</Fragment>
    ))
    parts.push((taskPhrase) => (
      <>
        {verb} <AndList parts={values} />
        {taskPhrase(preposition)}
      </>
    ))
  }
  for (const field of SET_FIELDS) {
    const { added = [], removed = [] } = sets[field] ?? {}
    const isAssignees = field === 'assignees'
    const noun = (entries: string[]) =>
      entries.length > 1 ? `the ${taskFieldNoun(field)}` : `the ${TASK_FIELDS[field].noun}`
    add(isAssignees ? 'assigned' : `added ${noun(added)}`, field, added, 'to')
    add(isAssignees ? 'unassigned' : `removed ${noun(removed)}`, field, removed, 'from')
  }
  return parts
}

/** For example "set the limit of Review to 5". */
export function StatusEditSentence({
  event,
  names,
}: {
  event: EventOf<'status.edited'>
  names: NameLookup
}) {
  const { statusId, set } = event.data
  const status = <Value>{statusName(names, statusId)}</Value>
  const parts: ReactNode[] = []
  const { name, wipLimit, category, color } = set
  if (name) {
    parts.push(
      <>
        renamed the status <Quote>{name.from}</Quote> to <Quote>{name.to}</Quote>
      </>,
    )
  }
  if (wipLimit) {
    parts.push(
      wipLimit.to === null ? (
        <>removed the limit of {status}</>
      ) : (
        <>
          set the limit of {status} to <Value>{wipLimit.to}</Value>
        </>
      ),
    )
  }
  if (category) {
    const word = { todo: 'to do', in_progress: 'in progress', done: 'done' }[category.to]
    parts.push(
      <>
        set the category of {status} to <Value>{word}</Value>
      </>,
    )
  }
  if (color) parts.push(<>changed the colour of {status}</>)
  if (set.transitions) {
    const targets = (set.transitions.to ?? []).map(({ to }) => (
      <Value key={to}>{statusName(names, to)}</Value>
    ))
    parts.push(
      set.transitions.to === null ? (
        <>allowed any transition from {status}</>
      ) : targets.length === 0 ? (
        <>removed all transitions from {status}</>
      ) : (
        <>
          allowed transitions from {status} to <AndList parts={targets} />
        </>
      ),
    )
  }
  return <AndList parts={parts} />
}
