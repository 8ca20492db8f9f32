import { CalendarDays, CircleUser, Gauge, Tag } from 'lucide-react'
import type { ReactNode } from 'react'
import { Avatar } from '@/app/_ui/Avatar'
import { AvatarStack } from '@/app/_ui/AvatarStack'
import { LabelChip } from '@/app/_ui/LabelChip'
import { PriorityBars, priorityNames } from '@/app/_ui/PriorityBars'
import { StatusRing } from '@/app/_ui/StatusRing'
import { TypeGlyph } from '@/app/_ui/TypeGlyph'
import type { Person } from '@/domain/board'
import type { Status } from '@/domain/project/project'
import type { Task } from '@/domain/task/task'
import { shortDay, today } from './fields/days'
import { inPoints } from './fields/field-options'
import { typeNames } from './fields/type-options'
import type { PickedField } from './fields/useFieldPick'

/** A value as it is seen, and in words; null for none. */
export interface Shown {
  seen: ReactNode
  words: string | null
}

interface Known {
  people: readonly Person[]
  statuses: readonly Status[]
}

const faint = 'size-4 shrink-0 text-faint'

/** A task's field as its screen shows it. */
export function shownValue(task: Task, field: PickedField, { people, statuses }: Known): Shown {
  switch (field) {
    case 'status': {
      const status = statuses.find(({ id }) => id === task.statusId)
      const words = status?.name ?? 'Removed'
      const ring = <StatusRing category={status?.category ?? 'todo'} hue={status?.color ?? ''} />
      return { words, seen: withIcon(ring, words) }
    }
    case 'priority': {
      const bars = <PriorityBars level={task.priority} decorative />
      const words = priorityNames[task.priority]
      return { words: task.priority === 0 ? null : words, seen: withIcon(bars, words) }
    }
    case 'type': {
      const words = typeNames[task.type]
      return { words, seen: withIcon(<TypeGlyph type={task.type} decorative />, words) }
    }
    case 'estimate': {
      const words = task.estimate === null ? null : inPoints(task.estimate)
      return { words, seen: withIcon(<Gauge className={faint} />, words ?? 'Add estimate') }
    }
    case 'assignees':
      return assignees(task, people)
    case 'labels':
      return labels(task)
  }
}

/** The due date; one that has passed on a task that is not done stands out. */
export function dueValue(task: Task, statuses: readonly Status[]): Shown {
  const { dueDate } = task
  if (!dueDate) {
    return { words: null, seen: withIcon(<CalendarDays className={faint} />, 'Add due date') }
  }
  const done = statuses.find(({ id }) => id === task.statusId)?.category === 'done'
  const late = dueDate < today() && !done && !task.archivedAt
  const day = shortDay(dueDate, today())
  return {
    words: late ? `${day}, overdue` : day,
    seen: (
      <span
        className={`flex items-center gap-1.5 ${late ? 'font-medium text-danger-ink' : ''}`}
        suppressHydrationWarning
      >
        <CalendarDays className={late ? 'size-4 shrink-0' : faint} />
        {day}
        {late ? <span className="sr-only"> overdue</span> : null}
      </span>
    ),
  }
}

function assignees(task: Task, people: readonly Person[]): Shown {
  const named = task.assignees.map(
    (id) =>
      people.find((person) => person.id === id) ?? { id, name: 'Somebody', placeholder: false },
  )
  const [first, ...others] = named
  if (!first) return { words: null, seen: withIcon(<CircleUser className={faint} />, 'Assign') }
  const words = named.map(({ name }) => name).join(', ')
  if (others.length === 0) {
    return { words, seen: withIcon(<Avatar person={first} size="small" decorative />, first.name) }
  }
  return {
    words,
    seen: (
      <>
        <AvatarStack people={named} size="small" label="Assignees" />
        <span className="truncate">{named.map(({ name }) => name.split(' ')[0]).join(', ')}</span>
      </>
    ),
  }
}

function labels(task: Task): Shown {
  if (task.labels.length === 0) {
    return { words: null, seen: withIcon(<Tag className={faint} />, 'Add label') }
  }
  return {
    words: task.labels.join(', '),
    seen: (
      <span className="flex min-w-0 flex-wrap gap-1">
        {task.labels.map((label) => (
          <LabelChip key={label} name={label} />
        ))}
      </span>
    ),
  }
}

function withIcon(icon: ReactNode, text: string): ReactNode {
  return (
    <>
      {icon}
      <span className="truncate">{text}</span>
    </>
  )
}
