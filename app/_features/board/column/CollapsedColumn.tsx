'use client'

import { StatusIcon } from '@/app/_ui/StatusIcon'
import type { Status } from '@/domain/project/project'
import { ColumnCount } from './ColumnHeader'
import { useCollapseColumn } from './useCollapseColumn'

/** A collapsed column: a strip with its name and count that expands the column when pressed. */
export function CollapsedColumn({ status }: { status: Status }) {
  const setCollapsed = useCollapseColumn()
  return (
    <button
      type="button"
      aria-expanded={false}
      aria-label={`Open ${status.name}, ${status.taskCount} tasks`}
      onClick={() => setCollapsed(status.id, false)}
      className="flex h-full w-10 shrink-0 flex-col items-center gap-2 rounded-overlay bg-sunken pt-2.5 text-muted transition-colors hover:bg-hover hover:text-text"
    >
      <StatusIcon category={status.category} hue={status.color} />
      <ColumnCount status={status} />
      <span className="font-medium [writing-mode:vertical-rl]">{status.name}</span>
    </button>
  )
}
