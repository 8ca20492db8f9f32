'use client'

import { useSend } from '@/app/_client/react/hooks'
import { ConfirmDialog } from '@/app/_ui/ConfirmDialog'
import { announce } from '@/app/_ui/LiveRegion'
import type { Sprint } from '@/domain/sprint/sprint'
import { inTasks } from './sprint-words'
import { useContents } from './useContents'

type Props = { open: boolean; onOpenChange: (open: boolean) => void; sprint: Sprint }

/** Asks before a sprint that has not started is deleted, and says what becomes of its tasks. */
export function DeleteDialog({ open, onOpenChange, sprint }: Props) {
  const send = useSend()
  const { data } = useContents(sprint.id, open)
  const count = data?.all.tasks ?? 0
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Delete ${sprint.name}?`}
      confirm="Delete sprint"
      danger
      onConfirm={() => {
        send({ type: 'sprint.remove', sprintId: sprint.id })
        announce(`${sprint.name} is deleted.`)
      }}
    >
      {count === 0
        ? 'It holds no tasks. The history keeps its name.'
        : `Its ${inTasks(count)} ${count === 1 ? 'returns' : 'return'} to the backlog. The history keeps its name.`}
    </ConfirmDialog>
  )
}
