'use client'

import { type RefObject, useEffect, useRef } from 'react'
import type { Id } from '@/domain/words'
import { withDrag } from './withDrag'

/** Lets tasks be put down on an element: those that `takes` says yes to. */
export function useTarget(
  element: RefObject<HTMLElement | null>,
  place: string,
  takes: (task: Id) => boolean = () => true,
): void {
  const newest = useRef({ place, takes })
  useEffect(() => {
    newest.current = { place, takes }
  })
  useEffect(() => {
    const target = element.current
    if (!target) return
    return withDrag(({ addTarget }) => addTarget(target, () => newest.current))
  }, [element])
}
