'use client'

import { type RefObject, useEffect } from 'react'
import type { Id } from '@/domain/words'
import { useDesk, useDeskPart } from '../desk/useDesk'

/** Takes the focus when the desk wants it on this card. */
export function useWantedFocus(link: RefObject<HTMLElement | null>, id: Id): void {
  const desk = useDesk()
  const wanted = useDeskPart((state) => state.wanted === id)
  useEffect(() => {
    if (!wanted || !link.current) return
    link.current.focus({ preventScroll: true })
    desk.set({ wanted: null })
  }, [wanted, desk, link])
}
