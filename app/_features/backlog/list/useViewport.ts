'use client'

import { type RefObject, useEffect, useState } from 'react'

/** Assumed height until the list is measured, in px. */
const INITIAL_HEIGHT = 900

/** Returns the visible range of a scrolling list, updated only every `step` px. */
export function useViewport(scroller: RefObject<HTMLElement | null>, step: number) {
  const [viewport, setViewport] = useState({ top: 0, height: INITIAL_HEIGHT })
  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const updateViewport = () => {
      const top = Math.floor(element.scrollTop / step) * step
      const height = element.clientHeight
      setViewport((before) =>
        before.top === top && before.height === height ? before : { top, height },
      )
    }
    updateViewport()
    element.addEventListener('scroll', updateViewport, { passive: true })
    const resizeObserver = new ResizeObserver(updateViewport)
    resizeObserver.observe(element)
    return () => {
      element.removeEventListener('scroll', updateViewport)
      resizeObserver.disconnect()
    }
  }, [scroller, step])
  return viewport
}
