'use client'

import { type RefObject, useEffect } from 'react'
import { useAnnouncePresence } from '@/app/_replica/react/projectHooks'
import { onFirstInteraction } from '@/app/_ui/onFirstInteraction'
import type { DragHandlers } from './dragMonitor'
import { loadDragRuntime, withDragRuntime } from './runtime/withDragRuntime'

/** Lets mouse and touch drag tasks over an area, and shows others who drags which task. */
export function useDragMonitor(area: RefObject<HTMLElement | null>, handlers: DragHandlers): void {
  const setPresence = useAnnouncePresence()

  useEffect(() => {
    // On a touch screen, the first touch may already pick up a task.
    if (!matchMedia('(any-pointer: coarse)').matches)
      return onFirstInteraction(() => void loadDragRuntime())
    void loadDragRuntime()
  }, [])

  useEffect(() => {
    const element = area.current
    if (!element) return
    return withDragRuntime(({ startDragMonitor }) =>
      startDragMonitor(element, {
        ...handlers,
        pickUp: (taskId, from) => {
          handlers.pickUp(taskId, from)
          setPresence(taskId, 'dragging')
        },
        drop: () => {
          setPresence(null)
          handlers.drop()
        },
      }),
    )
  }, [area, handlers, setPresence])
}
