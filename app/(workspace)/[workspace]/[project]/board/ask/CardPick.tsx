'use client'

import { useMemo } from 'react'
import type { KnownCard } from '@/app/_client/store/types'
import { PickPopup } from '@/app/_ui/Pick'
import { useFieldPick } from '../../../../_task/fields/useFieldPick'
import type { Asking, Field } from '../desk/desk'

type Props = {
  card: KnownCard
  asking: Asking
  field: Exclude<Field, 'dueDate'>
  onClose: () => void
}

/** A list on a card that sets one of its fields; Esc leaves it as it was. */
export function CardPick({ card, asking, field, onClose }: Props) {
  const anchor = useMemo(() => ({ current: asking.anchor }), [asking])
  const pick = useFieldPick(card, field)
  const closing = { open: true, onOpenChange: (open: boolean) => (open ? null : onClose()), anchor }
  if (pick.many) return <PickPopup {...pick} {...closing} />
  return (
    <PickPopup
      {...pick}
      {...closing}
      onPick={(id) => {
        onClose()
        pick.onPick(id)
      }}
    />
  )
}
