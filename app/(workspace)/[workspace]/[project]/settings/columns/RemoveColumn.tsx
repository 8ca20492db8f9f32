'use client'

import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useSend } from '@/app/_client/react/hooks'
import { ConfirmDialog } from '@/app/_ui/ConfirmDialog'
import { IconButton } from '@/app/_ui/IconButton'
import { announce } from '@/app/_ui/LiveRegion'
import { RadioGroup } from '@/app/_ui/RadioGroup'
import { StatusRing } from '@/app/_ui/StatusRing'
import type { Status } from '@/domain/project/project'
import type { StatusId } from '@/domain/words'
import { tasks } from './words'

/** Removes a column, after asking where its tasks go. */
export function RemoveColumn({ status, statuses }: { status: Status; statuses: Status[] }) {
  const send = useSend()
  const [open, setOpen] = useState(false)
  const [picked, setPicked] = useState<StatusId | null>(null)
  const { id, name, taskCount } = status
  const only = statuses.length === 1
  const others = statuses.filter((each) => each.id !== id)
  const rooms = others.filter((each) => hasRoom(each, taskCount))
  const moveTo = rooms.find((each) => each.id === picked)?.id ?? nearest(status, statuses, rooms)

  const remove = () => {
    if (!moveTo) throw new Error('No other column has room for its tasks. Raise a limit first.')
    send({ type: 'status.remove', statusId: id, moveTo })
    announce(`${name} is removed.`)
    requestAnimationFrame(() => document.getElementById('add-column')?.focus())
  }
  return (
    <>
      <IconButton
        label={only ? `Remove ${name}: a project keeps at least one column` : `Remove ${name}`}
        icon={<Trash2 className="size-4" />}
        aria-disabled={only}
        onClick={() => (only ? null : setOpen(true))}
      />
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title={`Remove the column ${name}?`}
        confirm="Remove column"
        danger
        onConfirm={remove}
      >
        {taskCount === 0 ? (
          <p>It holds no tasks. The history keeps its name.</p>
        ) : (
          <div className="flex flex-col gap-2 text-text">
            <p className="text-muted">
              Its {tasks(taskCount)} {taskCount === 1 ? 'goes' : 'go'} below those of the column you
              name. The history keeps its name.
            </p>
            <RadioGroup
              label={`Where ${taskCount === 1 ? 'its task goes' : `its ${taskCount} tasks go`}`}
              value={moveTo}
              onChange={setPicked}
              options={others.map((each) => ({
                value: each.id,
                disabled: !hasRoom(each, taskCount),
                label: <Target status={each} room={hasRoom(each, taskCount)} />,
              }))}
            />
          </div>
        )}
      </ConfirmDialog>
    </>
  )
}

function Target({ status, room }: { status: Status; room: boolean }) {
  const { category, color, name, taskCount, wipLimit } = status
  return (
    <span className="flex items-center gap-2">
      <StatusRing category={category} hue={color} />
      <span className="min-w-0 grow truncate">{name}</span>
      <span className="text-muted tabular-nums">
        {room ? null : 'no room, '}
        {taskCount}
        {wipLimit === null ? null : `/${wipLimit}`}
      </span>
    </span>
  )
}

function hasRoom({ taskCount, wipLimit }: Status, more: number): boolean {
  return more === 0 || wipLimit === null || taskCount + more <= wipLimit
}

/** The column to the left, or the next one to the right, that has room. */
function nearest(status: Status, statuses: Status[], rooms: Status[]): StatusId | null {
  const at = statuses.indexOf(status)
  const left = statuses.slice(0, at).findLast((each) => rooms.includes(each))
  return (left ?? rooms[0])?.id ?? null
}
