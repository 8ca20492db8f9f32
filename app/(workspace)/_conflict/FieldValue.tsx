'use client'

import { useCard, usePerson, useProject } from '@/app/_client/react/hooks'
import { PriorityBars, priorityNames } from '@/app/_ui/PriorityBars'
import { StatusRing } from '@/app/_ui/StatusRing'
import { TypeGlyph } from '@/app/_ui/TypeGlyph'
import type { Transition } from '@/domain/project/transition'
import type { Capacity } from '@/domain/sprint/sprint'
import { listed } from '@/domain/task/mayMove'
import { formatDuration } from '@/domain/time/duration'
import type { Priority, TaskType } from '@/domain/words'
import { useWorkTime } from '../_frame/workspace'
import { inHours } from '../_sprint/in-hours'
import { resolutionName } from '../_task/fields/resolutions'
import { startWords } from '../_time/StartField'
import { useZone } from '../_time/useZone'
import { plainField } from './words'

/** One value of a field, drawn as the rest of the screens draw it. */
export function FieldValue({ field, value }: { field: string; value: unknown }) {
  const plain = plainField(field)
  if (plain === 'sprint') return <SprintName id={value as string | null} />
  if (value === null || value === undefined || value === '') {
    return <span className="text-faint">none</span>
  }
  switch (plain) {
    case 'status':
      return <StatusValue id={String(value)} />
    case 'priority':
      return (
        <Marked mark={<PriorityBars level={value as Priority} decorative />}>
          {priorityNames[value as Priority]}
        </Marked>
      )
    case 'type': {
      const type = value as TaskType
      return (
        <Marked mark={<TypeGlyph type={type} decorative />}>
          <span className="capitalize">{type}</span>
        </Marked>
      )
    }
    case 'resolution':
      return <span>{resolutionName(String(value))}</span>
    case 'estimate':
      return <span className="tabular-nums">{`${value} ${value === 1 ? 'point' : 'points'}`}</span>
    case 'originalEstimate':
    case 'remainingEstimate':
    case 'seconds':
      return <Duration seconds={Number(value)} />
    case 'startedAt':
      return <Start at={String(value)} />
    case 'dueDate':
    case 'startDate':
    case 'endDate':
      return <time dateTime={String(value)}>{dayName(String(value))}</time>
    case 'parentId':
      return <TaskKey id={String(value)} />
    case 'capacity':
      return <span>{inHours(value as Capacity)}</span>
    case 'transitions':
      return <Ways transitions={value as Transition[]} />
    case 'reporter':
      return <PersonName id={String(value)} />
    default:
      return <span className="break-words whitespace-pre-wrap">{String(value)}</span>
  }
}

function Duration({ seconds }: { seconds: number }) {
  return <span className="tabular-nums">{formatDuration(seconds, useWorkTime())}</span>
}

function Start({ at }: { at: string }) {
  return <time dateTime={at}>{startWords(at, useZone())}</time>
}

function StatusValue({ id }: { id: string }) {
  const status = useProject().statuses.find((each) => each.id === id)
  if (!status) return <span>{id}</span>
  return (
    <Marked mark={<StatusRing category={status.category} hue={status.color} />}>
      {status.name}
      {status.removedAt ? <span className="text-faint"> (removed)</span> : null}
    </Marked>
  )
}

function TaskKey({ id }: { id: string }) {
  const { key } = useProject()
  const card = useCard(id)
  return <span>{card ? `${key}-${card.number} ${card.title}` : 'another task'}</span>
}

function SprintName({ id }: { id: string | null }) {
  const { sprints } = useProject()
  if (id === null) return <span>Backlog</span>
  return <span>{sprints.find((each) => each.id === id)?.name ?? 'a completed sprint'}</span>
}

function Ways({ transitions }: { transitions: Transition[] }) {
  const { statuses } = useProject()
  const goals = transitions.flatMap(({ to }) => statuses.find(({ id }) => id === to)?.name ?? [])
  return <span>{goals.length > 0 ? `to ${listed(goals)}` : 'nowhere'}</span>
}

function PersonName({ id }: { id: string }) {
  return <span>{usePerson(id)?.name ?? 'somebody'}</span>
}

function Marked({ mark, children }: { mark: React.ReactNode; children: React.ReactNode }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      {mark}
      <span>{children}</span>
    </span>
  )
}

/** 24 Dec 2026. */
function dayName(day: string): string {
  const options = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat('en-GB', options).format(new Date(`${day}T00:00:00Z`))
}
