'use client'

import type { KeyboardEvent, MouseEvent } from 'react'
import { useHotkeys } from '@/app/_ui/useHotkeys'
import type { Id } from '@/domain/words'
import { isSelectingTap } from '../../../../_select/tap'
import { useSelection } from '../../../../_select/useSelection'
import { useCompose } from '../column/useCompose'
import { statusOf } from '../desk/cell'
import { useDesk } from '../desk/useDesk'
import { useBoard } from '../useBoard'
import { useHandKeys } from './useHandKeys'
import { cardOf, useTaskKeys } from './useTaskKeys'
import { byPlace, cellsOf, goTo, isStep, stepFrom } from './walk'

const arrowDown = 'ArrowDown'
/** The keys of a board and its cards; spread what it gives on the element around the columns. */
export function useBoardKeys() {
  const desk = useDesk()
  const { mayChange } = useBoard()
  const { open, ask, onFocus } = useTaskKeys()
  const compose = useCompose()
  const hand = useHandKeys()
  const selection = useSelection()
  const columnIds = (id: Id) =>
    [...desk.columns.values()].map((column) => column.ids()).find((ids) => ids.includes(id)) ?? []

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
      open(id)
      return true
    }
    return mayChange && act(event, id)
  }
  const act = (event: KeyboardEvent, id: Id): boolean => {
    const { key } = event
    if (key.toLowerCase() === 'x') {
      selection.toggle(id)
      return true
    }
    if (key === ' ') {
      hand.pickUp(id)
      return true
    }
    return ask(event, id)
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
    else open(id)
  }
  const onBlur = () => hand.letGo()
  return { onKeyDown, onClick, onFocus, onBlur }
}

function columnOf(id: Id | null): string | undefined {
  const card = id ? document.querySelector(`[data-card="${CSS.escape(id)}"]`) : null
  return card?.closest<HTMLElement>('[data-column]')?.dataset.column
}
