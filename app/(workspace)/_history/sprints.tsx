import type { ReactNode } from 'react'
import type { Command } from '@/domain/commands'
import type { EventOf } from '@/domain/events'
import type { Id } from '@/domain/words'
import { inHours } from '../_sprint/in-hours'
import { type Names, personName, sprintName, type Within } from './names'
import { fieldName, valueWords } from './values'
import { Listed, Quote, TaskName, Value } from './words'

type PlannedProps = {
  event: EventOf<'task.planned'>
  names: Names
  within: Within
  /** How many more tasks went the same way. */
  more: number
}

/** "moved ALO-12 Logger fails and 3 others from the backlog to Sprint 4" */
export function Planned({ event, names, within, more }: PlannedProps) {
  const { from, to } = event.data
  const inProject = within === 'project' && event.taskId
  const first = inProject ? <TaskName id={event.taskId ?? ''} names={names} /> : 'the task'
  const others = more === 0 ? null : ` and ${more} ${more === 1 ? 'other' : 'others'}`
  const section = (id: Id | null) => <Value>{sprintName(names, id)}</Value>
  return from === to ? (
    <>
      ranked {first}
      {others} anew in {section(to)}
    </>
  ) : (
    <>
      moved {first}
      {others} from {section(from)} to {section(to)}
    </>
  )
}

type SprintEvent = EventOf<
  | 'sprint.created'
  | 'sprint.imported'
  | 'sprint.edited'
  | 'sprint.moved'
  | 'sprint.started'
  | 'sprint.completed'
  | 'sprint.reopened'
  | 'sprint.removed'
  | 'sprint.restored'
  | 'sprint.capacity'
  | 'project.sprints'
>

/** What happened to a sprint, without who and when. */
export function SprintSentence({ event, names }: { event: SprintEvent; names: Names }): ReactNode {
  if (event.type === 'project.sprints') {
    return event.data.to ? 'let several sprints run at once' : 'let only one sprint run at a time'
  }
  const sprint = <Value>{sprintName(names, event.data.sprintId)}</Value>
  switch (event.type) {
    case 'sprint.created':
      return (
        <>
          created the sprint <Value>{event.data.name}</Value>
        </>
      )
    case 'sprint.imported':
      return (
        <>
          brought the sprint <Value>{event.data.sprint.name}</Value> along
        </>
      )
    case 'sprint.edited':
      return <SprintEdits event={event} names={names} />
    case 'sprint.moved':
      return <>moved {sprint} to another place among the sprints</>
    case 'sprint.started':
      // What another tracker had in it then was not counted here.
      return event.imported ? (
        <>started {sprint}</>
      ) : (
        <>
          started {sprint} with <Value>{scopeWords(event.data.scope)}</Value>
        </>
      )
    case 'sprint.completed':
      return <Completed event={event} names={names} />
    case 'sprint.reopened':
      return <>reopened {sprint}</>
    case 'sprint.removed':
      return <>deleted {sprint}; what was in it went to the backlog</>
    case 'sprint.restored':
      return (
        <>
          brought back the sprint <Value>{event.data.sprint.name}</Value>
        </>
      )
    case 'sprint.capacity': {
      const { personId, to } = event.data
      const whose = <Value>{personName(names, personId)}’s</Value>
      return to ? (
        <>
          set {whose} capacity in {sprint} to <Value>{inHours(to)}</Value>
        </>
      ) : (
        <>
          cleared {whose} capacity in {sprint}
        </>
      )
    }
  }
}

function Completed({ event, names }: { event: EventOf<'sprint.completed'>; names: Names }) {
  const { sprintId, done, left } = event.data
  const sprint = <Value>{sprintName(names, sprintId)}</Value>
  if (event.imported) return <>completed {sprint}</>
  const counts = new Map<Id | null, number>()
  for (const { to } of left) counts.set(to, (counts.get(to) ?? 0) + 1)
  const went = [...counts].map(([to, count]) => (
    <>
      {count} to <Value>{sprintName(names, to)}</Value>
    </>
  ))
  return (
    <>
      completed {sprint} with <Value>{tasks(done.length)} done</Value>
      {left.length === 0 ? null : (
        <>
          {' '}
          and {left.length} not done: <Listed parts={went} />
        </>
      )}
    </>
  )
}

/** "renamed Sprint 4 to “Beta” and set the end to 14 Feb" */
function SprintEdits({ event, names }: { event: EventOf<'sprint.edited'>; names: Names }) {
  const { sprintId, set } = event.data
  const parts = Object.entries(set).map(([field, { from, to }], place) => {
    const of = place === 0 ? <Value>{sprintName(names, sprintId)}</Value> : null
    if (field === 'name') {
      return (
        <>
          renamed the sprint <Quote>{String(from)}</Quote> to <Quote>{String(to)}</Quote>
        </>
      )
    }
    const value = valueWords(`sprint ${sprintId} ${field}`, to, names)
    return (
      <>
        {value ? 'set' : 'cleared'} the {fieldName(`sprint ${sprintId} ${field}`)}
        {of ? <> of {of}</> : null}
        {value ? <> to {value}</> : null}
      </>
    )
  })
  return <Listed parts={parts} />
}

type ClosedProps = { command: Command; it: ReactNode; names: Names }

/** What somebody wanted of a sprint that had just ended. */
export function SprintClosed({ command, it, names }: ClosedProps): ReactNode {
  const id = 'sprintId' in command ? (command.sprintId ?? null) : null
  const sprint = id ? <Value>{sprintName(names, id)}</Value> : 'a sprint'
  switch (command.type) {
    case 'task.plan':
      return (
        <>
          moved {it} to {sprint}, which had just been closed
        </>
      )
    case 'sprint.complete':
      return <>completed {sprint} too, and wanted its tasks elsewhere</>
    default:
      return <>changed {sprint} while it was being completed</>
  }
}

function scopeWords(scope: { estimate: number | null }[]): string {
  const points = scope.reduce((sum, { estimate }) => sum + (estimate ?? 0), 0)
  return points === 0 ? tasks(scope.length) : `${tasks(scope.length)}, ${points} points`
}

const tasks = (count: number) => `${count} ${count === 1 ? 'task' : 'tasks'}`
