import type { ReactNode } from 'react'
import type { Command } from '@/domain/commands'
import type { EventOf } from '@/domain/events'
import type { Id } from '@/domain/kernel/primitives'
import { formatCapacity } from '@/domain/sprint/formatCapacity'
import { type NameLookup, personName, type ShownIn, sprintName } from '../nameLookup'
import { fieldNoun, formatFieldValue } from './formatFieldValue'
import { AndList, Quote, TaskReference, Value } from './SentenceParts'

type TaskPlannedProps = {
  event: EventOf<'task.planned'>
  names: NameLookup
  shownIn: ShownIn
  /** Number of further tasks that moved the same way. */
  otherCount: number
}

/** For example "moved ALO-12 Logger fails and 3 others from the backlog to Sprint 4". */
export function TaskPlannedSentence({ event, names, shownIn, otherCount }: TaskPlannedProps) {
  const { from, to } = event.data
  const showsTask = shownIn === 'project' && event.taskId
  const taskPhrase = showsTask ? (
    <TaskReference id={event.taskId ?? ''} names={names} />
  ) : (
    'the task'
  )
  const others =
    otherCount === 0 ? null : ` and ${otherCount} ${otherCount === 1 ? 'other' : 'others'}`
  const sprintLabel = (id: Id | null) => <Value>{sprintName(names, id)}</Value>
  return from === to ? (
    <>
      reordered {taskPhrase}
      {others} in {sprintLabel(to)}
    </>
  ) : (
    <>
      moved {taskPhrase}
      {others} from {sprintLabel(from)} to {sprintLabel(to)}
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
  | 'sprint.capacityChanged'
  | 'project.parallelSprintsChanged'
>

/** An event of a sprint, without its actor and time. */
export function SprintSentence({
  event,
  names,
}: {
  event: SprintEvent
  names: NameLookup
}): ReactNode {
  if (event.type === 'project.parallelSprintsChanged') {
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
          imported the sprint <Value>{event.data.sprint.name}</Value>
        </>
      )
    case 'sprint.edited':
      return <SprintEditSentence event={event} names={names} />
    case 'sprint.moved':
      return <>moved {sprint} to another place among the sprints</>
    case 'sprint.started':
      // The commitment of an imported sprint is unknown.
      return event.imported ? (
        <>started {sprint}</>
      ) : (
        <>
          started {sprint} with <Value>{formatScope(event.data.scope)}</Value>
        </>
      )
    case 'sprint.completed':
      return <SprintCompletedSentence event={event} names={names} />
    case 'sprint.reopened':
      return <>reopened {sprint}</>
    case 'sprint.removed':
      return <>deleted {sprint}; what was in it went to the backlog</>
    case 'sprint.restored':
      return (
        <>
          restored the sprint <Value>{event.data.sprint.name}</Value>
        </>
      )
    case 'sprint.capacityChanged': {
      const { personId, to } = event.data
      const whose = <Value>{personName(names, personId)}’s</Value>
      return to ? (
        <>
          set {whose} capacity in {sprint} to <Value>{formatCapacity(to)}</Value>
        </>
      ) : (
        <>
          cleared {whose} capacity in {sprint}
        </>
      )
    }
  }
}

function SprintCompletedSentence({
  event,
  names,
}: {
  event: EventOf<'sprint.completed'>
  names: NameLookup
}) {
  const { sprintId, done, notDone } = event.data
  const sprint = <Value>{sprintName(names, sprintId)}</Value>
  if (event.imported) return <>completed {sprint}</>
  const countsBySprint = new Map<Id | null, number>()
  for (const { to } of notDone) countsBySprint.set(to, (countsBySprint.get(to) ?? 0) + 1)
  const destinations = [...countsBySprint].map(([to, count]) => (
    <>
      {count} to <Value>{sprintName(names, to)}</Value>
    </>
  ))
  return (
    <>
      completed {sprint} with <Value>{formatTaskCount(done.length)} done</Value>
      {notDone.length === 0 ? null : (
        <>
          {' '}
          and {notDone.length} not done: <AndList parts={destinations} />
        </>
      )}
    </>
  )
}

/** For example "renamed Sprint 4 to “Beta” and set the end to 14 Feb". */
function SprintEditSentence({
  event,
  names,
}: {
  event: EventOf<'sprint.edited'>
  names: NameLookup
}) {
  const { sprintId, set } = event.data
  const parts = Object.entries(set).map(([field, { from, to }], index) => {
    const sprintLabel = index === 0 ? <Value>{sprintName(names, sprintId)}</Value> : null
    if (field === 'name') {
      return (
        <>
          renamed the sprint <Quote>{String(from)}</Quote> to <Quote>{String(to)}</Quote>
        </>
      )
    }
    const value = formatFieldValue(`sprint ${sprintId} ${field}`, to, names)
    return (
      <>
        {value ? 'set' : 'cleared'} the {fieldNoun(`sprint ${sprintId} ${field}`)}
        {sprintLabel ? <> of {sprintLabel}</> : null}
        {value ? <> to {value}</> : null}
      </>
    )
  })
  return <AndList parts={parts} />
}

type ClosedSprintProps = { command: Command; taskPhrase: ReactNode; names: NameLookup }

/** The intended change of a sprint that had just been completed. */
export function ClosedSprintConflict({ command, taskPhrase, names }: ClosedSprintProps): ReactNode {
  const id = 'sprintId' in command ? (command.sprintId ?? null) : null
  const sprint = id ? <Value>{sprintName(names, id)}</Value> : 'a sprint'
  switch (command.type) {
    case 'task.plan':
      return (
        <>
          moved {taskPhrase} to {sprint}, which had just been closed
        </>
      )
    case 'sprint.complete':
      return <>completed {sprint} too, and wanted its tasks elsewhere</>
    default:
      return <>changed {sprint} while it was being completed</>
  }
}

function formatScope(scope: { estimate: number | null }[]): string {
  const points = scope.reduce((sum, { estimate }) => sum + (estimate ?? 0), 0)
  return points === 0
    ? formatTaskCount(scope.length)
    : `${formatTaskCount(scope.length)}, ${points} points`
}

const formatTaskCount = (count: number) => `${count} ${count === 1 ? 'task' : 'tasks'}`
