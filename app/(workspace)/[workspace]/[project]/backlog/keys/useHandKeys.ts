'use client'

import { useMemo } from 'react'
import { useHold } from '@/app/_client/react/hooks'
import { useStore } from '@/app/_client/react/ProjectProvider'
import { announce } from '@/app/_ui/LiveRegion'
import type { Id } from '@/domain/words'
import { useSelection } from '../../../../_select/useSelection'
import { useDesk } from '../../board/desk/useDesk'
import { sectionName } from '../acts/plan'
import { usePlanActs, whatIs } from '../acts/usePlanActs'
import type { Aim, Hand } from '../hand/hand'
import { useHand } from '../hand/useHand'

/** Picking up, moving and putting down tasks by keys; every step is announced. */
export function useHandKeys() {
  const desk = useDesk()
  const store = useStore()
  const hand = useHand()
  const hold = useHold()
  const selection = useSelection()
  const { drop } = usePlanActs()

  return useMemo(() => {
    const say = (text: string) => announce(text, 'assertive')
    const where = ({ section, index }: Aim) =>
      `${index + 1} of ${hand.countWith(section)} in ${sectionName(section, store.screen)}`
    const show = () =>
      requestAnimationFrame(() =>
        document.querySelector('[data-line]')?.scrollIntoView({ block: 'nearest' }),
      )
    const end = (source: Id) => {
      hold(null)
      queueMicrotask(() => desk.focus(source))
    }

    const pickUp = (source: Id) => {
      if (!selection.ids.has(source)) selection.clear()
      const ids = hand.inOrder(selection.ids.size > 0 ? selection.ids : new Set([source]))
      const section = hand.sectionOf(source)
      if (!section) return
      hand.hold({ ids, by: 'keys', source, aim: null })
      const all = hand.handles.get(section)?.ids() ?? []
      const held = new Set(ids)
      const above = all.slice(0, all.indexOf(source)).filter((id) => !held.has(id))
      const aim = { section, index: above.length }
      hand.aim(aim)
      hold(source, 'dragging')
      say(
        `${whatIs(ids, store)} picked up, ${where(aim)}. Arrows move it, Enter puts it down, Escape leaves it where it was.`,
      )
    }
    const press = (key: string): boolean => {
      const { held } = hand
      if (!held?.aim) return false
      const what = whatIs(held.ids, store)
      if (key === 'Escape') {
        hand.hold(null)
        say(`${what} left where it was.`)
        end(held.source)
      } else if (key === ' ' || key === 'Enter') {
        say(`${what} put down, ${where(held.aim)}.`)
        drop()
        end(held.source)
      } else {
        const aim = nextAim(hand, held.aim, key)
        if (aim) {
          hand.aim(aim)
          show()
          say(`${where(aim)}.`)
        }
      }
      return key !== 'Tab'
    }
    return {
      pickUp,
      press,
      /** The focus went elsewhere: what is held by keys goes back. */
      letGo: () => {
        if (hand.held?.by !== 'keys') return
        hand.hold(null)
        hold(null)
      },
    }
  }, [desk, store, hand, hold, selection, drop])
}

/** Up and down by rows and over the edge of a section; left and right by whole sections. */
function nextAim(hand: Hand, { section, index }: Aim, key: string): Aim | null {
  const at = hand.sections.indexOf(section)
  const room = (place: number) => {
    const id = hand.sections[place]
    return id && !hand.handles.get(id)?.folded() ? hand.others(id).length : 0
  }
  const to = (place: number, end: boolean): Aim | null => {
    const id = hand.sections[place]
    return id ? { section: id, index: end ? room(place) : 0 } : null
  }
  switch (key) {
    case 'ArrowUp':
      return index > 0 ? { section, index: index - 1 } : to(at - 1, true)
    case 'ArrowDown':
      return index < room(at) ? { section, index: index + 1 } : to(at + 1, false)
    case 'ArrowLeft':
      return to(at - 1, false)
    case 'ArrowRight':
      return to(at + 1, false)
    case 'Home':
      return { section, index: 0 }
    case 'End':
      return { section, index: room(at) }
    default:
      return null
  }
}
