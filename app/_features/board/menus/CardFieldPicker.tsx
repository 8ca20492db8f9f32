'use client'

import { useMemo } from 'react'
import { useFieldPicker } from '@/app/_features/task/useFieldPicker'
import type { ReplicaCard } from '@/app/_replica/replicaTypes'
import { ComboboxPopup } from '@/app/_ui/Combobox'
import type { OpenCardPopup, QuickEditField } from '../state/boardUi'

type Props = {
  card: ReplicaCard
  openPopup: OpenCardPopup
  field: Exclude<QuickEditField, 'dueDate'>
  onClose: () => void
}

/** A list on a card that sets one of its fields. Esc closes it without a change. */
export function CardFieldPicker({ card, openPopup, field, onClose }: Props) {
  const anchor = useMemo(() => ({ current: openPopup.anchor }), [openPopup])
  const pick = useFieldPicker(card, field)
  const popupState = {
    open: true,
    onOpenChange: (open: boolean) => (open ? null : onClose()),
    anchor,
  }
  if (pick.multiple) return <ComboboxPopup {...pick} {...popupState} />
  return (
    <ComboboxPopup
      {...pick}
      {...popupState}
      onSelect={(id) => {
        onClose()
        pick.onSelect(id)
      }}
    />
  )
}
