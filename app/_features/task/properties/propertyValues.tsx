import { CalendarDays, CircleUser, Gauge, Tag } from 'lucide-react'
import type { ReactNode } from 'react'
import { formatPoints } from '@/app/_features/taskFields/fieldOptions'
import { taskTypeLabels } from '@/app/_features/taskFields/taskTypeOptions'
import { Avatar } from '@/app/_ui/Avatar'
import { AvatarStack } from '@/app/_ui/AvatarStack'
import { LabelChip } from '@/app/_ui/LabelChip'
import { formatShortDate, localToday } from '@/app/_ui/localDate'
import { PriorityIcon, priorityNames } from '@/app/_ui/PriorityIcon'
import { StatusIcon } from '@/app/_ui/StatusIcon'
import { TaskTypeIcon } from '@/app/_ui/TaskTypeIcon'
import type { Status } from '@/domain/project/project'
import type { Task } from '@/domain/task/task'
import type { Person } from '@/domain/views/board'
import type { PickerField } from '../useFieldPicker'

/** A value to display, and as text; null for no value. */
export interface DisplayValue {
  content: ReactNode
  text: string | null
}

interface ProjectLookup {
  people: readonly Person[]
  statuses: readonly Status[]
}

const iconClass = 'size-4 shrink-0 text-faint'

/** Returns the display of a task's field. */
export function displayValue(
  task: Task,
  field: PickerField,
  { people, statuses }: ProjectLookup,
): DisplayValue {
  switch (field) {
    case 'status': {
      const status = statuses.find(({ id }) => id === task.statusId)
      const text = status?.name ?? 'Removed'
      const ring = <StatusIcon category={status?.category ?? 'todo'} hue={status?.color ?? ''} />
      return { text, content: withIcon(ring, text) }
    }
    case 'priority': {
      const bars = <PriorityIcon level={task.priority} decorative />
      const text = priorityNames[task.priority]
      return { text: task.priority === 0 ? null : text, content: withIcon(bars, text) }
    }
    case 'type': {
      const text = taskTypeLabels[task.type]
      return { text, content: withIcon(<TaskTypeIcon type={task.type} decorative />, text) }
    }
    case 'estimate': {
      const text = task.estimate === null ? null : formatPoints(task.estimate)
      return { text, content: withIcon(<Gauge className={iconClass} />, text ?? 'Add estimate') }
    }
    case 'assignees':
      return assigneesDisplay(task, people)
    case 'labels':
      return labelsDisplay(task)
  }
}

/** Returns the display of the due date, highlighted when an open task is overdue. */
export function dueDateDisplay(task: Task, statuses: readonly Status[]): DisplayValue {
  const { dueDate } = task
  if (!dueDate) {
    return { text: null, content: withIcon(<CalendarDays className={iconClass} />, 'Add due date') }
  }
  const isDone = statuses.find(({ id }) => id === task.statusId)?.category === 'done'
  const isOverdue = dueDate < localToday() && !isDone && !task.archivedAt
  const dueText = formatShortDate(dueDate, localToday())
  return {
    text: isOverdue ? `${dueText}, overdue` : dueText,
    content: (
      <span
        className={`flex items-center gap-1.5 ${isOverdue ? 'font-medium text-danger-ink' : ''}`}
        suppressHydrationWarning
      >
        <CalendarDays className={isOverdue ? 'size-4 shrink-0' : iconClass} />
        {dueText}
        {isOverdue ? <span className="sr-only"> overdue</span> : null}
      </span>
    ),
  }
}

function assigneesDisplay(task: Task, people: readonly Person[]): DisplayValue {
  const assignedPeople = task.assignees.map(
    (id) =>
      people.find((person) => person.id === id) ?? { id, name: 'Somebody', placeholder: false },
  )
  const [first, ...others] = assignedPeople
  if (!first)
    return { text: null, content: withIcon(<CircleUser className={iconClass} />, 'Assign') }
  const text = assignedPeople.map(({ name }) => name).join(', ')
  if (others.length === 0) {
    return {
      text,
      content: withIcon(<Avatar person={first} size="small" decorative />, first.name),
    }
  }
  return {
    text,
    content: (
      <>
        <AvatarStack people={assignedPeople} size="small" label="Assignees" />
        <span className="truncate">
          {assignedPeople.map(({ name }) => name.split(' ')[0]).join(', ')}
        </span>
      </>
    ),
  }
}

function labelsDisplay(task: Task): DisplayValue {
  if (task.labels.length === 0) {
    return { text: null, content: withIcon(<Tag className={iconClass} />, 'Add label') }
  }
  return {
    text: task.labels.join(', '),
    content: (
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
