'use client'

import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useProject } from '@/app/_replica/react/projectHooks'
import { Button } from '@/app/_ui/Button'
import { Checkbox } from '@/app/_ui/Checkbox'
import { Dialog } from '@/app/_ui/Dialog'
import { IconButton } from '@/app/_ui/IconButton'
import { announce } from '@/app/_ui/LiveRegion'
import { TextField } from '@/app/_ui/TextField'
import { LIMITS, type StatusId } from '@/domain/kernel/primitives'
import { CategoryRadioGroup } from '../CategoryRadioGroup'
import {
  findTransition,
  type WorkflowDraft,
  withAnyStatusAllowed,
  withStatusChanged,
  withStatusMoved,
  withTransition,
} from '../editor/workflowDraft'
import { describeRule } from '../rules/describeRule'
import { ColorRadioGroup } from '../StatusAppearanceButton'
import type { EditTarget } from '../WorkflowEditor'
import { RemoveStatusDialog } from './RemoveStatusDialog'

type Props = {
  id: StatusId
  draft: WorkflowDraft
  onChange: (draft: WorkflowDraft) => void
  onEdit: (chosen: EditTarget) => void
  onClose: () => void
}

/** Edits one status: name, appearance, transitions, position and removal. */
export function StatusDialog({ id, draft, onChange, onEdit, onClose }: Props) {
  const { statuses } = useProject()
  const [isRemoving, setIsRemoving] = useState(false)
  const index = draft.statuses.findIndex((each) => each.id === id)
  const status = draft.statuses[index]
  if (!status) return null
  const { name, category, color, transitions } = status
  const changeStatus = (changes: Partial<typeof status>) =>
    onChange(withStatusChanged(draft, id, changes))
  const move = (delta: -1 | 1) => {
    onChange(withStatusMoved(draft, id, delta))
    announce(`${name} is now ${index + 1 + delta} of ${draft.statuses.length}.`)
  }
  const isOnly = draft.statuses.length === 1
  const others = draft.statuses.filter((each) => each.id !== id)
  const isNamed = name.trim() !== ''
  const close = () => {
    if (!isNamed) changeStatus({ name: 'New status' })
    onClose()
  }
  if (isRemoving) {
    return (
      <RemoveStatusDialog
        status={status}
        others={others}
        savedStatus={statuses.find((each) => each.id === id)}
        draft={draft}
        onChange={onChange}
        onBack={() => setIsRemoving(false)}
        onClose={onClose}
      />
    )
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? null : close())}
      title={isNamed ? name : 'New status'}
      width="small"
      footer={
        <>
          <Button
            className="mr-auto"
            icon={<Trash2 className="size-4" />}
            aria-disabled={isOnly}
            data-tooltip={isOnly ? 'A project keeps at least one status' : undefined}
            onClick={() => (isOnly ? null : setIsRemoving(true))}
          >
            Remove
          </Button>
          <Button tone="primary" onClick={close}>
            Done
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <TextField
          label="Name"
          value={name}
          maxLength={LIMITS.name}
          autoComplete="off"
          error={isNamed ? undefined : 'A status needs a name.'}
          onChange={({ target }) => changeStatus({ name: target.value })}
        />
        <CategoryRadioGroup
          value={category}
          color={color}
          onPick={(to) => changeStatus({ category: to })}
        />
        <ColorRadioGroup value={color} onPick={(to) => changeStatus({ color: to })} />
        <fieldset className="min-w-0">
          <legend className="mb-1 font-medium">Can move to</legend>
          <Checkbox
            label="Any status"
            checked={transitions === null}
            onChange={(any) => onChange(withAnyStatusAllowed(draft, id, any))}
          />
          {transitions === null
            ? null
            : others.map((targetStatus) => {
                const transition = findTransition(status, targetStatus.id)
                return (
                  <div key={targetStatus.id} className="flex items-center gap-2">
                    <Checkbox
                      className="min-w-0 grow"
                      label={targetStatus.name}
                      hint={transition?.rules.map(describeRule).join('; ')}
                      checked={transition !== null}
                      onChange={(open) =>
                        onChange(withTransition(draft, id, targetStatus.id, open))
                      }
                    />
                    {transition ? (
                      <Button
                        tone="ghost"
                        size="small"
                        aria-label={`Rules of ${name} to ${targetStatus.name}`}
                        onClick={() => onEdit({ from: id, to: targetStatus.id })}
                      >
                        Rules…
                      </Button>
                    ) : null}
                  </div>
                )
              })}
        </fieldset>
        <div className="flex items-center gap-1">
          <span className="grow">
            Position {index + 1} of {draft.statuses.length} on the board
          </span>
          <IconButton
            label="Earlier"
            icon={<ArrowUp className="size-4" />}
            aria-disabled={index === 0}
            onClick={() => (index === 0 ? null : move(-1))}
          />
          <IconButton
            label="Later"
            icon={<ArrowDown className="size-4" />}
            aria-disabled={index === draft.statuses.length - 1}
            onClick={() => (index === draft.statuses.length - 1 ? null : move(1))}
          />
        </div>
      </div>
    </Dialog>
  )
}
