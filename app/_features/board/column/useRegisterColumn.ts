'use client'

import { type RefObject, useEffect, useRef } from 'react'
import type { BoardCell } from '../state/boardCell'
import type { ColumnHandle } from '../state/boardUi'
import { useBoardUi } from '../useBoardUi'

type ColumnCallbacks = Pick<ColumnHandle, 'ids' | 'scrollToIndex'> & {
  /** Like `dropIndexAt` of ColumnHandle, but takes a height in px from the top of the list. */
  indexAt: (height: number) => number
}

/** Registers a column with the board's UI state while the column is mounted. */
export function useRegisterColumn(
  cell: BoardCell,
  scroller: RefObject<HTMLElement | null>,
  callbacks: ColumnCallbacks,
): void {
  const boardUi = useBoardUi()
  const latest = useRef(callbacks)
  useEffect(() => {
    latest.current = callbacks
  })
  useEffect(() => {
    const list = scroller.current?.querySelector('ul')
    const element = scroller.current?.closest<HTMLElement>('[data-column]')
    if (!scroller.current || !list || !element) return
    boardUi.columns.set(cell, {
      element,
      scroller: scroller.current,
      ids: () => latest.current.ids(),
      scrollToIndex: (index) => latest.current.scrollToIndex(index),
      dropIndexAt: (clientY) => latest.current.indexAt(clientY - list.getBoundingClientRect().top),
    })
    return () => {
      boardUi.columns.delete(cell)
    }
  }, [boardUi, cell, scroller])
}
