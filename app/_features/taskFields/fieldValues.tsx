'use client'

import type { ReactNode } from 'react'
import { useWorkTime } from '@/app/_features/shell/useWorkspace'
import { useCard, usePerson, useProject } from '@/app/_replica/react/projectHooks'
import { PriorityIcon, priorityNames } from '@/app/_ui/PriorityIcon'
import { TaskTypeIcon } from '@/app/_ui/TaskTypeIcon'
import type { Id, LocalDate, Priority, TaskType } from '@/domain/kernel/primitives'
import { formatDuration } from '@/domain/time/duration'
import { formatPoints } from './fieldOptions'
import { resolutionLabel } from './resolutions'
import { taskTypeLabels } from './taskTypeOptions'

// Components that display one value of a field, or one entry of a set.

export const TextValue = ({ value }: { value: string }) => (
  <span className="break-words whitespace-pre-wrap">{value}</span>
)

export const PriorityValue = ({ value }: { value: Priority }) => (
  <ValueWithIcon icon={<PriorityIcon level={value} decorative />}>
    {priorityNames[value]}
  </ValueWithIcon>
)

export const TypeValue = ({ value }: { value: TaskType }) => (
  <ValueWithIcon icon={<TaskTypeIcon type={value} decorative />}>
    {taskTypeLabels[value]}
  </ValueWithIcon>
)

export const ResolutionValue = ({ value }: { value: string }) => (
  <span>{resolutionLabel(value)}</span>
)

export const PointsValue = ({ value }: { value: number }) => (
  <span className="tabular-nums">{formatPoints(value)}</span>
)

/** A duration in seconds, shown as text. */
export function DurationValue({ value }: { value: number }) {
  return <span className="tabular-nums">{formatDuration(value, useWorkTime())}</span>
}

/** A date, for example 24 Dec 2026. */
export function DateValue({ value }: { value: LocalDate }) {
  const options = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const
  const text = new Intl.DateTimeFormat('en-GB', options).format(new Date(`${value}T00:00:00Z`))
  return <time dateTime={value}>{text}</time>
}

export function PersonValue({ value }: { value: Id }) {
  return <span>{usePerson(value)?.name ?? 'somebody'}</span>
}

export function TaskValue({ value }: { value: Id }) {
  const { key } = useProject()
  const card = useCard(value)
  return <span>{card ? `${key}-${card.number} ${card.title}` : 'another task'}</span>
}

export function ComponentOrVersionValue({ value }: { value: Id }) {
  const { components, versions } = useProject()
  const found = [...components, ...versions].find(({ id }) => id === value)
  return <span>{found?.name ?? 'a deleted component or version'}</span>
}

/** A value with an icon in front. */
export function ValueWithIcon({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      {icon}
      <span>{children}</span>
    </span>
  )
}
