'use client'

import { type RefObject, useEffect, useState } from 'react'

/** Until it is measured. */
const FIRST_HEIGHT = 900

/** What of a scrolling list is in view, told again only after each `step` px. */
export function useView(scroller: RefObject<HTMLElement | null>, step: number) {
  const [view, setView] = useState({ top: 0, height: FIRST_HEIGHT })
  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const look = () => {
      const top = Math.floor(element.scrollTop / step) * step
      const height = element.clientHeight
      setView((before) =>
        before.top === top && before.height === height ? before : { top, height },
      )
    }
    look()
    element.addEventListener('scroll', look, { passive: true })
    const resized = new ResizeObserver(look)
    resized.observe(element)
    return () => {
      element.removeEventListener('scroll', look)
      resized.disconnect()
    }
  }, [scroller, step])
  return view
}
