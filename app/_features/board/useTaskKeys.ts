'use client'

import type { KeyboardEvent } from 'react'
import { openTaskPanel } from '@/app/_features/task/openTaskPanel'
import { useProjectStore } from '@/app/_replica/react/ProjectProvider'
import type { Id } from '@/domain/kernel/primitives'
import type { QuickEditField } from './state/boardUi'
import { useBoard } from './useBoard'
import { useBoardUi } from './useBoardUi'

const FIELD_KEYS: Record<string, QuickEditField> = {
  s: 'status',
  a: 'assignees',
  p: 'priority',
  l: 'labels',
  e: 'estimate',
  d: 'dueDate',
}

/** Key and click handlers for one task, shared by the board and the backlog. */
export function useTaskKeys() {
  const boardUi = useBoardUi()
  const store = useProjectStore()
  const { projectKey } = useBoard()

  /** Opens the task over the current screen. */
  const openTask = (id: Id) => {
    const card = store.optimisticState.cards.get(id)
    if (card) openTaskPanel(`${projectKey}-${card.number}`)
  }
  /**
   * Opens the list of a field by its letter, or the menu by a dot. Returns true when it opened one.
   */
  const openPopup = ({ key, target }: KeyboardEvent, id: Id): boolean => {
    const anchor = (target as Element).closest<HTMLElement>('[data-card]')
    const kind = key === '.' ? 'menu' : FIELD_KEYS[key.toLowerCase()]
    if (!kind || !anchor) return false
    boardUi.update({ activeCardId: id, openPopup: { taskId: id, kind, anchor } })
    return true
  }
  const onFocus = (event: { target: EventTarget }) => {
    const id = cardIdOf(event.target, 'a')
    if (id && boardUi.state.activeCardId !== id) boardUi.update({ activeCardId: id })
  }
  return { openTask, openPopup, onFocus }
}

/** Returns the id of the card that an event comes from, or null when it comes from elsewhere. */
export function cardIdOf(target: EventTarget, selector = '*'): Id | null {
  if (!(target instanceof Element) || !target.closest(selector)) return null
  return target.closest<HTMLElement>('[data-card]')?.dataset.card ?? null
}
