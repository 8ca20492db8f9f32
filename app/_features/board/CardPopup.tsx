'use client'

import type { ComponentType } from 'react'
import { useCard } from '@/app/_replica/react/projectHooks'
import { CardFieldPicker } from './menus/CardFieldPicker'
import { DueDatePopup } from './menus/DueDatePopup'
import { useBoardUi, useBoardUiState } from './useBoardUi'
import type { CardPopupProps } from './useCardPopup'

/** The menu or list that is open on a card of the board or on a row of the backlog. */
export function CardPopup({ menu: Menu }: { menu: ComponentType<CardPopupProps> }) {
  const boardUi = useBoardUi()
  const openPopup = useBoardUiState((state) => state.openPopup)
  const card = useCard(openPopup?.taskId ?? '')
  if (!openPopup || !card) return null

  const close = () => {
    if (boardUi.state.openPopup !== openPopup) return
    // The anchor was added to the page only for this menu.
    if (!openPopup.anchor.closest('main')) openPopup.anchor.remove()
    boardUi.update({ openPopup: null })
    boardUi.focusCard(openPopup.taskId)
  }
  const shared = { card, openPopup, onClose: close }
  if (openPopup.kind === 'menu') return <Menu {...shared} />
  if (openPopup.kind === 'dueDate') return <DueDatePopup {...shared} />
  return <CardFieldPicker key={openPopup.kind} {...shared} field={openPopup.kind} />
}
