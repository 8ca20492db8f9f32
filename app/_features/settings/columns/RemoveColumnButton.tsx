'use client'

import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { formatTaskCount } from '@/app/_features/workflow/categoryLabels'
import { useSend } from '@/app/_replica/react/projectHooks'
import { ConfirmDialog } from '@/app/_ui/ConfirmDialog'
import { IconButton } from '@/app/_ui/IconButton'
import { announce } from '@/app/_ui/LiveRegion'
import { RadioGroup } from '@/app/_ui/RadioGroup'
import { StatusIcon } from '@/app/_ui/StatusIcon'
import type { StatusId } from '@/domain/kernel/primitives'
import type { Status } from '@/domain/project/project'

/** Removes a column after asking where its tasks go. */
export function RemoveColumnButton({ status, statuses }: { status: Status; statuses: Status[] }) {
  const send = useSend()
  const [open, setOpen] = useState(false)
  const [pickedId, setPickedId] = useState<StatusId | null>(null)
  const { id, name, taskCount } = status
  const isOnlyColumn = statuses.length === 1
  const others = statuses.filter((each) => each.id !== id)
  const columnsWithRoom = others.filter((each) => hasRoom(each, taskCount))
  const moveTo =
    columnsWithRoom.find((each) => each.id === pickedId)?.id ??
    nearestColumn(status, statuses, columnsWithRoom)

  const remove = () => {
    if (!moveTo) throw new Error('No other column has room for its tasks. Raise a limit first.')
    send({ type: 'status.remove', statusId: id, moveTo })
    announce(`${name} is removed.`)
    requestAnimationFrame(() => document.getElementById('add-column')?.focus())
  }
  return (
    <>
      <IconButton
        label={
          isOnlyColumn ? `Remove ${name}: a project keeps at least one column` : `Remove ${name}`
        }
        icon={<Trash2 className="size-4" />}
        aria-disabled={isOnlyColumn}
        onClick={() => (isOnlyColumn ? null : setOpen(true))}
      />
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title={`Remove the column ${name}?`}
        confirmLabel="Remove column"
        danger
        onConfirm={remove}
      >
        {taskCount === 0 ? (
          <p>It contains no tasks. The history keeps its name.</p>
        ) : (
          <div className="flex flex-col gap-2 text-text">
            <p className="text-muted">
              Its {formatTaskCount(taskCount)} {taskCount === 1 ? 'goes' : 'go'} below those of the
              column you name. The history keeps its name.
            </p>
            <RadioGroup
              label={`Where ${taskCount === 1 ? 'its task goes' : `its ${taskCount} tasks go`}`}
              value={moveTo}
              onChange={setPickedId}
              options={others.map((each) => ({
                value: each.id,
                disabled: !hasRoom(each, taskCount),
                label: <ColumnOption status={each} hasSpace={hasRoom(each, taskCount)} />,
              }))}
            />
          </div>
        )}
      </ConfirmDialog>
    </>
  )
}

function ColumnOption({ status, hasSpace }: { status: Status; hasSpace: boolean }) {
  const { category, color, name, taskCount, wipLimit } = status
  return (
    <span className="flex items-center gap-2">
      <StatusIcon category={category} hue={color} />
      <span className="min-w-0 grow truncate">{name}</span>
      <span className="text-muted tabular-nums">
        {hasSpace ? null : 'limit reached, '}
        {taskCount}
        {wipLimit === null ? null : `/${wipLimit}`}
      </span>
    </span>
  )
}

function hasRoom({ taskCount, wipLimit }: Status, taskDelta: number): boolean {
  return taskDelta === 0 || wipLimit === null || taskCount + taskDelta <= wipLimit
}

/** Returns the nearest column to the left that has room, otherwise to the right. */
function nearestColumn(
  status: Status,
  statuses: Status[],
  columnsWithRoom: Status[],
): StatusId | null {
  const index = statuses.indexOf(status)
  const left = statuses.slice(0, index).findLast((each) => columnsWithRoom.includes(each))
  return (left ?? columnsWithRoom[0])?.id ?? null
}
