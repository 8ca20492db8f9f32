'use client'

import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { useMe, useProject } from '@/app/_client/react/hooks'
import type { Id } from '@/domain/words'
import { useWorkspace } from '../../../_frame/workspace'
import { useDesk } from './desk/useDesk'

interface BoardWords {
  slug: string
  projectKey: string
  /** False for viewers: they are offered no changes. */
  mayChange: boolean
  /** Opens the menu of a card. */
  askMenu: (taskId: Id, anchor: HTMLElement) => void
}

const Context = createContext<BoardWords | null>(null)

/** Tells every part of the board what stays the same for all of them. */
export function BoardProvider({ children }: { children: ReactNode }) {
  const desk = useDesk()
  const { slug } = useWorkspace()
  const { key } = useProject()
  const { role } = useMe()
  const words = useMemo(
    () => ({
      slug,
      projectKey: key,
      mayChange: role !== 'viewer',
      askMenu: (taskId: Id, anchor: HTMLElement) =>
        desk.set({ active: taskId, asking: { taskId, what: 'menu', anchor } }),
    }),
    [desk, slug, key, role],
  )
  return <Context value={words}>{children}</Context>
}

/** @throws Error outside of a board */
export function useBoard(): BoardWords {
  const words = useContext(Context)
  if (!words) throw new Error('There is no board around this part of the page.')
  return words
}
