'use client'

import {
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from 'react'
import { useSend } from '@/app/_replica/react/projectHooks'
import { announce } from '@/app/_ui/LiveRegion'
import type { StatusId } from '@/domain/kernel/primitives'
import type { Status } from '@/domain/project/project'
import {
  type ColumnDrag,
  statusAfter,
  statusBeforeY,
  stepTarget,
  targetPosition,
} from './columnDrag'

/** Props of a row's handle that make it draggable by keys, mouse, pen and touch. */
export interface DragHandleProps {
  onKeyDown: (event: KeyboardEvent) => void
  onBlur: () => void
  onPointerDown: (event: PointerEvent) => void
  onPointerMove: (event: PointerEvent) => void
  onPointerUp: (event: PointerEvent) => void
  onPointerCancel: () => void
}

const ARROW_STEPS = new Map<string, -1 | 1>([
  ['ArrowUp', -1],
  ['ArrowDown', 1],
])

/** Reorders columns by pointer and by keys. Nothing changes until the drop. */
export function useColumnDrag(list: RefObject<HTMLElement | null>, statuses: Status[]) {
  const send = useSend()
  const [drag, setDrag] = useState<ColumnDrag | null>(null)
  const refocusId = useRef<StatusId>(undefined)
  const pointerDrag = useRef<{ id: StatusId; moved: boolean }>(undefined)
  const order = statuses.map((status) => status.id).join()

  const endDrag = () => {
    pointerDrag.current = undefined
    setDrag(null)
  }
  const drop = (finalDrag: ColumnDrag) => {
    endDrag()
    const { id, before } = finalDrag
    const name = statuses.find((status) => status.id === id)?.name
    if (before === id || before === statusAfter(statuses, id)) return announce(`${name} stays.`)
    refocusId.current = finalDrag.inputMode === 'keys' ? id : undefined
    send({ type: 'status.move', statusId: id, before })
    announce(`${name} is now column ${targetPosition(statuses, finalDrag)} of ${statuses.length}.`)
  }

  // A row that has moved in the page has lost the focus on the way.
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the order has changed
  useEffect(() => {
    if (!refocusId.current) return
    list.current?.querySelector<HTMLElement>(`[data-handle="${refocusId.current}"]`)?.focus()
    refocusId.current = undefined
  }, [order])

  const pickUp = ({ id, name }: Status, index: number) => {
    setDrag({ id, before: id, inputMode: 'keys' })
    announce(`${name} picked up, column ${index + 1} of ${statuses.length}.`, 'assertive')
  }
  const step = (currentDrag: ColumnDrag, name: string, delta: -1 | 1) => {
    const next = { ...currentDrag, before: stepTarget(statuses, currentDrag, delta) }
    setDrag(next)
    announce(
      `${name}, column ${targetPosition(statuses, next)} of ${statuses.length}.`,
      'assertive',
    )
  }
  const cancelDrag = (name: string) => {
    endDrag()
    announce(`${name} stays.`)
  }

  const keyAction = (key: string, status: Status, index: number): (() => void) | null => {
    const currentDrag = drag?.id === status.id ? drag : null
    if (key === ' ' || key === 'Enter') {
      return currentDrag ? () => drop(currentDrag) : () => pickUp(status, index)
    }
    const delta = ARROW_STEPS.get(key)
    if (currentDrag && delta) return () => step(currentDrag, status.name, delta)
    return currentDrag && key === 'Escape' ? () => cancelDrag(status.name) : null
  }

  const handlePropsFor = (status: Status, index: number): DragHandleProps => ({
    onKeyDown: (event) => {
      const action = keyAction(event.key, status, index)
      if (!action) return
      event.preventDefault()
      action()
    },
    onBlur: () => setDrag((current) => (current?.inputMode === 'keys' ? null : current)),
    onPointerDown: ({ button, pointerId, currentTarget }) => {
      if (button !== 0) return
      currentTarget.setPointerCapture(pointerId)
      pointerDrag.current = { id: status.id, moved: false }
    },
    onPointerMove: (event) => {
      if (pointerDrag.current?.id !== status.id) return
      pointerDrag.current.moved = true
      const next = pointerTarget(list.current, status.id, event)
      setDrag((current) =>
        current?.id === next.id && current.before === next.before ? current : next,
      )
    },
    // Uses the pointer's current position, which may be newer than the last render.
    onPointerUp: (event) => {
      if (pointerDrag.current?.moved)
        drop(pointerTarget(list.current, pointerDrag.current.id, event))
      pointerDrag.current = undefined
    },
    onPointerCancel: endDrag,
  })
  return { drag, handlePropsFor }
}

function rowBounds(list: HTMLElement) {
  return [...list.querySelectorAll<HTMLElement>('[data-column]')].map((row) => {
    const { top, bottom } = row.getBoundingClientRect()
    return { id: row.dataset.column ?? '', top, bottom }
  })
}

/**
 * Returns the drop target: before another column, at the end, or unchanged when outside the list.
 */
function pointerTarget(
  list: HTMLElement | null,
  id: StatusId,
  pointer: { clientX: number; clientY: number },
) {
  const isOverList = list !== null && isNearList(list, pointer.clientX, pointer.clientY)
  const before = isOverList ? statusBeforeY(pointer.clientY, rowBounds(list)) : id
  return { id, before, inputMode: 'pointer' } satisfies ColumnDrag
}

function isNearList(list: HTMLElement, x: number, y: number): boolean {
  const { left, right, top, bottom } = list.getBoundingClientRect()
  const marginPx = 48
  return (
    x >= left - marginPx && x <= right + marginPx && y >= top - marginPx && y <= bottom + marginPx
  )
}
