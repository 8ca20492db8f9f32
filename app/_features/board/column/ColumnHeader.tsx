'use client'

import { ChevronsLeftRight, Plus, TriangleAlert } from 'lucide-react'
import { useColumn } from '@/app/_replica/react/projectHooks'
import { cx } from '@/app/_ui/cx'
import { IconButton } from '@/app/_ui/IconButton'
import { StatusIcon } from '@/app/_ui/StatusIcon'
import type { Status } from '@/domain/project/project'
import { useBoard } from '../useBoard'
import { useIsFiltered } from '../useBoardFilter'
import { useOpenComposer } from '../useOpenComposer'
import { useCollapseColumn } from './useCollapseColumn'
import { wipLevel } from './wipLevel'

type Props = {
  status: Status
  /** A short reason why the column does not accept the dragged card. */
  rejection: string | null
}

/** A column's name, its count and WIP limit, and its menu. */
export function ColumnHeader({ status, rejection }: Props) {
  const { canEdit } = useBoard()
  const setCollapsed = useCollapseColumn()
  const openComposer = useOpenComposer()
  return (
    <header className="group/head flex h-row shrink-0 items-center gap-2 px-3">
      <StatusIcon category={status.category} hue={status.color} />
      <h2 id={`column-${status.id}`} className="min-w-0 truncate font-medium">
        {status.name}
      </h2>
      <ColumnCount status={status} />
      {rejection ? (
        <span className="truncate text-xs font-medium text-muted">{rejection}</span>
      ) : null}
      <span className="grow" />
      <span className="hidden opacity-0 transition-opacity group-focus-within/head:opacity-100 group-hover/head:opacity-100 md:block touch:opacity-100">
        <IconButton
          size="small"
          label={`Collapse ${status.name}`}
          icon={<ChevronsLeftRight className="size-4" />}
          className="touch:size-11"
          onClick={() => setCollapsed(status.id, true)}
        />
      </span>
      {canEdit ? (
        <IconButton
          size="small"
          label={`Add a task to ${status.name}`}
          icon={<Plus className="size-4" />}
          className="touch:size-11"
          onClick={() => openComposer(status.id)}
        />
      ) : null}
    </header>
  )
}

/** The count as "24", with a limit as "6/8", with a filter as "3 of 24". */
export function ColumnCount({ status }: { status: Status }) {
  const { count } = useColumn(status.id)
  const isFiltered = useIsFiltered()
  const level = wipLevel(status)
  const { taskCount, wipLimit } = status
  const limitLabel =
    level === 'over' ? 'Over its limit' : level === 'at' ? 'At its limit' : 'Limit of this column'
  return (
    <span
      className={cx(
        'flex shrink-0 items-center gap-1 tabular-nums',
        level === 'over' ? 'font-medium text-danger-ink' : 'text-faint',
      )}
      data-tooltip={wipLimit === null ? undefined : limitLabel}
    >
      {level === 'over' ? <TriangleAlert aria-hidden className="size-3.5" /> : null}
      {isFiltered ? `${count} of ` : null}
      {taskCount}
      {wipLimit === null ? null : `/${wipLimit}`}
      <span className="sr-only">{wipLimit === null ? ' tasks' : ` tasks. ${limitLabel}`}</span>
    </span>
  )
}
