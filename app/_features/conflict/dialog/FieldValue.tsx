'use client'

import { useWorkTime } from '@/app/_features/shell/useWorkspace'
import { formatCapacity } from '@/app/_features/sprint/formatCapacity'
import { resolutionLabel } from '@/app/_features/task/resolutions'
import { formatStartTime } from '@/app/_features/time/StartTimeField'
import { useTimeZone } from '@/app/_features/time/useTimeZone'
import { useCard, usePerson, useProject } from '@/app/_replica/react/projectHooks'
import { PriorityIcon, priorityNames } from '@/app/_ui/PriorityIcon'
import { StatusIcon } from '@/app/_ui/StatusIcon'
import { TaskTypeIcon } from '@/app/_ui/TaskTypeIcon'
import type { Priority, TaskType } from '@/domain/kernel/primitives'
import type { Capacity } from '@/domain/sprint/sprint'
import { formatDuration } from '@/domain/time/duration'
import { formatList } from '@/domain/workflow/checkTransition'
import type { Transition } from '@/domain/workflow/transition'
import { bareFieldName } from '../conflictLabels'

/** One value of a field, drawn as the rest of the screens draw it. */
export function FieldValue({ field, value }: { field: string; value: unknown }) {
  const bareName = bareFieldName(field)
  if (bareName === 'sprint') return <SprintValue id={value as string | null} />
  if (value === null || value === undefined || value === '') {
    return <span className="text-faint">none</span>
  }
  switch (bareName) {
    case 'status':
      return <StatusValue id={String(value)} />
    case 'priority':
      return (
        <IconLabel icon={<PriorityIcon level={value as Priority} decorative />}>
          {priorityNames[value as Priority]}
        </IconLabel>
      )
    case 'type': {
      const type = value as TaskType
      return (
        <IconLabel icon={<TaskTypeIcon type={type} decorative />}>
          <span className="capitalize">{type}</span>
        </IconLabel>
      )
    }
    case 'resolution':
      return <span>{resolutionLabel(String(value))}</span>
    case 'estimate':
      return <span className="tabular-nums">{`${value} ${value === 1 ? 'point' : 'points'}`}</span>
    case 'originalEstimate':
    case 'remainingEstimate':
    case 'seconds':
      return <DurationValue seconds={Number(value)} />
    case 'startedAt':
      return <StartTimeValue at={String(value)} />
    case 'dueDate':
    case 'startDate':
    case 'endDate':
      return <time dateTime={String(value)}>{formatDate(String(value))}</time>
    case 'parentId':
      return <TaskValue id={String(value)} />
    case 'capacity':
      return <span>{formatCapacity(value as Capacity)}</span>
    case 'transitions':
      return <TransitionsValue transitions={value as Transition[]} />
    case 'reporter':
      return <PersonValue id={String(value)} />
    default:
      return <span className="break-words whitespace-pre-wrap">{String(value)}</span>
  }
}

function DurationValue({ seconds }: { seconds: number }) {
  return <span className="tabular-nums">{formatDuration(seconds, useWorkTime())}</span>
}

function StartTimeValue({ at }: { at: string }) {
  return <time dateTime={at}>{formatStartTime(at, useTimeZone())}</time>
}

function StatusValue({ id }: { id: string }) {
  const status = useProject().statuses.find((each) => each.id === id)
  if (!status) return <span>{id}</span>
  return (
    <IconLabel icon={<StatusIcon category={status.category} hue={status.color} />}>
      {status.name}
      {status.removedAt ? <span className="text-faint"> (removed)</span> : null}
    </IconLabel>
  )
}

function TaskValue({ id }: { id: string }) {
  const { key } = useProject()
  const card = useCard(id)
  return <span>{card ? `${key}-${card.number} ${card.title}` : 'another task'}</span>
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

function PersonValue({ id }: { id: string }) {
  return <span>{usePerson(id)?.name ?? 'somebody'}</span>
}

function IconLabel({ icon, children }: { icon: React.ReactNode; children: React.ReactNode }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      {icon}
      <span>{children}</span>
    </span>
  )
}

/** 24 Dec 2026. */
function formatDate(date: string): string {
  const options = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat('en-GB', options).format(new Date(`${date}T00:00:00Z`))
}
