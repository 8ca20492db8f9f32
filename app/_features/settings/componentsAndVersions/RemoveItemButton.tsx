'use client'

import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { ConfirmDialog } from '@/app/_ui/ConfirmDialog'
import { IconButton } from '@/app/_ui/IconButton'
import { announce } from '@/app/_ui/LiveRegion'
import { RadioGroup } from '@/app/_ui/RadioGroup'
import type { Id } from '@/domain/kernel/primitives'

type RemovableItem = { id: Id; name: string }
type Props = {
  itemKind: 'component' | 'version'
  item: RemovableItem
  others: RemovableItem[]
  taskCount: number
  onRemove: (moveTo: Id | null) => void
}

const NONE = 'none'

/** Removes a component or version after asking what its tasks get instead. */
export function RemoveItemButton({ itemKind, item, others, taskCount, onRemove }: Props) {
  const [open, setOpen] = useState(false)
  const [pickedId, setPickedId] = useState<string>(NONE)
  const options = [{ value: NONE, label: `No ${itemKind}` }].concat(
    others.map(({ id, name }) => ({ value: id, label: name })),
  )
  const replacementId = options.some(({ value }) => value === pickedId) ? pickedId : NONE
  const remove = () => {
    onRemove(replacementId === NONE ? null : replacementId)
    announce(`${item.name} is removed.`)
  }
  return (
    <>
      <IconButton
        label={`Remove ${item.name}`}
        icon={<Trash2 className="size-4" />}
        onClick={() => setOpen(true)}
      />
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title={`Remove the ${itemKind} ${item.name}?`}
        confirmLabel={`Remove ${itemKind}`}
        danger
        onConfirm={remove}
      >
        {taskCount === 0 ? (
          <p>No task has it. The history keeps its name.</p>
        ) : (
          <RadioGroup
            label={`What its ${taskCount === 1 ? 'task gets' : `${taskCount} tasks get`} instead`}
            value={replacementId}
            onChange={setPickedId}
            options={options}
          />
        )}
      </ConfirmDialog>
    </>
  )
}
