'use client'

import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { useWorkspace } from '@/app/_features/shell/useWorkspace'
import { useCurrentUser, useProject } from '@/app/_replica/react/projectHooks'
import type { Id } from '@/domain/kernel/primitives'
import { useBoardUi } from './useBoardUi'

interface BoardContextValue {
  slug: string
  projectKey: string
  /** False for viewers, who see no editing controls. */
  canEdit: boolean
  /** Opens the menu of a card. */
  openCardMenu: (taskId: Id, anchor: HTMLElement) => void
}

const BoardContext = createContext<BoardContextValue | null>(null)

/** Provides the values that every part of the board shares. */
export function BoardProvider({ children }: { children: ReactNode }) {
  const boardUi = useBoardUi()
  const { slug } = useWorkspace()
  const { key } = useProject()
  const { role } = useCurrentUser()
  const value = useMemo(
    () => ({
      slug,
      projectKey: key,
      canEdit: role !== 'viewer',
      openCardMenu: (taskId: Id, anchor: HTMLElement) =>
        boardUi.update({ activeCardId: taskId, openPopup: { taskId, kind: 'menu', anchor } }),
    }),
    [boardUi, slug, key, role],
  )
  return <BoardContext value={value}>{children}</BoardContext>
}

/** @throws Error when used outside a board */
export function useBoard(): BoardContextValue {
  const value = useContext(BoardContext)
  if (!value) throw new Error('useBoard must be used inside BoardProvider')
  return value
}
