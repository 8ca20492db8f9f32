'use client'

import { useRef } from 'react'
import { type Section, useSections } from '@/app/_client/react/planHooks'
import type { SectionId } from '@/domain/backlog'
import type { Id } from '@/domain/words'
import { useDeskPart } from '../../board/desk/useDesk'
import { useHeldPart } from '../hand/useHand'

/**
 * The sections, whose tasks keep their places while some are held or a menu is open, whatever
 * others do meanwhile. Only what is loaded below the last may join.
 */
export function useStillSections(): readonly Section[] | null {
  const sections = useSections()
  const asking = useDeskPart((desk) => desk.asking !== null)
  const holding = useHeldPart((held) => held !== null)
  const kept = useRef(new Map<SectionId, readonly Id[]>())
  if (!sections) return null
  return sections.map((section) => {
    const before = kept.current.get(section.id)
    const still = (asking || holding) && before && !continues(before, section.ids)
    if (!still) kept.current.set(section.id, section.ids)
    return still && before !== section.ids ? { ...section, ids: before } : section
  })
}

function continues(before: readonly Id[], now: readonly Id[]): boolean {
  return now.length > before.length && before.every((id, place) => now[place] === id)
}
