'use client'

import {
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from 'react'
import { useSend } from '@/app/_client/react/hooks'
import { announce } from '@/app/_ui/LiveRegion'
import type { Status } from '@/domain/project/project'
import type { StatusId } from '@/domain/words'
import { beforeAt, behind, type Hand, placeOf, stepped } from './reorder'

/** What a row's handle needs to be picked up by keys, and pulled by mouse, pen or finger. */
export interface Handle {
  onKeyDown: (event: KeyboardEvent) => void
  onBlur: () => void
  onPointerDown: (event: PointerEvent) => void
  onPointerMove: (event: PointerEvent) => void
  onPointerUp: (event: PointerEvent) => void
  onPointerCancel: () => void
}

const STEPS = new Map<string, -1 | 1>([
  ['ArrowUp', -1],
  ['ArrowDown', 1],
])

/** Moves columns by pointer and by keys; nothing changes until one is put down. */
export function useReorder(list: RefObject<HTMLElement | null>, statuses: Status[]) {
  const send = useSend()
  const [hand, setHand] = useState<Hand | null>(null)
  const moved = useRef<StatusId>(undefined)
  const pulled = useRef<{ id: StatusId; moved: boolean }>(undefined)
  const order = statuses.map((status) => status.id).join()

  const letGo = () => {
    pulled.current = undefined
    setHand(null)
  }
  const drop = (last: Hand) => {
    letGo()
    const { id, before } = last
    const name = statuses.find((status) => status.id === id)?.name
    if (before === id || before === behind(statuses, id)) return announce(`${name} stays.`)
    moved.current = last.by === 'keys' ? id : undefined
    send({ type: 'status.move', statusId: id, before })
    announce(`${name} is now column ${placeOf(statuses, last)} of ${statuses.length}.`)
  }

  // A row that has moved in the page has lost the focus on the way.
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the order has changed
  useEffect(() => {
    if (!moved.current) return
    list.current?.querySelector<HTMLElement>(`[data-handle="${moved.current}"]`)?.focus()
    moved.current = undefined
  }, [order])

  const pickUp = ({ id, name }: Status, place: number) => {
    setHand({ id, before: id, by: 'keys' })
    announce(`${name} picked up, column ${place + 1} of ${statuses.length}.`, 'assertive')
  }
  const step = (held: Hand, name: string, by: -1 | 1) => {
    const next = { ...held, before: stepped(statuses, held, by) }
    setHand(next)
    announce(`${name}, column ${placeOf(statuses, next)} of ${statuses.length}.`, 'assertive')
  }
  const putBack = (name: string) => {
    letGo()
    announce(`${name} stays.`)
  }

  const actOf = (key: string, status: Status, place: number): (() => void) | null => {
    const held = hand?.id === status.id ? hand : null
    if (key === ' ' || key === 'Enter') {
      return held ? () => drop(held) : () => pickUp(status, place)
    }
    const by = STEPS.get(key)
    if (held && by) return () => step(held, status.name, by)
    return held && key === 'Escape' ? () => putBack(status.name) : null
  }

  const handleOf = (status: Status, place: number): Handle => ({
    onKeyDown: (event) => {
      const act = actOf(event.key, status, place)
      if (!act) return
      event.preventDefault()
      act()
    },
    onBlur: () => setHand((old) => (old?.by === 'keys' ? null : old)),
    onPointerDown: ({ button, pointerId, currentTarget }) => {
      if (button !== 0) return
      currentTarget.setPointerCapture(pointerId)
      pulled.current = { id: status.id, moved: false }
    },
    onPointerMove: (event) => {
      if (pulled.current?.id !== status.id) return
      pulled.current.moved = true
      const next = aimed(list.current, status.id, event)
      setHand((old) => (old?.id === next.id && old.before === next.before ? old : next))
    },
    // Where the pointer is now, not where the screen has drawn it last.
    onPointerUp: (event) => {
      if (pulled.current?.moved) drop(aimed(list.current, pulled.current.id, event))
      pulled.current = undefined
    },
    onPointerCancel: letGo,
  })
  return { hand, handleOf }
}

function rowsOf(list: HTMLElement) {
  return [...list.querySelectorAll<HTMLElement>('[data-column]')].map((row) => {
    const { top, bottom } = row.getBoundingClientRect()
    return { id: row.dataset.column ?? '', top, bottom }
  })
}

/** Where the held column would go: before another, behind all, or where it was when outside. */
function aimed(list: HTMLElement | null, id: StatusId, at: { clientX: number; clientY: number }) {
  const over = list !== null && inside(list, at.clientX, at.clientY)
  const before = over ? beforeAt(at.clientY, rowsOf(list)) : id
  return { id, before, by: 'pointer' } satisfies Hand
}

function inside(list: HTMLElement, x: number, y: number): boolean {
  const { left, right, top, bottom } = list.getBoundingClientRect()
  const around = 48
  return x >= left - around && x <= right + around && y >= top - around && y <= bottom + around
}
