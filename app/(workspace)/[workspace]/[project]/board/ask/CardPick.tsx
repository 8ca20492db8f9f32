'use client'

import { useMemo } from 'react'
import { usePeople, useProject, useSend } from '@/app/_client/react/hooks'
import type { KnownCard } from '@/app/_client/store/types'
import { PickPopup } from '@/app/_ui/Pick'
import type { Priority } from '@/domain/words'
import { useMoves } from '../acts/useMoves'
import type { Asking, Field } from '../desk/desk'
import { changeSet } from './change-set'
import { estimateOptions, priorityOptions, statusOptions } from './field-options'
import { labelOption } from './label-option'
import { personOptions } from './person-options'
import { useKnownLabels } from './useKnownLabels'

type Props = {
  card: KnownCard
  asking: Asking
  field: Exclude<Field, 'dueDate'>
  onClose: () => void
}

/** A list on a card that sets one of its fields; Esc leaves it as it was. */
export function CardPick({ card, asking, field, onClose }: Props) {
  const anchor = useMemo(() => ({ current: asking.anchor }), [asking])
  const shared = { open: true, onOpenChange: (open: boolean) => (open ? null : onClose()), anchor }
  const { statuses } = useProject()
  const people = usePeople()
  const labels = useKnownLabels()
  const send = useSend()
  const { moveTo } = useMoves()
  const taskId = card.id

  switch (field) {
    case 'status':
      return (
        <PickPopup
          {...shared}
          label="Status"
          options={statusOptions(statuses, card.statusId)}
          value={card.statusId}
          onPick={(id) => {
            onClose()
            if (id !== card.statusId) moveTo(taskId, id, { end: 'top' })
          }}
        />
      )
    case 'priority':
      return (
        <PickPopup
          {...shared}
          label="Priority"
          options={priorityOptions}
          value={String(card.priority)}
          onPick={(id) => {
            onClose()
            send({ type: 'task.edit', taskId, set: { priority: Number(id) as Priority } })
          }}
        />
      )
    case 'estimate':
      return (
        <PickPopup
          {...shared}
          label="Estimate in points"
          options={estimateOptions(card.estimate)}
          value={card.estimate === null ? 'none' : String(card.estimate)}
          empty="Enter a number of points."
          onPick={(id) => {
            onClose()
            const estimate = id === 'none' ? null : Number(id)
            send({ type: 'task.edit', taskId, set: { estimate } })
          }}
        />
      )
    case 'assignees':
      return (
        <PickPopup
          {...shared}
          many
          label="Assignees"
          options={personOptions(people)}
          value={card.assignees}
          onPick={(ids) => send(changeSet(taskId, 'assignees', card.assignees, ids))}
        />
      )
    case 'labels':
      return (
        <PickPopup
          {...shared}
          many
          label="Labels"
          options={[...new Set([...labels, ...card.labels])].map(labelOption)}
          value={card.labels}
          onPick={(ids) => send(changeSet(taskId, 'labels', card.labels, ids))}
          onCreate={(label) => send({ type: 'task.edit', taskId, add: { labels: [label] } })}
        />
      )
  }
}
