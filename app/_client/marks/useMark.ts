'use client'

import { useEffect, useSyncExternalStore } from 'react'
import type { Mark } from '@/domain/relations'
import type { Id } from '@/domain/words'
import { useStore } from '../react/ProjectProvider'
import type { ProjectStore } from '../store/projectStore'
import { MarkDesk } from './desk'

const desks = new WeakMap<ProjectStore, MarkDesk>()

function deskOf(store: ProjectStore): MarkDesk {
  const desk = desks.get(store) ?? new MarkDesk(store)
  desks.set(store, desk)
  return desk
}

/**
 * What a card says of its kin, kept current while it is on screen; undefined where it has none, and
 * for no card.
 */
export function useMark(id: Id | null): Mark | undefined {
  const desk = deskOf(useStore())
  useEffect(() => (id ? desk.show(id) : undefined), [desk, id])
  return useSyncExternalStore(
    desk.changes.add,
    () => (id ? desk.marks.get(id) : undefined),
    () => undefined,
  )
}
