'use client'

import type { CSSProperties, ReactNode } from 'react'
import { useProject } from '@/app/_client/react/hooks'
import type { KnownCard } from '@/app/_client/store/types'
import { cx } from '@/app/_ui/cx'
import { LabelChip } from '@/app/_ui/LabelChip'
import { PriorityBars } from '@/app/_ui/PriorityBars'
import { StatusRing } from '@/app/_ui/StatusRing'
import { TypeGlyph } from '@/app/_ui/TypeGlyph'
import { Assignees } from '../../board/card/Assignees'
import { Marks } from '../../board/card/Marks'
import { RowKin } from './RowKin'

const LABELS = 2
/** A dash and four digits, as most numbers have at most. */
const NUMBER = 5

/** What is written on a row. */
export function RowFace(props: { card: KnownCard; taskKey: string; title: ReactNode }) {
  const { card, taskKey, title } = props
  const { statuses, key } = useProject()
  const status = statuses.find((each) => each.id === card.statusId)
  const rest = card.labels.slice(LABELS)
  const done = status?.category === 'done'
  return (
    <>
      <span className="hidden w-4 shrink-0 justify-center sm:flex">
        <PriorityBars level={card.priority} />
      </span>
      <span
        className="shrink-0 truncate text-faint tabular-nums sm:min-w-(--key)"
        style={{ '--key': `${key.length + NUMBER}ch` } as CSSProperties}
      >
        {taskKey}
      </span>
      <TypeGlyph type={card.type} />
      <span className={cx('min-w-0 grow truncate', done && 'text-muted')}>{title}</span>
      <Marks id={card.id} />
      <RowKin id={card.id} done={done} />
      <span className="hidden min-w-0 shrink-0 items-center gap-1 text-tiny text-muted md:flex">
        {card.labels.slice(0, LABELS).map((label) => (
          <LabelChip key={label} name={label} />
        ))}
        {rest.length > 0 ? <span data-tip={rest.join(', ')}>+{rest.length}</span> : null}
      </span>
      <span className="shrink-0 text-right sm:w-10 text-muted tabular-nums">
        {card.estimate === null ? null : (
          <span data-tip="Estimate">
            {card.estimate}
            <span className="text-faint"> pt</span>
          </span>
        )}
      </span>
      <span className="relative z-1 flex shrink-0" data-tip={status?.name}>
        {status ? (
          <StatusRing category={status.category} hue={status.color} label={status.name} />
        ) : null}
      </span>
      <span className="hidden w-14 shrink-0 justify-end text-tiny text-muted sm:flex">
        {card.assignees.length > 0 ? <Assignees ids={card.assignees} /> : null}
      </span>
    </>
  )
}
