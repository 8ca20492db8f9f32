'use client'

import type { KeyboardEvent, MouseEvent } from 'react'
import { isSelectingTap } from '@/app/_features/bulk/isSelectingTap'
import { useTaskSelection } from '@/app/_features/bulk/useTaskSelection'
import { useHotkeys } from '@/app/_ui/useHotkeys'
import type { Id } from '@/domain/kernel/primitives'
import { statusOfCell } from '../state/boardCell'
import { useBoard } from '../useBoard'
import { useBoardUi } from '../useBoardUi'
import { useOpenComposer } from '../useOpenComposer'
import { cardIdOf, useTaskKeys } from '../useTaskKeys'
import {
  byDocumentPosition,
  cardAfterKey,
  cellsInOrder,
  isNavigationKey,
  revealAndFocusCard,
} from './cardNavigation'
import { useCardDragKeys } from './useCardDragKeys'

const ARROW_DOWN = 'ArrowDown'
/**
 * Returns the key handlers of a board and its cards, to spread on the element around the columns.
 */
export function useBoardKeys() {
  const boardUi = useBoardUi()
  const { canEdit } = useBoard()
  const { openTask, openPopup, onFocus } = useTaskKeys()
  const openComposer = useOpenComposer()
  const dragKeys = useCardDragKeys()
  const selection = useTaskSelection()
  const columnIds = (id: Id) =>
    [...boardUi.columns.values()].map((cell) => cell.ids()).find((ids) => ids.includes(id)) ?? []

  // With nothing focused, an arrow key moves the focus to the board.
  const focusFirstCard = () => {
    if (document.activeElement !== document.body) return false
    const first =
      boardUi.state.activeCardId ?? [...boardUi.columns].sort(byDocumentPosition)[0]?.[1].ids()[0]
    return first ? revealAndFocusCard(boardUi, first) : false
  }
  useHotkeys({
    c: () => {
      const cell = cellOfCardElement(boardUi.state.activeCardId) ?? cellsInOrder(boardUi)[0]
      return canEdit && cell ? openComposer(statusOfCell(cell)) : false
    },
    [ARROW_DOWN]: focusFirstCard,
  })

  const onKeyDown = (event: KeyboardEvent) => {
    const id = cardIdOf(event.target, 'a')
    if (!id || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
    if (handleKey(event, id)) event.preventDefault()
  }
  const handleKey = (event: KeyboardEvent, id: Id): boolean => {
    const { key } = event
    if (boardUi.state.drag?.input === 'keyboard') return dragKeys.press(key)
    if (isNavigationKey(key)) {
      const next = cardAfterKey(boardUi, id, key)
      if (next && event.shiftKey && canEdit) selection.extendTo(columnIds(id), next, id)
      if (next) revealAndFocusCard(boardUi, next)
      return true
    }
    if (key === 'Enter') {
      openTask(id)
      return true
    }
    return canEdit && handleActionKey(event, id)
  }
  const handleActionKey = (event: KeyboardEvent, id: Id): boolean => {
    const { key } = event
    if (key.toLowerCase() === 'x') {
      selection.toggle(id)
      return true
    }
    if (key === ' ') {
      dragKeys.pickUp(id)
      return true
    }
    return openPopup(event, id)
  }

  const onClick = (event: MouseEvent) => {
    const id = cardIdOf(event.target, 'a')
    if (!id || event.button !== 0) return
    const hasModifier = event.ctrlKey || event.metaKey
    // Viewers cannot select tasks, so modified clicks open the link as usual.
    if ((hasModifier || event.shiftKey) && !canEdit) return
    event.preventDefault()
    const from = boardUi.state.activeCardId ?? id
    boardUi.update({ activeCardId: id })
    if (event.shiftKey) selection.extendTo(columnIds(id), id, from)
    else if (hasModifier || (canEdit && isSelectingTap(event, selection))) selection.toggle(id)
    else openTask(id)
  }
  const onBlur = () => dragKeys.letGo()
  return { onKeyDown, onClick, onFocus, onBlur }
}

function cellOfCardElement(id: Id | null): string | undefined {
  const card = id ? document.querySelector(`[data-card="${CSS.escape(id)}"]`) : null
  return card?.closest<HTMLElement>('[data-column]')?.dataset.column
}
