import type { ReactNode } from 'react'
import { priorityNames } from '@/app/_ui/PriorityBars'
import type { Transition } from '@/domain/project/transition'
import type { Capacity } from '@/domain/sprint/sprint'
import { listed } from '@/domain/task/mayMove'
import { formatDuration } from '@/domain/time/duration'
import type { Priority, TaskType } from '@/domain/words'
import { inHours } from '../_sprint/in-hours'
import { shortDay, today } from '../_task/fields/days'
import { inPoints } from '../_task/fields/field-options'
import { resolutionName } from '../_task/fields/resolutions'
import { typeNames } from '../_task/fields/type-options'
import { type Names, personName, sprintName, statusName, taskName } from './names'
import { Quote, Value } from './words'

const fieldNames: Record<string, string> = {
  status: 'status',
  title: 'title',
  description: 'description',
  type: 'type',
  priority: 'priority',
  estimate: 'estimate',
  resolution: 'resolution',
  originalEstimate: 'original estimate',
  remainingEstimate: 'remaining estimate',
  timeSpent: 'time spent',
  seconds: 'time logged',
  startedAt: 'start',
  note: 'note',
  dueDate: 'due date',
  reporter: 'reporter',
  assignees: 'assignees',
  labels: 'labels',
  links: 'links',
  rank: 'place',
  name: 'name',
  parentId: 'parent',
  components: 'components',
  fixVersions: 'fix versions',
  affectedVersions: 'affected versions',
  releaseDate: 'release day',
  sprint: 'sprint',
  goal: 'goal',
  startDate: 'start',
  endDate: 'end',
  capacity: 'capacity',
  planRank: 'place in the backlog',
  transitions: 'transitions',
}

/** A field as people call it; fields of comments, statuses and sprints carry an id, left out. */
export function fieldName(field: string): string {
  if (field.startsWith('comment')) return 'comment'
  if (field.startsWith('sprint ')) return fieldNames[field.split(' ')[2] ?? ''] ?? 'sprint'
  const own = /^(status|worklog|component|version) /.test(field) ? field.split(' ').at(-1) : field
  return fieldNames[own ?? ''] ?? { wipLimit: 'limit', color: 'colour' }[own ?? ''] ?? own ?? field
}

/** Long texts are named, not quoted. */
export const isText = (field: string) => field === 'description' || field.startsWith('comment')

/** A field's value in words; null where it is empty. */
export function valueWords(field: string, value: unknown, names: Names): ReactNode {
  if (field === 'sprint') return <Value>{sprintName(names, value as string | null)}</Value>
  if (value === null || value === undefined || value === '') return null
  if (field.startsWith('worklog ')) return worklogValue(field, value, names)
  if (field.endsWith(' transitions')) return <Value>{waysOf(value as Transition[], names)}</Value>
  switch (field.startsWith('sprint ') ? field.split(' ')[2] : field) {
    case 'status':
      return <Value>{statusName(names, String(value))}</Value>
    case 'priority':
      return value === 0 ? null : <Value>{priorityNames[value as Priority]}</Value>
    case 'type':
      return <Value>{typeNames[value as TaskType]}</Value>
    case 'estimate':
      return <Value>{inPoints(Number(value))}</Value>
    case 'originalEstimate':
    case 'remainingEstimate':
      return <Value>{formatDuration(Number(value), names.work)}</Value>
    case 'resolution':
      return <Value>{resolutionName(String(value))}</Value>
    case 'dueDate':
    case 'startDate':
    case 'endDate':
      return <Value>{shortDay(String(value), today())}</Value>
    case 'capacity':
      return <Value>{inHours(value as Capacity)}</Value>
    case 'reporter':
      return <Value>{personName(names, String(value))}</Value>
    case 'parentId':
      return <Value>{taskName(names, String(value))}</Value>
    default:
      return <Quote>{String(value)}</Quote>
  }
}

function worklogValue(field: string, value: unknown, { work }: Names): ReactNode {
  if (field.endsWith(' seconds')) return <Value>{formatDuration(Number(value), work)}</Value>
  if (!field.endsWith(' startedAt')) return <Quote>{String(value)}</Quote>
  return <Value>{shortDay(String(value).slice(0, 10), today())}</Value>
}

function waysOf(transitions: Transition[], names: Names): string {
  const goals = transitions.map((each) => statusName(names, each.to))
  return goals.length > 0 ? `leading to ${listed(goals)}` : 'leading nowhere'
}
