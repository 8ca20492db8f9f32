'use client'

import { createContext, type ReactNode, useContext, useState, useSyncExternalStore } from 'react'
import type { StatusId } from '@/domain/kernel/primitives'
import { BoardUi, type BoardUiState } from './state/boardUi'

const BoardUiContext = createContext<BoardUi | null>(null)

/** Provides the UI state of one board. */
export function BoardUiProvider(props: { collapsed: StatusId[]; children: ReactNode }) {
  const [boardUi] = useState(() => new BoardUi(props.collapsed))
  return <BoardUiContext value={boardUi}>{props.children}</BoardUiContext>
}

/**
 * Returns the board's UI state, for code that changes it.
 * @throws Error when used outside a board
 */
export function useBoardUi(): BoardUi {
  const boardUi = useContext(BoardUiContext)
  if (!boardUi) throw new Error('There is no board around this part of the page.')
  return boardUi
}

/**
 * Returns a part of the UI state. `select` must return the same value while nothing has changed.
 */
export function useBoardUiState<T>(select: (state: BoardUiState) => T): T {
  const boardUi = useBoardUi()
  const snapshot = () => select(boardUi.state)
  return useSyncExternalStore(boardUi.subscribe, snapshot, snapshot)
}
