import type { ReactNode } from 'react'
import { formatCapacity } from '@/app/_features/sprint/formatCapacity'
import { formatPoints } from '@/app/_features/task/fieldOptions'
import { resolutionLabel } from '@/app/_features/task/resolutions'
import { taskTypeLabels } from '@/app/_features/task/taskTypeOptions'
import { formatShortDate, localToday } from '@/app/_ui/localDate'
import { priorityNames } from '@/app/_ui/PriorityIcon'
import type { Priority, TaskType } from '@/domain/kernel/primitives'
import type { Capacity } from '@/domain/sprint/sprint'
import { formatDuration } from '@/domain/time/duration'
import { formatList } from '@/domain/workflow/checkTransition'
import type { Transition } from '@/domain/workflow/transition'
import { type NameLookup, personName, sprintName, statusName, taskKeyOf } from '../nameLookup'
import { Quote, Value } from './SentenceParts'

const FIELD_NOUNS: Record<string, string> = {
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
  rank: 'rank',
  name: 'name',
  parentId: 'parent',
  components: 'components',
  fixVersions: 'fix versions',
  affectedVersions: 'affected versions',
  releaseDate: 'release date',
  sprint: 'sprint',
  goal: 'goal',
  startDate: 'start',
  endDate: 'end',
  capacity: 'capacity',
  backlogRank: 'rank in the backlog',
  transitions: 'transitions',
}

/** A field as people call it; fields of comments, statuses and sprints carry an id, left out. */
export function fieldNoun(field: string): string {
  if (field.startsWith('comment')) return 'comment'
  if (field.startsWith('sprint ')) return FIELD_NOUNS[field.split(' ')[2] ?? ''] ?? 'sprint'
  const bareName = /^(status|worklog|component|version) /.test(field)
    ? field.split(' ').at(-1)
    : field
  return (
    FIELD_NOUNS[bareName ?? ''] ??
    { wipLimit: 'limit', color: 'colour' }[bareName ?? ''] ??
    bareName ??
    field
  )
}

/** Long texts are named, not quoted. */
export const isTextFieldName = (field: string) =>
  field === 'description' || field.startsWith('comment')

/** A field's value in words; null where it is empty. */
export function formatFieldValue(field: string, value: unknown, names: NameLookup): ReactNode {
  if (field === 'sprint') return <Value>{sprintName(names, value as string | null)}</Value>
  if (value === null || value === undefined || value === '') return null
  if (field.startsWith('worklog ')) return formatWorklogValue(field, value, names)
  if (field.endsWith(' transitions'))
    return <Value>{formatTransitions(value as Transition[], names)}</Value>
  switch (field.startsWith('sprint ') ? field.split(' ')[2] : field) {
    case 'status':
      return <Value>{statusName(names, String(value))}</Value>
    case 'priority':
      return value === 0 ? null : <Value>{priorityNames[value as Priority]}</Value>
    case 'type':
      return <Value>{taskTypeLabels[value as TaskType]}</Value>
    case 'estimate':
      return <Value>{formatPoints(Number(value))}</Value>
    case 'originalEstimate':
    case 'remainingEstimate':
      return <Value>{formatDuration(Number(value), names.workTime)}</Value>
    case 'resolution':
      return <Value>{resolutionLabel(String(value))}</Value>
    case 'dueDate':
    case 'startDate':
    case 'endDate':
      return <Value>{formatShortDate(String(value), localToday())}</Value>
    case 'capacity':
      return <Value>{formatCapacity(value as Capacity)}</Value>
    case 'reporter':
      return <Value>{personName(names, String(value))}</Value>
    case 'parentId':
      return <Value>{taskKeyOf(names, String(value))}</Value>
    default:
      return <Quote>{String(value)}</Quote>
  }
}

function formatWorklogValue(field: string, value: unknown, { workTime }: NameLookup): ReactNode {
  if (field.endsWith(' seconds')) return <Value>{formatDuration(Number(value), workTime)}</Value>
  if (!field.endsWith(' startedAt')) return <Quote>{String(value)}</Quote>
  return <Value>{formatShortDate(String(value).slice(0, 10), localToday())}</Value>
}

function formatTransitions(transitions: Transition[], names: NameLookup): string {
  const targetNames = transitions.map((each) => statusName(names, each.to))
  return targetNames.length > 0 ? `to ${formatList(targetNames)}` : 'none'
}
