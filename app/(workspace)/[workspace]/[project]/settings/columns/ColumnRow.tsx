'use client'

import { GripVertical } from 'lucide-react'
import { useSend } from '@/app/_client/react/hooks'
import { cx } from '@/app/_ui/cx'
import { EditableText } from '@/app/_ui/EditableText'
import type { Status } from '@/domain/project/project'
import { LIMITS } from '@/domain/words'
import { useBase } from '../useBase'
import { LimitField } from './LimitField'
import { LookButton } from './LookButton'
import { RemoveColumn } from './RemoveColumn'
import type { Handle } from './useReorder'
import { tasks } from './words'

type Props = {
  status: Status
  statuses: Status[]
  last: boolean
  held: boolean
  /** Where a column that is moved would go: a line above or below this row. */
  mark: 'above' | 'below' | null
  handle: Handle
}

/** One column: its handle, look, name, limit and how many tasks it holds. */
export function ColumnRow({ status, statuses, last, held, mark, handle }: Props) {
  const send = useSend()
  const base = useBase()
  const { id, name } = status

  return (
    <li
      data-column={id}
      aria-label={name}
      className={cx(
        'relative flex flex-wrap items-center gap-x-2 bg-canvas py-1.5 sm:flex-nowrap',
        !last && 'border-b border-line',
        held && 'bg-sunken',
        mark && 'before:absolute before:inset-x-0 before:h-0.5 before:bg-accent',
        mark === 'above' && 'before:-top-px',
        mark === 'below' && 'before:-bottom-px',
      )}
    >
      <button
        type="button"
        data-handle={id}
        aria-label={`Move ${name}`}
        aria-describedby="column-keys"
        aria-pressed={held}
        data-tip="Drag to move, or press Space"
        {...handle}
        className="flex h-control w-6 shrink-0 cursor-grab touch-none items-center justify-center rounded-card text-faint hover:bg-hover hover:text-text aria-pressed:bg-accent-soft aria-pressed:text-accent-ink touch:w-control"
      >
        <GripVertical aria-hidden className="size-4" />
      </button>
      <LookButton status={status} />
      <div className="min-w-0 grow basis-24 px-2">
        <EditableText
          label={`Name of ${name}`}
          value={name}
          required
          maxLength={LIMITS.name}
          className="font-medium"
          onEditing={base.note}
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
          {tasks(status.taskCount)}
        </span>
        <LimitField status={status} />
        <RemoveColumn status={status} statuses={statuses} />
      </div>
    </li>
  )
}
