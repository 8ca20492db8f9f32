'use client'

import type { ComponentType } from 'react'
import { useCard } from '@/app/_client/react/hooks'
import { useDesk, useDeskPart } from '../desk/useDesk'
import { CardPick } from './CardPick'
import { DuePanel } from './DuePanel'
import type { Asked } from './useDoor'

/** The menu or list that is open on a card of the board, or on a row of the backlog. */
export function AskedLayer({ menu: Menu }: { menu: ComponentType<Asked> }) {
  const desk = useDesk()
  const asking = useDeskPart((state) => state.asking)
  const card = useCard(asking?.taskId ?? '')
  if (!asking || !card) return null

  const close = () => {
    if (desk.state.asking !== asking) return
    // A spot that was put there for the menu alone.
    if (!asking.anchor.closest('main')) asking.anchor.remove()
    desk.set({ asking: null })
    desk.focus(asking.taskId)
  }
  const shared = { card, asking, onClose: close }
  if (asking.what === 'menu') return <Menu {...shared} />
  if (asking.what === 'dueDate') return <DuePanel {...shared} />
  return <CardPick key={asking.what} {...shared} field={asking.what} />
}
