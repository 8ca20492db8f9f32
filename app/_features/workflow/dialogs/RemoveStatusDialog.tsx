'use client'

import { useState } from 'react'
import { Button } from '@/app/_ui/Button'
import { Dialog } from '@/app/_ui/Dialog'
import { announce } from '@/app/_ui/LiveRegion'
import { RadioGroup } from '@/app/_ui/RadioGroup'
import { StatusIcon } from '@/app/_ui/StatusIcon'
import type { WorkflowStatus } from '@/domain/project/commands'
import type { Status } from '@/domain/project/project'
import { formatTaskCount } from '../categoryLabels'
import { type WorkflowDraft, withStatusRemoved } from '../editor/workflowDraft'

type Props = {
  status: WorkflowStatus
  others: WorkflowStatus[]
  /** The status as saved in the project; undefined when it exists only in the draft. */
  savedStatus: Status | undefined
  draft: WorkflowDraft
  onChange: (draft: WorkflowDraft) => void
  onBack: () => void
  onClose: () => void
}

/** Asks where the tasks of a removed status go. */
export function RemoveStatusDialog({
  status,
  others,
  savedStatus,
  draft,
  onChange,
  onBack,
  onClose,
}: Props) {
  const index = draft.statuses.indexOf(status)
  const [targetId, setTargetId] = useState(draft.statuses[index === 0 ? 1 : index - 1]?.id ?? '')
  const taskCount = savedStatus?.taskCount ?? 0
  const remove = () => {
    onChange(withStatusRemoved(draft, status.id, targetId, savedStatus === undefined))
    announce(`${status.name} is removed.`)
    onClose()
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? null : onClose())}
      title={`Remove ${status.name}?`}
      width="small"
      footer={
        <>
          <Button onClick={onBack}>Back</Button>
          <Button tone="danger" onClick={remove}>
            Remove status
          </Button>
        </>
      }
    >
      <p className="mb-2 text-muted">
        {taskCount === 0
          ? 'It contains no tasks now. Tasks that move to it before you save go to the status you choose.'
          : `Its ${formatTaskCount(taskCount)} ${taskCount === 1 ? 'goes' : 'go'} below those of the status you name.`}
      </p>
      <RadioGroup
        label="Move its tasks to"
        value={targetId}
        onChange={setTargetId}
        options={others.map((each) => ({
          value: each.id,
          label: (
            <span className="flex items-center gap-2">
              <StatusIcon category={each.category} hue={each.color} />
              {each.name}
            </span>
          ),
        }))}
      />
    </Dialog>
  )
}
