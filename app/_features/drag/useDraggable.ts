'use client'

import { type RefObject, useEffect } from 'react'
import type { Id } from '@/domain/kernel/primitives'
import { withDragRuntime } from './runtime/withDragRuntime'

const ONE_TASK = () => 1

/**
 * Makes the element of a task draggable by mouse and touch.
 * @param count returns how many tasks are dragged with it; must be a stable function
 */
export function useDraggable(
  element: RefObject<HTMLElement | null>,
  taskId: Id,
  canDrag: boolean,
  count: () => number = ONE_TASK,
): void {
  useEffect(() => {
    const node = element.current
    if (!node || !canDrag) return
    return withDragRuntime(({ makeDraggable }) => makeDraggable(node, taskId, count))
  }, [element, taskId, canDrag, count])
}
