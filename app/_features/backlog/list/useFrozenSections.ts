'use client'

import { useRef } from 'react'
import { useBoardUiState } from '@/app/_features/board/useBoardUi'
import { type BacklogSection, useBacklogSections } from '@/app/_replica/react/backlogHooks'
import type { Id } from '@/domain/kernel/primitives'
import type { BacklogSectionId } from '@/domain/views/backlog'
import { useBacklogDrag } from '../state/useBacklogUi'

/**
 * Returns the sections with their tasks in place during a drag or while a menu is open, whatever
 * others change. Only tasks loaded below the last one are added.
 */
export function useFrozenSections(): readonly BacklogSection[] | null {
  const sections = useBacklogSections()
  const hasOpenPopup = useBoardUiState((state) => state.openPopup !== null)
  const isDragging = useBacklogDrag((held) => held !== null)
  const frozenIds = useRef(new Map<BacklogSectionId, readonly Id[]>())
  if (!sections) return null
  return sections.map((section) => {
    const before = frozenIds.current.get(section.id)
    const isFrozen = (hasOpenPopup || isDragging) && before && !extendsList(before, section.ids)
    if (!isFrozen) frozenIds.current.set(section.id, section.ids)
    return isFrozen && before !== section.ids ? { ...section, ids: before } : section
  })
}

function extendsList(before: readonly Id[], now: readonly Id[]): boolean {
  return now.length > before.length && before.every((id, index) => now[index] === id)
}
