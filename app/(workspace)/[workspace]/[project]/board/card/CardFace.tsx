import { CalendarDays } from 'lucide-react'
import type { ReactNode } from 'react'
import type { KnownCard } from '@/app/_client/store/types'
import { LabelChip } from '@/app/_ui/LabelChip'
import { PriorityBars } from '@/app/_ui/PriorityBars'
import { TypeGlyph } from '@/app/_ui/TypeGlyph'
import { today } from '../../../../_task/fields/days'
import { KinMarks, ParentChip } from '../../../../_task/kin/KinMarks'
import { Assignees } from './Assignees'
import { type Due, dueLabel } from './due'

const LABELS = 2

type Props = {
  card: KnownCard
  taskKey: string
  done: boolean
  /** The title, where it is more than text. */
  title?: ReactNode
  /** Who else has it in hand. */
  corner?: ReactNode
}

/** What is written on a card. */
export function CardFace({ card, taskKey, done, title, corner }: Props) {
  const { labels, estimate } = card
  const rest = labels.slice(LABELS)
  const due = dueLabel(card.dueDate, done, today())
  return (
    <>
      <div className="flex h-5 items-center justify-between gap-2 text-faint tabular-nums">
        <span className="flex min-w-0 items-baseline gap-2">
          <span className="shrink-0">{taskKey}</span>
          <ParentChip id={card.id} />
        </span>
        <span className="flex shrink-0 items-center gap-1.5 touch:pr-8">
          {corner}
          <PriorityBars level={card.priority} />
        </span>
      </div>
      <div className="line-clamp-2 text-pretty break-words">{title ?? card.title}</div>
      <div className="mt-1.5 flex h-5 items-center gap-1.5 text-tiny text-muted">
        <TypeGlyph type={card.type} />
        <span className="flex min-w-0 items-center gap-1 overflow-hidden">
          {labels.slice(0, LABELS).map((label) => (
            <LabelChip key={label} name={label} />
          ))}
          {rest.length > 0 ? <span data-tip={rest.join(', ')}>+{rest.length}</span> : null}
        </span>
        {estimate === null ? null : (
          <span className="shrink-0 tabular-nums" data-tip="Estimate">
            {estimate} pt
          </span>
        )}
        <KinMarks id={card.id} done={done} />
        <span className="grow" />
        {due ? <DueMark due={due} /> : null}
        {card.assignees.length > 0 ? <Assignees ids={card.assignees} /> : null}
      </div>
    </>
  )
}

function DueMark({ due }: { due: Due }) {
  return (
    <span
      data-tip={due.late ? 'Overdue' : 'Due'}
      className={`flex shrink-0 items-center gap-1 tabular-nums ${due.late ? 'font-medium text-danger-ink' : ''}`}
    >
      <CalendarDays aria-hidden className="size-3.5" />
      <span className="sr-only">{due.late ? 'Overdue since' : 'Due'} </span>
      <span suppressHydrationWarning>{due.label}</span>
    </span>
  )
}
