'use client'

import { type RefObject, useEffect, useLayoutEffect } from 'react'
import type { Id } from '@/domain/words'
import { useDesk, useDeskPart } from '../desk/useDesk'

/** Takes the focus when the desk wants it on this card, and keeps it when the card changes column. */
export function useWantedFocus(link: RefObject<HTMLElement | null>, id: Id): void {
  const desk = useDesk()
  const wanted = useDeskPart((state) => (state.wanted?.id === id ? state.wanted : null))
  useEffect(() => {
    if (!wanted || !link.current) return
    const free = document.activeElement === null || document.activeElement === document.body
    if (free || !wanted.gently) {
      link.current.focus({ preventScroll: true })
      link.current.closest('article')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    }
    desk.set({ wanted: null })
  }, [wanted, desk, link])
  useLayoutEffect(() => {
    const own = link.current
    return () => {
      if (own && document.activeElement === own) desk.set({ wanted: { id, gently: true } })
    }
  }, [desk, id, link])
}
