'use client'

import { useRouter } from 'next/navigation'
import type { KeyboardEvent, MouseEvent } from 'react'
import { useStore } from '@/app/_client/react/ProjectProvider'
import { useHotkeys } from '@/app/_ui/useHotkeys'
import type { Id } from '@/domain/words'
import { isSelectingTap } from '../../../../_select/tap'
import { useSelection } from '../../../../_select/useSelection'
import { useCompose } from '../column/useCompose'
import { statusOf } from '../desk/cell'
import type { Field } from '../desk/desk'
import { useDesk } from '../desk/useDesk'
import { openTask } from '../task-address'
import { useBoard } from '../useBoard'
import { useHandKeys } from './useHandKeys'
import { byPlace, cellsOf, goTo, isStep, stepFrom } from './walk'

const arrowDown = 'ArrowDown'
const FIELDS: Record<string, Field> = {
  s: 'status',
  a: 'assignees',
  p: 'priority',
  l: 'labels',
  e: 'estimate',
  d: 'dueDate',
}

/** The keys of a board and its cards; spread what it gives on the element around the columns. */
export function useBoardKeys() {
  const desk = useDesk()
  const store = useStore()
  const router = useRouter()
  const { mayChange, slug, projectKey } = useBoard()
  const compose = useCompose()
  const hand = useHandKeys()
  const selection = useSelection()
  const columnIds = (id: Id) =>
    [...desk.columns.values()].map((column) => column.ids()).find((ids) => ids.includes(id)) ?? []

  const open = (id: Id, whole: boolean) => {
    const card = store.screen.cards.get(id)
    if (card) openTask(slug, `${projectKey}-${card.number}`, whole ? router.push : null)
  }
  // From anywhere on the page the arrow leads onto the board.
  const enter = () => {
    if (document.activeElement !== document.body) return false
    const first = desk.state.active ?? [...desk.columns].sort(byPlace)[0]?.[1].ids()[0]
    return first ? goTo(desk, first) : false
  }
  useHotkeys({
    c: () => {
      const column = columnOf(desk.state.active) ?? cellsOf(desk)[0]
      return mayChange && column ? compose(statusOf(column)) : false
    },
    [arrowDown]: enter,
  })

  const onKeyDown = (event: KeyboardEvent) => {
    const id = cardOf(event.target, 'a')
    if (!id || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
    if (press(event, id)) event.preventDefault()
  }
  const press = (event: KeyboardEvent, id: Id): boolean => {
    const { key } = event
    if (desk.state.hand?.by === 'keys') return hand.press(key)
    if (isStep(key)) {
      const next = stepFrom(desk, id, key)
      if (next && event.shiftKey && mayChange) selection.extend(columnIds(id), next, id)
      if (next) goTo(desk, next)
      return true
    }
    if (key === 'Enter') {
      open(id, false)
      return true
    }
    return mayChange && act(event, id)
  }
  const act = ({ key, target }: KeyboardEvent, id: Id): boolean => {
    if (key.toLowerCase() === 'x') {
      selection.toggle(id)
      return true
    }
    if (key === ' ') {
      hand.pickUp(id)
      return true
    }
    const anchor = (target as Element).closest<HTMLElement>('[data-card]')
    const what = key === '.' ? 'menu' : FIELDS[key.toLowerCase()]
    if (!what || !anchor) return false
    desk.set({ active: id, asking: { taskId: id, what, anchor } })
    return true
  }

  const onClick = (event: MouseEvent) => {
    const id = cardOf(event.target, 'a')
    if (!id || event.button !== 0) return
    const ctrl = event.ctrlKey || event.metaKey
    // Who may only look has no use for a selection: the link opens as links do.
    if ((ctrl || event.shiftKey) && !mayChange) return
    event.preventDefault()
    const from = desk.state.active ?? id
    desk.set({ active: id })
    if (event.shiftKey) selection.extend(columnIds(id), id, from)
    else if (ctrl || (mayChange && isSelectingTap(event, selection))) selection.toggle(id)
    else open(id, false)
  }
  const onFocus = (event: { target: EventTarget }) => {
    const id = cardOf(event.target, 'a')
    if (id && desk.state.active !== id) desk.set({ active: id })
  }
  const onBlur = () => hand.letGo()
  return { onKeyDown, onClick, onFocus, onBlur }
}

/** The card that an event is about, when it comes from this part of it. */
export function cardOf(target: EventTarget, part = '*'): Id | null {
  if (!(target instanceof Element) || !target.closest(part)) return null
  return target.closest<HTMLElement>('[data-card]')?.dataset.card ?? null
}

function columnOf(id: Id | null): string | undefined {
  const card = id ? document.querySelector(`[data-card="${CSS.escape(id)}"]`) : null
  return card?.closest<HTMLElement>('[data-column]')?.dataset.column
}
