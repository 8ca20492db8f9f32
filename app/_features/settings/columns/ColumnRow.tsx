'use client'

import { GripVertical } from 'lucide-react'
import { formatTaskCount } from '@/app/_features/workflow/categoryLabels'
import { StatusAppearanceButton } from '@/app/_features/workflow/StatusAppearanceButton'
import { useSend } from '@/app/_replica/react/projectHooks'
import { cx } from '@/app/_ui/cx'
import { EditableText } from '@/app/_ui/EditableText'
import { LIMITS } from '@/domain/kernel/primitives'
import type { Status } from '@/domain/project/project'
import { useBaseVersion } from '../project/useBaseVersion'
import { RemoveColumnButton } from './RemoveColumnButton'
import type { DragHandleProps } from './useColumnDrag'
import { WipLimitField } from './WipLimitField'

type Props = {
  status: Status
  statuses: Status[]
  isLast: boolean
  isDragged: boolean
  /** The drop position of a dragged column: a line above or below this row. */
  dropIndicator: 'above' | 'below' | null
  handle: DragHandleProps
}

/** One column: drag handle, appearance, name, WIP limit and task count. */
export function ColumnRow({ status, statuses, isLast, isDragged, dropIndicator, handle }: Props) {
  const send = useSend()
  const base = useBaseVersion()
  const { id, name } = status

  return (
    <li
      data-column={id}
      aria-label={name}
      className={cx(
        'relative flex flex-wrap items-center gap-x-2 bg-canvas py-1.5 sm:flex-nowrap',
        !isLast && 'border-b border-line',
        isDragged && 'bg-sunken',
        dropIndicator && 'before:absolute before:inset-x-0 before:h-0.5 before:bg-accent',
        dropIndicator === 'above' && 'before:-top-px',
        dropIndicator === 'below' && 'before:-bottom-px',
      )}
    >
      <button
        type="button"
        data-handle={id}
        aria-label={`Move ${name}`}
        aria-describedby="column-keys"
        aria-pressed={isDragged}
        data-tooltip="Drag to move, or press Space"
        {...handle}
        className="flex h-control w-6 shrink-0 cursor-grab touch-none items-center justify-center rounded-card text-faint hover:bg-hover hover:text-text aria-pressed:bg-accent-soft aria-pressed:text-accent-ink touch:w-control"
      >
        <GripVertical aria-hidden className="size-4" />
      </button>
      <StatusAppearanceButton status={status} />
      <div className="min-w-0 grow basis-24 px-2">
        <EditableText
          label={`Name of ${name}`}
          value={name}
          required
          maxLength={LIMITS.name}
          className="font-medium"
          onEditing={base.capture}
          onSave={(to) =>
            send({
              type: 'status.edit',
              statusId: id,
              set: { name: to },
              baseVersion: base.version(),
            })
          }
        />
      </div>
      <div className="flex basis-full items-center justify-end gap-3 sm:basis-auto">
        <span className="min-w-16 text-right text-muted tabular-nums">
          {formatTaskCount(status.taskCount)}
        </span>
        <WipLimitField status={status} />
        <RemoveColumnButton status={status} statuses={statuses} />
      </div>
    </li>
  )
}
