'use client'

import { type RefObject, useEffect, useRef } from 'react'
import type { Id } from '@/domain/kernel/primitives'
import { withDragRuntime } from './runtime/withDragRuntime'

/** Makes an element a drop target for the tasks that `accepts` returns true for. */
export function useDropTarget(
  element: RefObject<HTMLElement | null>,
  targetId: string,
  accepts: (taskId: Id) => boolean = () => true,
): void {
  const latest = useRef({ id: targetId, accepts })
  useEffect(() => {
    latest.current = { id: targetId, accepts }
  })
  useEffect(() => {
    const node = element.current
    if (!node) return
    return withDragRuntime(({ makeDropTarget }) => makeDropTarget(node, () => latest.current))
  }, [element])
}
