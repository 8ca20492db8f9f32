'use client'

import { DateValue, DurationValue, ValueWithIcon } from '@/app/_features/taskFields/fieldValues'
import { viewOf } from '@/app/_features/taskFields/taskFieldViews'
import { formatStartTime } from '@/app/_features/time/StartTimeField'
import { useTimeZone } from '@/app/_features/time/useTimeZone'
import { useProject } from '@/app/_replica/react/projectHooks'
import { StatusIcon } from '@/app/_ui/StatusIcon'
import { formatCapacity } from '@/domain/sprint/formatCapacity'
import type { Capacity } from '@/domain/sprint/sprint'
import { isTaskField } from '@/domain/task/fields'
import { formatList } from '@/domain/workflow/checkTransition'
import type { Transition } from '@/domain/workflow/transition'
import { bareFieldName } from '../conflictLabels'

/** Displays a field's value as on all other screens. */
export function FieldValue({ field, value }: { field: string; value: unknown }) {
  const bareName = bareFieldName(field)
  if (bareName === 'sprint') return <SprintValue id={value as string | null} />
  if (value === null || value === undefined || value === '') {
    return <span className="text-faint">none</span>
  }
  if (isTaskField(field)) {
    const { Value } = viewOf(field)
    return <Value value={value} />
  }
  switch (bareName) {
    case 'status':
      return <StatusValue id={String(value)} />
    case 'seconds':
      return <DurationValue value={Number(value)} />
    case 'startedAt':
      return <StartTimeValue at={String(value)} />
    case 'startDate':
    case 'endDate':
      return <DateValue value={String(value)} />
    case 'capacity':
      return <span>{formatCapacity(value as Capacity)}</span>
    case 'transitions':
      return <TransitionsValue transitions={value as Transition[]} />
    default:
      return <span className="break-words whitespace-pre-wrap">{String(value)}</span>
  }
}

function StartTimeValue({ at }: { at: string }) {
  return <time dateTime={at}>{formatStartTime(at, useTimeZone())}</time>
}

function StatusValue({ id }: { id: string }) {
  const status = useProject().statuses.find((each) => each.id === id)
  if (!status) return <span>{id}</span>
  return (
    <ValueWithIcon icon={<StatusIcon category={status.category} hue={status.color} />}>
      {status.name}
      {status.removedAt ? <span className="text-faint"> (removed)</span> : null}
    </ValueWithIcon>
  )
}

function SprintValue({ id }: { id: string | null }) {
  const { sprints } = useProject()
  if (id === null) return <span>Backlog</span>
  return <span>{sprints.find((each) => each.id === id)?.name ?? 'a completed sprint'}</span>
}

function TransitionsValue({ transitions }: { transitions: Transition[] }) {
  const { statuses } = useProject()
  const targetNames = transitions.flatMap(
    ({ to }) => statuses.find(({ id }) => id === to)?.name ?? [],
  )
  return <span>{targetNames.length > 0 ? `to ${formatList(targetNames)}` : 'nowhere'}</span>
}
