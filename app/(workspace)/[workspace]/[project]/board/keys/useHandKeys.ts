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
import { laneOfCell, statusOf } from '../desk/cell'
import type { Aim, Desk, Hand } from '../desk/desk'
import { useDesk } from '../desk/useDesk'
import { beyond, cellsOf, cellWith, goTo } from './walk'

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
      const column = desk.columns.get(aim.cell)
      const own = column?.ids().includes(hand.taskId) ? 0 : 1
      const count = (column?.ids().length ?? 0) + own
      const whole = laneOfCell(aim.cell) === null ? countOf(aim.cell) + own : 0
      const total = Math.max(count, whole)
      const lane = column?.element.dataset.lane
      const row = lane ? `, ${lane}` : ''
      return `${aim.index + 1} of ${total} in ${nameOf(statusOf(aim.cell))}${row}`
    }
    const countOf = (id: string) => liveStatus(store.screen.project, id)?.taskCount ?? 0
    const say = (text: string) => announce(text, 'assertive')
    const end = (hand: Hand) => {
      hold(null)
      queueMicrotask(() => goTo(desk, hand.taskId))
    }

    const pickUp = (taskId: Id) => {
      const card = store.screen.cards.get(taskId)
      const cell = cellWith(desk, taskId)
      const column = cell === null ? undefined : desk.columns.get(cell)
      const element = document.querySelector<HTMLElement>(`[data-card="${CSS.escape(taskId)}"]`)
      if (!card || cell === null || !column || !element) return
      const aim = { cell, index: column.ids().indexOf(taskId) }
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
        const refusal = refusalHere(store, hand.taskId, statusOf(id))
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
  { cell, index }: Aim,
  key: string,
  mayTake: (id: string) => boolean,
): Aim | null {
  const lengthOf = (id: string) =>
    desk.columns
      .get(id)
      ?.ids()
      .filter((each) => each !== taskId).length ?? 0
  if (key === 'ArrowUp' && index > 0) return { cell, index: index - 1 }
  if (key === 'ArrowDown' && index < lengthOf(cell)) return { cell, index: index + 1 }
  if (key === 'Home') return { cell, index: 0 }
  if (key === 'End') return { cell, index: lengthOf(cell) }
  if (key === 'ArrowUp' || key === 'ArrowDown') {
    const next = beyond(desk, cell, key === 'ArrowUp' ? -1 : 1)
    // Beyond the end of a cell the next row begins.
    const end = key === 'ArrowUp' && next !== null ? lengthOf(next) : 0
    return next !== null && mayTake(next) ? { cell: next, index: end } : null
  }
  const way = key === 'ArrowLeft' ? -1 : key === 'ArrowRight' ? 1 : 0
  return way === 0 ? null : besideAim({ cell, index }, way)

  function besideAim(from: Aim, by: 1 | -1): Aim | null {
    const order = cellsOf(desk).filter((each) => laneOfCell(each) === laneOfCell(from.cell))
    for (let at = order.indexOf(from.cell) + by; order[at] !== undefined; at += by) {
      const next = order[at] ?? ''
      if (mayTake(next)) return { cell: next, index: Math.min(from.index, lengthOf(next)) }
    }
    return null
  }
}

function show(desk: Desk, { cell, index }: Aim): void {
  const column = desk.columns.get(cell)
  column?.scrollTo(Math.min(index, column.ids().length - 1))
  column?.element.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}
