'use client'

import { useMemo } from 'react'
import { useHold } from '@/app/_client/react/hooks'
import { useStore } from '@/app/_client/react/ProjectProvider'
import { announce } from '@/app/_ui/LiveRegion'
import { liveStatus } from '@/domain/project/project'
import type { Id } from '@/domain/words'
import { useMoves } from '../acts/useMoves'
import { GAP } from '../column/layout'
import { refusalHere } from '../column/refusal'
import type { Aim, Desk, Hand } from '../desk/desk'
import { useDesk } from '../desk/useDesk'
import { byPlace, goTo } from './walk'

/** Picking up, moving and putting down a card by keys; every step is announced. */
export function useHandKeys() {
  const desk = useDesk()
  const store = useStore()
  const hold = useHold()
  const { drop } = useMoves()

  return useMemo(() => {
    const nameOf = (id: string) => liveStatus(store.screen.project, id)?.name ?? ''
    const keyOf = (id: Id) =>
      `${store.screen.project.key}-${store.screen.cards.get(id)?.number ?? ''}`
    const where = (hand: Hand, aim: Aim) => {
      const column = desk.columns.get(aim.statusId)
      const own = aim.statusId === hand.from ? 0 : 1
      const count = (column?.ids().length ?? 0) + own
      const total = Math.max(count, countOf(aim.statusId) + own)
      return `${aim.index + 1} of ${total} in ${nameOf(aim.statusId)}`
    }
    const countOf = (id: string) => liveStatus(store.screen.project, id)?.taskCount ?? 0
    const say = (text: string) => announce(text, 'assertive')
    const end = (hand: Hand) => {
      hold(null)
      queueMicrotask(() => goTo(desk, hand.taskId))
    }

    const pickUp = (taskId: Id) => {
      const card = store.screen.cards.get(taskId)
      const column = card && desk.columns.get(card.statusId)
      const element = document.querySelector<HTMLElement>(`[data-card="${CSS.escape(taskId)}"]`)
      if (!card || !column || !element) return
      const aim = { statusId: card.statusId, index: column.ids().indexOf(taskId) }
      const size = element.offsetHeight + GAP
      const hand: Hand = { taskId, from: card.statusId, by: 'keys', size, aim }
      desk.set({ active: taskId, hand })
      hold(taskId, 'dragging')
      say(
        `${keyOf(taskId)} picked up, ${where(hand, aim)}. Arrows move it, Enter puts it down, Escape leaves it where it was.`,
      )
    }
    /** Turns the hand to the next place, and says why columns on the way do not take the card. */
    const step = (hand: Hand, from: Aim, key: string) => {
      const closed: string[] = []
      const aim = nextAim(desk, hand, from, key, (id) => {
        const refusal = refusalHere(store, hand.taskId, id)
        if (refusal) closed.push(refusal.why)
        return refusal === null
      })
      if (aim) {
        desk.aim(aim)
        show(desk, aim)
      }
      const said = [...closed, ...(aim ? [`${where(hand, aim)}.`] : [])]
      if (said.length > 0) say(said.join(' '))
    }
    const press = (key: string): boolean => {
      const { hand } = desk.state
      if (!hand?.aim) return false
      if (key === 'Escape') {
        desk.set({ hand: null })
        say(`${keyOf(hand.taskId)} left where it was.`)
        end(hand)
      } else if (key === ' ' || key === 'Enter') {
        say(`${keyOf(hand.taskId)} put down, ${where(hand, hand.aim)}.`)
        drop()
        end(hand)
      } else step(hand, hand.aim, key)
      return key !== 'Tab'
    }
    return {
      pickUp,
      press,
      /** The focus went elsewhere: what is held by keys goes back. */
      letGo: () => {
        const { hand } = desk.state
        if (hand?.by !== 'keys') return
        desk.set({ hand: null })
        hold(null)
      },
    }
  }, [desk, store, hold, drop])
}

function nextAim(
  desk: Desk,
  { taskId }: Hand,
  { statusId, index }: Aim,
  key: string,
  mayTake: (id: string) => boolean,
): Aim | null {
  const lengthOf = (id: string) =>
    desk.columns
      .get(id)
      ?.ids()
      .filter((each) => each !== taskId).length ?? 0
  if (key === 'ArrowUp') return index > 0 ? { statusId, index: index - 1 } : null
  if (key === 'ArrowDown') return index < lengthOf(statusId) ? { statusId, index: index + 1 } : null
  if (key === 'Home') return { statusId, index: 0 }
  if (key === 'End') return { statusId, index: lengthOf(statusId) }
  const way = key === 'ArrowLeft' ? -1 : key === 'ArrowRight' ? 1 : 0
  if (way === 0) return null
  const order = [...desk.columns].sort(byPlace).map(([id]) => id)
  for (let at = order.indexOf(statusId) + way; order[at] !== undefined; at += way) {
    const next = order[at] ?? ''
    if (mayTake(next)) return { statusId: next, index: Math.min(index, lengthOf(next)) }
  }
  return null
}

function show(desk: Desk, { statusId, index }: Aim): void {
  const column = desk.columns.get(statusId)
  column?.scrollTo(Math.min(index, column.ids().length - 1))
  column?.element.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}
