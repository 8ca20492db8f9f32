'use client'

import { useCard } from '@/app/_client/react/hooks'
import { CardPick } from '../../board/ask/CardPick'
import { DuePanel } from '../../board/ask/DuePanel'
import { useDesk, useDeskPart } from '../../board/desk/useDesk'
import { RowMenu } from './RowMenu'

/** The menu or list that is open on a row. */
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
  if (asking.what === 'menu') return <RowMenu {...shared} />
  if (asking.what === 'dueDate') return <DuePanel {...shared} />
  return <CardPick key={asking.what} {...shared} field={asking.what} />
}
