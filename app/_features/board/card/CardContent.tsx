import { CalendarDays } from 'lucide-react'
import type { ReactNode } from 'react'
import { AssigneeAvatars } from '@/app/_features/task/AssigneeAvatars'
import { ParentChip, RelationBadges } from '@/app/_features/task/RelationBadges'
import type { ReplicaCard } from '@/app/_replica/replicaTypes'
import { LabelChip } from '@/app/_ui/LabelChip'
import { localToday } from '@/app/_ui/localDate'
import { PriorityIcon } from '@/app/_ui/PriorityIcon'
import { TaskTypeIcon } from '@/app/_ui/TaskTypeIcon'
import { type DueDateLabel, dueDateLabel } from './dueDateLabel'

const MAX_LABELS = 2

type Props = {
  card: ReplicaCard
  taskKey: string
  isDone: boolean
  /** The title, when it is more than text. */
  title?: ReactNode
  /** Shows who else is editing the card. */
  presence?: ReactNode
}

/** The content of a card. */
export function CardContent({ card, taskKey, isDone, title, presence }: Props) {
  const { labels, estimate } = card
  const hiddenLabels = labels.slice(MAX_LABELS)
  const due = dueDateLabel(card.dueDate, isDone, localToday())
  return (
    <>
      <div className="flex h-5 items-center justify-between gap-2 text-faint tabular-nums">
        <span className="flex min-w-0 items-baseline gap-2">
          <span className="shrink-0">{taskKey}</span>
          <ParentChip id={card.id} />
        </span>
        <span className="flex shrink-0 items-center gap-1.5 touch:pr-8">
          {presence}
          <PriorityIcon level={card.priority} />
        </span>
      </div>
      <div className="line-clamp-2 text-pretty break-words">{title ?? card.title}</div>
      <div className="mt-1.5 flex h-5 items-center gap-1.5 text-xs text-muted">
        <TaskTypeIcon type={card.type} />
        <span className="flex min-w-0 items-center gap-1 overflow-hidden">
          {labels.slice(0, MAX_LABELS).map((label) => (
            <LabelChip key={label} name={label} />
          ))}
          {hiddenLabels.length > 0 ? (
            <span data-tooltip={hiddenLabels.join(', ')}>+{hiddenLabels.length}</span>
          ) : null}
        </span>
        {estimate === null ? null : (
          <span className="shrink-0 tabular-nums" data-tooltip="Estimate">
            {estimate} pt
          </span>
        )}
        <RelationBadges id={card.id} isDone={isDone} />
        <span className="grow" />
        {due ? <DueDateBadge due={due} /> : null}
        {card.assignees.length > 0 ? <AssigneeAvatars ids={card.assignees} /> : null}
      </div>
    </>
  )
}

function DueDateBadge({ due }: { due: DueDateLabel }) {
  return (
    <span
      data-tooltip={due.isOverdue ? 'Overdue' : 'Due'}
      className={`flex shrink-0 items-center gap-1 tabular-nums ${due.isOverdue ? 'font-medium text-danger-ink' : ''}`}
    >
      <CalendarDays aria-hidden className="size-3.5" />
      <span className="sr-only">{due.isOverdue ? 'Overdue since' : 'Due'} </span>
      <span suppressHydrationWarning>{due.label}</span>
    </span>
  )
}
