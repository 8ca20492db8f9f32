'use client'

import { withApi } from '@/app/_api/ApiProvider'
import { useSend } from '@/app/_replica/react/projectHooks'
import { ConfirmDialog } from '@/app/_ui/ConfirmDialog'
import { announce } from '@/app/_ui/LiveRegion'
import type { Sprint } from '@/domain/sprint/sprint'
import { formatTaskCount } from '../sprintLabels'
import { useSprintContents } from './useSprintContents'

type Props = { open: boolean; onOpenChange: (open: boolean) => void; sprint: Sprint }

/** Asks to confirm the deletion of a planned sprint and explains what happens to its tasks. */
export const DeleteSprintDialog = withApi(function DeleteSprintDialog({
  open,
  onOpenChange,
  sprint,
}: Props) {
  const send = useSend()
  const { data } = useSprintContents(sprint.id, open)
  const count = data?.total.tasks ?? 0
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Delete ${sprint.name}?`}
      confirmLabel="Delete sprint"
      danger
      onConfirm={() => {
        send({ type: 'sprint.remove', sprintId: sprint.id })
        announce(`${sprint.name} is deleted.`)
      }}
    >
      {count === 0
        ? 'It contains no tasks. The history keeps its name.'
        : `Its ${formatTaskCount(count)} ${count === 1 ? 'returns' : 'return'} to the backlog. The history keeps its name.`}
    </ConfirmDialog>
  )
})
