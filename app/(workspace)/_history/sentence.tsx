import type { ReactNode } from 'react'
import { NearLink } from '@/app/_ui/NearLink'
import type { LoggedEvent } from '@/domain/events'
import type { Stayed } from '@/domain/task/events'
import { addresses, projectKeyOf } from '../_frame/addresses'
import { CatalogSentence } from './catalog'
import { Decided, Lost } from './conflict-words'
import { Besides, Edits, StatusEdits } from './edits'
import { type Names, statusName, type Within } from './names'
import { Planned, SprintSentence } from './sprints'
import { inARow, stayedWords } from './stayed'
import { Quote, TaskName, Value } from './words'
import { WorklogSentence } from './worklogs'

type Props = {
  event: LoggedEvent
  names: Names
  within: Within
  /** How many more tasks the same was done to. */
  more?: number
}

/** What happened, without who and when: "moved ALO-12 Logger fails from To do to Review". */
export function Sentence({ event, names, within, more = 0 }: Props): ReactNode {
  const column = (id: string) => <Value>{statusName(names, id)}</Value>
  const it =
    within === 'project' && event.taskId ? <TaskName id={event.taskId} names={names} /> : 'the task'
  const on = within === 'project' ? <> on {it}</> : null
  switch (event.type) {
    case 'task.created':
      return event.data.movedFrom ? (
        <>
          created {it}, as <FormerKey taskKey={event.data.movedFrom} slug={names.slug} />
          {without(event.data.stayed)}
        </>
      ) : (
        <>created {it}</>
      )
    case 'task.edited':
      return <Edits event={event} names={names} within={within} />
    case 'task.moved': {
      const { from, to } = event.data
      return from === to ? (
        <>
          reordered {it} in {column(to)}
        </>
      ) : (
        <>
          moved {it} from {column(from)} to {column(to)}
          <Besides changes={event.data} names={names} />
        </>
      )
    }
    case 'task.planned':
      return <Planned event={event} names={names} within={within} more={more} />
    case 'task.archived':
      return event.data.movedTo ? (
        <>
          moved {it} to another project{without(event.data.movedTo.stayed)}
        </>
      ) : (
        <>archived {it}</>
      )
    case 'task.restored':
      return (
        <>
          restored {it} to {column(event.data.statusId)}
        </>
      )
    case 'comment.added':
      return (
        <>
          commented{on}: <Quote>{firstLine(event.data.body)}</Quote>
        </>
      )
    case 'comment.edited':
      return (
        <>
          edited a comment{on}: <Quote>{firstLine(event.data.to)}</Quote>
        </>
      )
    case 'comment.deleted':
      return <>deleted a comment{on}</>
    case 'comment.restored':
      return (
        <>
          brought back a comment{on}: <Quote>{firstLine(event.data.body)}</Quote>
        </>
      )
    case 'worklog.added':
    case 'worklog.edited':
    case 'worklog.deleted':
      return <WorklogSentence event={event} on={on} work={names.work} />
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
          added the column <Value>{event.data.name}</Value>
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
      return <CatalogSentence event={event} names={names} />
    case 'status.edited':
      return <StatusEdits event={event} names={names} />
    case 'status.moved':
      return <>moved the column {column(event.data.statusId)}</>
    case 'status.removed':
      return (
        <>
          removed the column {column(event.data.statusId)}; its tasks went to{' '}
          {column(event.data.to)}
        </>
      )
    case 'status.restored':
      return <>brought back the column {column(event.data.statusId)}</>
    case 'sprint.created':
    case 'sprint.imported':
    case 'sprint.edited':
    case 'sprint.moved':
    case 'sprint.started':
    case 'sprint.completed':
    case 'sprint.reopened':
    case 'sprint.removed':
    case 'sprint.restored':
    case 'sprint.capacity':
    case 'project.sprints':
      return <SprintSentence event={event} names={names} />
    case 'conflict.found':
      return (
        <Lost
          conflict={event.data}
          personId={event.actor}
          taskId={event.taskId}
          names={names}
          within={within}
        />
      )
    case 'conflict.resolved':
      return (
        <Decided
          choice={event.data.choice}
          conflict={names.conflicts.get(event.data.conflictId)}
          names={names}
        />
      )
  }
}

/** The key that a task had elsewhere; the history of its time there stays under it. */
/** What did not come along. */
const without = (stayed?: Stayed) => (stayed ? `, without ${inARow(stayedWords(stayed))}` : '')

function FormerKey({ taskKey, slug }: { taskKey: string; slug: string }) {
  const history = addresses.history(slug, projectKeyOf(taskKey))
  return (
    <NearLink href={`${history}?text=${taskKey}`} className="rounded-chip text-text underline">
      {taskKey}
    </NearLink>
  )
}

function firstLine(text: string): string {
  return text.trim().split('\n')[0] ?? ''
}
