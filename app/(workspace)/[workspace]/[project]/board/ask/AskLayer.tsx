'use client'

import { useCard } from '@/app/_client/react/hooks'
import { useDesk, useDeskPart } from '../desk/useDesk'
import { CardMenu } from './CardMenu'
import { CardPick } from './CardPick'
import { DuePanel } from './DuePanel'

/** The menu or list that is open on a card. */
export function AskLayer() {
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
  if (asking.what === 'menu') return <CardMenu {...shared} />
  if (asking.what === 'dueDate') return <DuePanel {...shared} />
  return <CardPick key={asking.what} {...shared} field={asking.what} />
}
