'use client'

import { useState } from 'react'
import { Button } from '@/app/_ui/Button'
import { Dialog } from '@/app/_ui/Dialog'
import { announce } from '@/app/_ui/LiveRegion'
import { RadioGroup } from '@/app/_ui/RadioGroup'
import { StatusRing } from '@/app/_ui/StatusRing'
import type { WorkflowStatus } from '@/domain/project/commands'
import type { Status } from '@/domain/project/project'
import { tasks } from '../columns/words'
import { type Drawn, without } from './draft'

type Props = {
  status: WorkflowStatus
  others: WorkflowStatus[]
  /** As the project has it; undefined while it is only drawn. */
  known: Status | undefined
  drawn: Drawn
  onChange: (drawn: Drawn) => void
  onBack: () => void
  onClose: () => void
}

/** Asks where the tasks of a state go that is to be removed. */
export function RemoveState({ status, others, known, drawn, onChange, onBack, onClose }: Props) {
  const at = drawn.statuses.indexOf(status)
  const [to, setTo] = useState(drawn.statuses[at === 0 ? 1 : at - 1]?.id ?? '')
  const count = known?.taskCount ?? 0
  const remove = () => {
    onChange(without(drawn, status.id, to, known === undefined))
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
        {count === 0
          ? 'It holds no tasks now. Those that come to it until you save go to the status you name.'
          : `Its ${tasks(count)} ${count === 1 ? 'goes' : 'go'} below those of the status you name.`}
      </p>
      <RadioGroup
        label="Its tasks go to"
        value={to}
        onChange={setTo}
        options={others.map((each) => ({
          value: each.id,
          label: (
            <span className="flex items-center gap-2">
              <StatusRing category={each.category} hue={each.color} />
              {each.name}
            </span>
          ),
        }))}
      />
    </Dialog>
  )
}
