'use client'

import { type RefObject, useEffect } from 'react'
import type { Id } from '@/domain/kernel/primitives'
import { withDragRuntime } from './runtime/withDragRuntime'

const ONE_TASK = () => 1

/**
 * Lets the element of a task be picked up by mouse and finger.
 * @param count how many tasks go with it; the same function as long as nothing else is meant
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
