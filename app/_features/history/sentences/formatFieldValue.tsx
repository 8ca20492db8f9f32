import type { ReactNode } from 'react'
import { type FieldNames, viewOf } from '@/app/_features/taskFields/taskFieldViews'
import { formatShortDate, localToday } from '@/app/_ui/localDate'
import type { NonTaskField } from '@/domain/conflict/fieldChanges'
import { formatCapacity } from '@/domain/sprint/formatCapacity'
import type { Capacity } from '@/domain/sprint/sprint'
import { isTaskField, type TaskField, fieldNoun as taskFieldNoun } from '@/domain/task/fields'
import { formatDuration } from '@/domain/time/duration'
import { formatList } from '@/domain/workflow/checkTransition'
import type { Transition } from '@/domain/workflow/transition'
import {
  componentOrVersionName,
  type NameLookup,
  personName,
  sprintName,
  statusName,
  taskKeyOf,
} from '../nameLookup'
import { Quote, Value } from './SentenceParts'

/** Nouns for fields that are not task fields. */
const OTHER_NOUNS: Record<NonTaskField, string> = {
  status: 'status',
  timeSpent: 'time spent',
  seconds: 'time logged',
  startedAt: 'start',
  note: 'note',
  rank: 'rank',
  name: 'name',
  releaseDate: 'release date',
  sprint: 'sprint',
  goal: 'goal',
  startDate: 'start',
  endDate: 'end',
  capacity: 'capacity',
  backlogRank: 'rank in the backlog',
  transitions: 'transitions',
  wipLimit: 'limit',
  color: 'colour',
  category: 'category',
  lead: 'lead',
  state: 'state',
  parallelSprints: 'sprints at once',
}

/**
 * Returns the noun for a field. Fields of comments, statuses and sprints contain an id, which is
 * left out.
 */
export function fieldNoun(field: string): string {
  if (isTaskField(field)) return taskFieldNoun(field)
  if (field.startsWith('comment')) return 'comment'
  if (field.startsWith('sprint ')) return otherNoun(field.split(' ')[2] ?? '') ?? 'sprint'
  const isPartOf = /^(status|worklog|component|version) /.test(field)
  const bareName = (isPartOf && field.split(' ').at(-1)) || field
  return otherNoun(bareName) ?? bareName
}

const otherNoun = (name: string): string | undefined =>
  hasOtherNoun(name) ? OTHER_NOUNS[name] : undefined
const hasOtherNoun = (name: string): name is NonTaskField => Object.hasOwn(OTHER_NOUNS, name)

/** Long texts are named and not quoted. */
export const isTextFieldName = (field: string) =>
  field === 'description' || field.startsWith('comment')

/** Returns a field's value as text; null when it is empty. */
export function formatFieldValue(field: string, value: unknown, names: NameLookup): ReactNode {
  if (field === 'sprint') return <Value>{sprintName(names, value as string | null)}</Value>
  if (value === null || value === undefined || value === '') return null
  if (field.startsWith('worklog ')) return formatWorklogValue(field, value, names)
  if (field.endsWith(' transitions'))
    return <Value>{formatTransitions(value as Transition[], names)}</Value>
  if (isTaskField(field)) return formatTaskField(field, value, names)
  switch (field.startsWith('sprint ') ? field.split(' ')[2] : field) {
    case 'status':
      return <Value>{statusName(names, String(value))}</Value>
    case 'startDate':
    case 'endDate':
      return <Value>{formatShortDate(String(value), localToday())}</Value>
    case 'capacity':
      return <Value>{formatCapacity(value as Capacity)}</Value>
    default:
      return <Quote>{String(value)}</Quote>
  }
}

/** Formats one value of a task's field, or one entry of a set. Quotes text written by people. */
export function formatTaskField(field: TaskField, value: unknown, names: NameLookup): ReactNode {
  const text = value === null ? null : viewOf(field).format(value as object, fieldNamesOf(names))
  if (text === null) return null
  return field === 'title' ? <Quote>{text}</Quote> : <Value>{text}</Value>
}

const fieldNamesOf = (names: NameLookup): FieldNames => ({
  person: (id) => personName(names, id),
  task: (id) => taskKeyOf(names, id),
  componentOrVersion: (id) => componentOrVersionName(names, id),
  workTime: names.workTime,
})

function formatWorklogValue(field: string, value: unknown, { workTime }: NameLookup): ReactNode {
  if (field.endsWith(' seconds')) return <Value>{formatDuration(Number(value), workTime)}</Value>
  if (!field.endsWith(' startedAt')) return <Quote>{String(value)}</Quote>
  return <Value>{formatShortDate(String(value).slice(0, 10), localToday())}</Value>
}

function formatTransitions(transitions: Transition[], names: NameLookup): string {
  const targetNames = transitions.map((each) => statusName(names, each.to))
  return targetNames.length > 0 ? `to ${formatList(targetNames)}` : 'none'
}
