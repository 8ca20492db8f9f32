'use client'

import { type RefObject, useEffect } from 'react'
import { useHold } from '@/app/_client/react/hooks'
import { onFirstSign } from '@/app/_ui/firstSign'
import type { Carrier } from './carrying'
import { fetchDrag, withDrag } from './withDrag'

/** Lets tasks be carried over an area by mouse and finger; the others see who has which in hand. */
export function useCarrying(area: RefObject<HTMLElement | null>, carrier: Carrier): void {
  const hold = useHold()

  useEffect(() => {
    // A finger's first touch may be the one that picks up.
    if (!matchMedia('(any-pointer: coarse)').matches) return onFirstSign(() => void fetchDrag())
    void fetchDrag()
  }, [])

  useEffect(() => {
    const element = area.current
    if (!element) return
    return withDrag(({ carrying }) =>
      carrying(element, {
        ...carrier,
        pick: (task, from) => {
          carrier.pick(task, from)
          hold(task, 'dragging')
        },
        put: () => {
          hold(null)
          carrier.put()
        },
      }),
    )
  }, [area, carrier, hold])
}
