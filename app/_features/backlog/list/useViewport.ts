'use client'

import { type RefObject, useEffect, useState } from 'react'

/** Until it is measured. */
const INITIAL_HEIGHT = 900

/** What of a scrolling list is in view, told again only after each `step` px. */
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
