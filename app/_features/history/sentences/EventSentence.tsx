import type { ReactNode } from 'react'
import { projectKeyOf, routes } from '@/app/_features/shell/routes'
import { PrefetchLink } from '@/app/_ui/PrefetchLink'
import type { StoredEvent } from '@/domain/events'
import { assertNever } from '@/domain/kernel/assertNever'
import type { DroppedFields } from '@/domain/task/events'
import { describeDroppedFields, joinWithAnd } from '../describeDroppedFields'
import { withHistoryFilter } from '../historyFilterParams'
import { type NameLookup, type ShownIn, statusName } from '../nameLookup'
import { ComponentVersionSentence } from './ComponentVersionSentence'
import { ConflictSentence, ResolutionSentence } from './ConflictSentence'
import { StatusEditSentence, TaskEditSentence, TransitionFieldChanges } from './EditSentence'
import { Quote, TaskReference, Value } from './SentenceParts'
import { SprintSentence, TaskPlannedSentence } from './SprintSentence'
import { WorklogSentence } from './WorklogSentence'

type Props = {
  event: StoredEvent
  names: NameLookup
  shownIn: ShownIn
  /** Number of further tasks with the same change. */
  otherCount?: number
}

/** An event without its actor and time: "moved ALO-12 Logger fails from To do to Review". */
export function EventSentence({ event, names, shownIn, otherCount = 0 }: Props): ReactNode {
  const statusLabel = (id: string) => <Value>{statusName(names, id)}</Value>
  const taskPhrase =
    shownIn === 'project' && event.taskId ? (
      <TaskReference id={event.taskId} names={names} />
    ) : (
      'the task'
    )
  const onTask = shownIn === 'project' ? <> on {taskPhrase}</> : null
  switch (event.type) {
    case 'task.created':
      return event.data.movedFrom ? (
        <>
          created {taskPhrase}, as{' '}
          <FormerTaskKey taskKey={event.data.movedFrom} slug={names.slug} />
          {droppedFieldsPhrase(event.data.droppedFields)}
        </>
      ) : (
        <>created {taskPhrase}</>
      )
    case 'task.edited':
      return <TaskEditSentence event={event} names={names} shownIn={shownIn} />
    case 'task.moved': {
      const { from, to } = event.data
      return from === to ? (
        <>
          reordered {taskPhrase} in {statusLabel(to)}
        </>
      ) : (
        <>
          moved {taskPhrase} from {statusLabel(from)} to {statusLabel(to)}
          <TransitionFieldChanges changes={event.data} names={names} />
        </>
      )
    }
    case 'task.planned':
      return (
        <TaskPlannedSentence
          event={event}
          names={names}
          shownIn={shownIn}
          otherCount={otherCount}
        />
      )
    case 'task.archived':
      return event.data.movedTo ? (
        <>
          moved {taskPhrase} to another project
          {droppedFieldsPhrase(event.data.movedTo.droppedFields)}
        </>
      ) : (
        <>archived {taskPhrase}</>
      )
    case 'task.restored':
      return (
        <>
          restored {taskPhrase} to {statusLabel(event.data.statusId)}
        </>
      )
    case 'comment.added':
      return (
        <>
          commented{onTask}: <Quote>{firstLine(event.data.body)}</Quote>
        </>
      )
    case 'comment.edited':
      return (
        <>
          edited a comment{onTask}: <Quote>{firstLine(event.data.to)}</Quote>
        </>
      )
    case 'comment.deleted':
      return <>deleted a comment{onTask}</>
    case 'comment.restored':
      return (
        <>
          restored a comment{onTask}: <Quote>{firstLine(event.data.body)}</Quote>
        </>
      )
    case 'worklog.added':
    case 'worklog.edited':
    case 'worklog.deleted':
      return <WorklogSentence event={event} onTask={onTask} workTime={names.workTime} />
    case 'project.created':
      return (
        <>
          created the project <Value>{event.data.name}</Value>
        </>
      )
    case 'project.renamed':
      return (
        <>
          renamed the project from <Quote>{event.data.from}</Quote> to{' '}
          <Quote>{event.data.to}</Quote>
        </>
      )
    case 'status.added':
      return (
        <>
          added the status <Value>{event.data.name}</Value>
        </>
      )
    case 'component.added':
    case 'component.edited':
    case 'component.removed':
    case 'component.restored':
    case 'version.added':
    case 'version.edited':
    case 'version.removed':
    case 'version.restored':
      return <ComponentVersionSentence event={event} names={names} />
    case 'status.edited':
      return <StatusEditSentence event={event} names={names} />
    case 'status.moved':
      return <>moved the status {statusLabel(event.data.statusId)}</>
    case 'status.removed':
      return (
        <>
          removed the status {statusLabel(event.data.statusId)}; its tasks went to{' '}
          {statusLabel(event.data.to)}
        </>
      )
    case 'status.restored':
      return <>restored the status {statusLabel(event.data.statusId)}</>
    case 'sprint.created':
    case 'sprint.imported':
    case 'sprint.edited':
    case 'sprint.moved':
    case 'sprint.started':
    case 'sprint.completed':
    case 'sprint.reopened':
    case 'sprint.removed':
    case 'sprint.restored':
    case 'sprint.capacityChanged':
    case 'project.parallelSprintsChanged':
      return <SprintSentence event={event} names={names} />
    case 'conflict.detected':
      return (
        <ConflictSentence
          conflict={event.data}
          personId={event.actor}
          taskId={event.taskId}
          names={names}
          shownIn={shownIn}
        />
      )
    case 'conflict.resolved':
      return (
        <ResolutionSentence
          choice={event.data.choice}
          conflict={names.conflicts.get(event.data.conflictId)}
          names={names}
        />
      )
    default:
      return assertNever(event, null)
  }
}

/** The fields that a move to another project dropped: ", without the sprint Spring". */
const droppedFieldsPhrase = (dropped?: DroppedFields) =>
  dropped ? `, without ${joinWithAnd(describeDroppedFields(dropped))}` : ''

/** The former key of a task in another project, linked to its history there. */

function FormerTaskKey({ taskKey, slug }: { taskKey: string; slug: string }) {
  const history = routes.history(slug, projectKeyOf(taskKey))
  const query = withHistoryFilter(new URLSearchParams(), { text: taskKey })
  return (
    <PrefetchLink href={`${history}?${query}`} className="rounded-chip text-text underline">
      {taskKey}
    </PrefetchLink>
  )
}

function firstLine(text: string): string {
  return text.trim().split('\n')[0] ?? ''
}
