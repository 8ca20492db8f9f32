'use client'

import type { KeyboardEvent, MouseEvent, RefObject } from 'react'
import { useStore } from '@/app/_client/react/ProjectProvider'
import { planOf } from '@/app/_client/store/plan/planLoader'
import { useHotkeys } from '@/app/_ui/useHotkeys'
import { BACKLOG, type SectionId } from '@/domain/backlog'
import type { Id } from '@/domain/words'
import { isSelectingTap } from '../../../../_select/tap'
import { useSelection } from '../../../../_select/useSelection'
import { useCompose } from '../../board/column/useCompose'
import { useDesk } from '../../board/desk/useDesk'
import { cardOf, useTaskKeys } from '../../board/keys/useTaskKeys'
import { useBoard } from '../../board/useBoard'
import { useHand } from '../hand/useHand'
import { useHandKeys } from './useHandKeys'

const arrowDown = 'ArrowDown'
type Step = (order: Id[], at: number) => Id | undefined

const STEPS: Record<string, Step> = {
  ArrowUp: (order, at) => order[at - 1],
  [arrowDown]: (order, at) => order[at + 1],
  Home: (order) => order[0],
  End: (order) => order.at(-1),
}

/** The keys of a backlog and its rows; spread what it gives on the element around them. */
export function useBacklogKeys(list: RefObject<HTMLElement | null>) {
  const desk = useDesk()
  const store = useStore()
  const hand = useHand()
  const selection = useSelection()
  const { mayChange } = useBoard()
  const { open, ask, onFocus } = useTaskKeys()
  const compose = useCompose()
  const inHand = useHandKeys()

  // From anywhere on the page the arrow leads onto the list.
  const enter = () => {
    if (document.activeElement !== document.body) return false
    const first = desk.state.active ?? hand.order[0]
    return first ? desk.focus(first) : false
  }
  useHotkeys({
    c: () => {
      const active = desk.state.active
      return mayChange ? compose((active && hand.sectionOf(active)) ?? BACKLOG) : false
    },
    [arrowDown]: enter,
  })

  const walk = (event: KeyboardEvent, id: Id): boolean => {
    const step = STEPS[event.key]
    if (!step) return false
    const { order } = hand
    const next = step(order, order.indexOf(id))
    if (!next) return true
    if (event.shiftKey && mayChange) selection.extend(order, next, id)
    desk.focus(next)
    return true
  }
  const chooseAll = async (section: SectionId) => {
    const ids = () => hand.handles.get(section)?.ids() ?? []
    selection.choose(ids())
    const chosen = selection.ids
    // Those further down have yet to be loaded, and join unless something else is selected by then.
    await planOf(store).whole(section)
    if (selection.ids === chosen) selection.choose(ids())
  }
  const select = (event: KeyboardEvent, id: Id): boolean => {
    const ctrl = event.ctrlKey || event.metaKey
    const key = event.key.toLowerCase()
    if ((key === 'x' && !ctrl) || (key === ' ' && ctrl)) selection.toggle(id)
    else if (key === 'a' && ctrl) {
      const section = hand.sectionOf(id)
      if (section) void chooseAll(section)
    } else if (key === 'escape' && selection.ids.size > 0) selection.clear()
    else return false
    return true
  }
  const press = (event: KeyboardEvent, id: Id): boolean => {
    const { key } = event
    if (hand.held?.by === 'keys') return inHand.press(key)
    if (mayChange && select(event, id)) return true
    if (event.ctrlKey || event.metaKey) return false
    if (walk(event, id)) return true
    if (key === 'Enter') {
      open(id)
      return true
    }
    return mayChange && act(event, id)
  }
  const act = (event: KeyboardEvent, id: Id): boolean => {
    if (event.key === ' ') {
      inHand.pickUp(id)
      return true
    }
    return ask(event, id)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const id = cardOf(event.target, 'a')
    if (!id || event.altKey || event.defaultPrevented || !list.current) return
    if (press(event, id)) event.preventDefault()
  }
  const onClick = (event: MouseEvent) => {
    const id = cardOf(event.target, 'a')
    if (!id || event.button !== 0) return
    event.preventDefault()
    const from = desk.state.active ?? id
    desk.set({ active: id })
    const toggles = event.ctrlKey || event.metaKey || isSelectingTap(event, selection)
    if (event.shiftKey && mayChange) selection.extend(hand.order, id, from)
    else if (toggles && mayChange) selection.toggle(id)
    else open(id)
  }
  return { onKeyDown, onClick, onFocus, onBlur: inHand.letGo }
}
