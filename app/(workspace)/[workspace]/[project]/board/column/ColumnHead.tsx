'use client'

import { ChevronsLeftRight, Plus, TriangleAlert } from 'lucide-react'
import { useColumn } from '@/app/_client/react/hooks'
import { cx } from '@/app/_ui/cx'
import { IconButton } from '@/app/_ui/IconButton'
import { StatusRing } from '@/app/_ui/StatusRing'
import type { Status } from '@/domain/project/project'
import { useFiltering } from '../filter/useFilter'
import { useBoard } from '../useBoard'
import { fill } from './limit'
import { useCollapse } from './useCollapse'
import { useCompose } from './useCompose'

type Props = {
  status: Status
  /** Why it does not take the card in hand, in few words. */
  refusal: string | null
}

/** A column's name, its count against its limit, and what can be done with it. */
export function ColumnHead({ status, refusal }: Props) {
  const { mayChange } = useBoard()
  const collapse = useCollapse()
  const compose = useCompose()
  return (
    <header className="group/head flex h-row shrink-0 items-center gap-2 px-3">
      <StatusRing category={status.category} hue={status.color} />
      <h2 id={`column-${status.id}`} className="min-w-0 truncate font-medium">
        {status.name}
      </h2>
      <Count status={status} />
      {refusal ? (
        <span className="truncate text-tiny font-medium text-muted">{refusal}</span>
      ) : null}
      <span className="grow" />
      <span className="hidden opacity-0 transition-opacity group-focus-within/head:opacity-100 group-hover/head:opacity-100 md:block touch:opacity-100">
        <IconButton
          size="small"
          label={`Collapse ${status.name}`}
          icon={<ChevronsLeftRight className="size-4" />}
          className="touch:size-11"
          onClick={() => collapse(status.id, true)}
        />
      </span>
      {mayChange ? (
        <IconButton
          size="small"
          label={`Add a task to ${status.name}`}
          icon={<Plus className="size-4" />}
          className="touch:size-11"
          onClick={() => compose(status.id)}
        />
      ) : null}
    </header>
  )
}

/** "24", "6/8", under a filter "3 of 24". */
export function Count({ status }: { status: Status }) {
  const { count } = useColumn(status.id)
  const filtering = useFiltering()
  const level = fill(status)
  const { taskCount, wipLimit } = status
  const words =
    level === 'over' ? 'Over its limit' : level === 'full' ? 'At its limit' : 'Limit of this column'
  return (
    <span
      className={cx(
        'flex shrink-0 items-center gap-1 tabular-nums',
        level === 'over' ? 'font-medium text-danger-ink' : 'text-faint',
      )}
      data-tip={wipLimit === null ? undefined : words}
    >
      {level === 'over' ? <TriangleAlert aria-hidden className="size-3.5" /> : null}
      {filtering ? `${count} of ` : null}
      {taskCount}
      {wipLimit === null ? null : `/${wipLimit}`}
      <span className="sr-only">{wipLimit === null ? ' tasks' : ` tasks. ${words}`}</span>
    </span>
  )
}
