'use client'

import type { KeyboardEvent } from 'react'
import { useStore } from '@/app/_client/react/ProjectProvider'
import type { Id } from '@/domain/words'
import type { Field } from '../desk/desk'
import { useDesk } from '../desk/useDesk'
import { openTask } from '../task-address'
import { useBoard } from '../useBoard'

const FIELDS: Record<string, Field> = {
  s: 'status',
  a: 'assignees',
  p: 'priority',
  l: 'labels',
  e: 'estimate',
  d: 'dueDate',
}

/** What keys and clicks do to one task, on a board and in a backlog alike. */
export function useTaskKeys() {
  const desk = useDesk()
  const store = useStore()
  const { projectKey } = useBoard()

  /** Opens the task over the screen. */
  const open = (id: Id) => {
    const card = store.screen.cards.get(id)
    if (card) openTask(`${projectKey}-${card.number}`)
  }
  /** Asks for a field by its letter, or opens the menu by a dot; says whether it did. */
  const ask = ({ key, target }: KeyboardEvent, id: Id): boolean => {
    const anchor = (target as Element).closest<HTMLElement>('[data-card]')
    const what = key === '.' ? 'menu' : FIELDS[key.toLowerCase()]
    if (!what || !anchor) return false
    desk.set({ active: id, asking: { taskId: id, what, anchor } })
    return true
  }
  const onFocus = (event: { target: EventTarget }) => {
    const id = cardOf(event.target, 'a')
    if (id && desk.state.active !== id) desk.set({ active: id })
  }
  return { open, ask, onFocus }
}

/** The card that an event is about, when it comes from this part of it. */
export function cardOf(target: EventTarget, part = '*'): Id | null {
  if (!(target instanceof Element) || !target.closest(part)) return null
  return target.closest<HTMLElement>('[data-card]')?.dataset.card ?? null
}
