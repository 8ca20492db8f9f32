'use client'

import type { CSSProperties, ReactNode } from 'react'
import { CardPresence } from '@/app/_features/board/CardPresence'
import { AssigneeAvatars } from '@/app/_features/task/AssigneeAvatars'
import { useProject } from '@/app/_replica/react/projectHooks'
import type { ReplicaCard } from '@/app/_replica/replicaTypes'
import { cx } from '@/app/_ui/cx'
import { LabelChip } from '@/app/_ui/LabelChip'
import { PriorityIcon } from '@/app/_ui/PriorityIcon'
import { StatusIcon } from '@/app/_ui/StatusIcon'
import { TaskTypeIcon } from '@/app/_ui/TaskTypeIcon'
import { RowRelations } from './RowRelations'

const MAX_LABELS = 2
/** Width of a dash and four digits, in characters. Few task numbers are longer. */
const NUMBER_WIDTH = 5

/** The content of a row. */
export function RowContent(props: { card: ReplicaCard; taskKey: string; title: ReactNode }) {
  const { card, taskKey, title } = props
  const { statuses, key } = useProject()
  const status = statuses.find((each) => each.id === card.statusId)
  const hiddenLabels = card.labels.slice(MAX_LABELS)
  const isDone = status?.category === 'done'
  return (
    <>
      <span className="hidden w-4 shrink-0 justify-center sm:flex">
        <PriorityIcon level={card.priority} />
      </span>
      <span
        className="shrink-0 truncate text-faint tabular-nums sm:min-w-(--key)"
        style={{ '--key': `${key.length + NUMBER_WIDTH}ch` } as CSSProperties}
      >
        {taskKey}
      </span>
      <TaskTypeIcon type={card.type} />
      <span className={cx('min-w-0 grow truncate', isDone && 'text-muted')}>{title}</span>
      <CardPresence id={card.id} />
      <RowRelations id={card.id} isDone={isDone} />
      <span className="hidden min-w-0 shrink-0 items-center gap-1 text-xs text-muted md:flex">
        {card.labels.slice(0, MAX_LABELS).map((label) => (
          <LabelChip key={label} name={label} />
        ))}
        {hiddenLabels.length > 0 ? (
          <span data-tooltip={hiddenLabels.join(', ')}>+{hiddenLabels.length}</span>
        ) : null}
      </span>
      <span className="shrink-0 text-right sm:w-10 text-muted tabular-nums">
        {card.estimate === null ? null : (
          <span data-tooltip="Estimate">
            {card.estimate}
            <span className="text-faint"> pt</span>
          </span>
        )}
      </span>
      <span className="relative z-1 flex shrink-0" data-tooltip={status?.name}>
        {status ? (
          <StatusIcon category={status.category} hue={status.color} label={status.name} />
        ) : null}
      </span>
      <span className="hidden w-14 shrink-0 justify-end text-xs text-muted sm:flex">
        {card.assignees.length > 0 ? <AssigneeAvatars ids={card.assignees} /> : null}
      </span>
    </>
  )
}
