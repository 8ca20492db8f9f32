'use client'

import type { KeyboardEvent, MouseEvent, RefObject } from 'react'
import { useBoard } from '@/app/_features/board/useBoard'
import { useBoardUi } from '@/app/_features/board/useBoardUi'
import { useOpenComposer } from '@/app/_features/board/useOpenComposer'
import { cardIdOf, useTaskKeys } from '@/app/_features/board/useTaskKeys'
import { isSelectingTap } from '@/app/_features/bulk/isSelectingTap'
import { useTaskSelection } from '@/app/_features/bulk/useTaskSelection'
import { useProjectStore } from '@/app/_replica/react/ProjectProvider'
import { backlogLoaderOf } from '@/app/_replica/store/backlog/backlogLoader'
import { useHotkeys } from '@/app/_ui/useHotkeys'
import type { Id } from '@/domain/kernel/primitives'
import { BACKLOG_SECTION, type BacklogSectionId } from '@/domain/views/backlog'
import { useBacklogUi } from '../state/useBacklogUi'
import { useRowDragKeys } from './useRowDragKeys'

const ARROW_DOWN = 'ArrowDown'
type NextInOrder = (order: Id[], at: number) => Id | undefined

const NAVIGATION: Record<string, NextInOrder> = {
  ArrowUp: (order, at) => order[at - 1],
  [ARROW_DOWN]: (order, at) => order[at + 1],
  Home: (order) => order[0],
  End: (order) => order.at(-1),
}

/** Returns the key handlers of a backlog and its rows, to spread on the element around them. */
export function useBacklogKeys(list: RefObject<HTMLElement | null>) {
  const boardUi = useBoardUi()
  const store = useProjectStore()
  const backlogUi = useBacklogUi()
  const selection = useTaskSelection()
  const { canEdit } = useBoard()
  const { openTask, openPopup, onFocus } = useTaskKeys()
  const openComposer = useOpenComposer()
  const dragKeys = useRowDragKeys()

  // With nothing focused, an arrow key moves the focus to the list.
  const focusFirstRow = () => {
    if (document.activeElement !== document.body) return false
    const first = boardUi.state.activeCardId ?? backlogUi.visibleIds[0]
    return first ? boardUi.focusCard(first) : false
  }
  useHotkeys({
    c: () => {
      const active = boardUi.state.activeCardId
      return canEdit
        ? openComposer((active && backlogUi.sectionOf(active)) ?? BACKLOG_SECTION)
        : false
    },
    [ARROW_DOWN]: focusFirstRow,
  })

  const handleNavigationKey = (event: KeyboardEvent, id: Id): boolean => {
    const step = NAVIGATION[event.key]
    if (!step) return false
    const { visibleIds } = backlogUi
    const next = step(visibleIds, visibleIds.indexOf(id))
    if (!next) return true
    if (event.shiftKey && canEdit) selection.extendTo(visibleIds, next, id)
    boardUi.focusCard(next)
    return true
  }
  const selectSection = async (section: BacklogSectionId) => {
    const ids = () => backlogUi.handles.get(section)?.ids() ?? []
    selection.replace(ids())
    const selectedIds = selection.ids
    // Rows further down still have to load. They join the selection unless it has changed by then.
    await backlogLoaderOf(store).loadAll(section)
    if (selection.ids === selectedIds) selection.replace(ids())
  }
  const handleSelectionKey = (event: KeyboardEvent, id: Id): boolean => {
    const hasModifier = event.ctrlKey || event.metaKey
    const key = event.key.toLowerCase()
    if ((key === 'x' && !hasModifier) || (key === ' ' && hasModifier)) selection.toggle(id)
    else if (key === 'a' && hasModifier) {
      const section = backlogUi.sectionOf(id)
      if (section) void selectSection(section)
    } else if (key === 'escape' && selection.ids.size > 0) selection.clear()
    else return false
    return true
  }
  const handleKey = (event: KeyboardEvent, id: Id): boolean => {
    const { key } = event
    if (backlogUi.drag?.input === 'keyboard') return dragKeys.press(key)
    if (canEdit && handleSelectionKey(event, id)) return true
    if (event.ctrlKey || event.metaKey) return false
    if (handleNavigationKey(event, id)) return true
    if (key === 'Enter') {
      openTask(id)
      return true
    }
    return canEdit && handleActionKey(event, id)
  }
  const handleActionKey = (event: KeyboardEvent, id: Id): boolean => {
    if (event.key === ' ') {
      dragKeys.pickUp(id)
      return true
    }
    return openPopup(event, id)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const id = cardIdOf(event.target, 'a')
    if (!id || event.altKey || event.defaultPrevented || !list.current) return
    if (handleKey(event, id)) event.preventDefault()
  }
  const onClick = (event: MouseEvent) => {
    const id = cardIdOf(event.target, 'a')
    if (!id || event.button !== 0) return
    event.preventDefault()
    const from = boardUi.state.activeCardId ?? id
    boardUi.update({ activeCardId: id })
    const toggles = event.ctrlKey || event.metaKey || isSelectingTap(event, selection)
    if (event.shiftKey && canEdit) selection.extendTo(backlogUi.visibleIds, id, from)
    else if (toggles && canEdit) selection.toggle(id)
    else openTask(id)
  }
  return { onKeyDown, onClick, onFocus, onBlur: dragKeys.letGo }
}
