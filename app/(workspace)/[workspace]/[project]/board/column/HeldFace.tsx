'use client'

import { useCard, useProject } from '@/app/_client/react/hooks'
import { CardFace } from '../card/CardFace'
import { useDeskPart } from '../desk/useDesk'

/** The card in the gap while it is moved by keys; by pointer it is under the pointer instead. */
export function HeldFace() {
  const hand = useDeskPart((desk) => desk.hand)
  const card = useCard(hand?.taskId ?? '')
  const { key } = useProject()
  if (!card || hand?.by !== 'keys') return null
  return (
    <div className="h-full overflow-hidden rounded-card border border-accent bg-raised px-3 py-2.5 shadow-lift">
      <CardFace card={card} taskKey={`${key}-${card.number}`} done={false} />
    </div>
  )
}
