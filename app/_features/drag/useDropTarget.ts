'use client'

import { type RefObject, useEffect, useRef } from 'react'
import type { Id } from '@/domain/kernel/primitives'
import { withDragRuntime } from './runtime/withDragRuntime'

/** Lets tasks be put down on an element: those that `accepts` says yes to. */
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
