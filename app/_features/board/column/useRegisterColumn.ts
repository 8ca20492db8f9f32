'use client'

import { type RefObject, useEffect, useRef } from 'react'
import type { BoardCell } from '../state/boardCell'
import type { ColumnHandle } from '../state/boardUi'
import { useBoardUi } from '../useBoardUi'

type ColumnCallbacks = Pick<ColumnHandle, 'ids' | 'scrollToIndex'> & {
  /** As in ColumnHandle, but by the height in the list, in px from its top. */
  indexAt: (height: number) => number
}

/** Makes a column known to the desk while it is drawn. */
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
