'use client'

import { type RefObject, useEffect, useRef } from 'react'
import type { Cell } from '../desk/cell'
import type { ColumnHandle } from '../desk/desk'
import { useDesk } from '../desk/useDesk'

type Own = Pick<ColumnHandle, 'ids' | 'scrollTo'> & {
  /** As in ColumnHandle, but by the height in the list, in px from its top. */
  indexAt: (height: number) => number
}

/** Makes a column known to the desk while it is drawn. */
export function useColumnHandle(id: Cell, scroller: RefObject<HTMLElement | null>, own: Own): void {
  const desk = useDesk()
  const newest = useRef(own)
  useEffect(() => {
    newest.current = own
  })
  useEffect(() => {
    const list = scroller.current?.querySelector('ul')
    const element = scroller.current?.closest<HTMLElement>('[data-column]')
    if (!scroller.current || !list || !element) return
    desk.columns.set(id, {
      element,
      scroller: scroller.current,
      ids: () => newest.current.ids(),
      scrollTo: (index) => newest.current.scrollTo(index),
      indexAt: (clientY) => newest.current.indexAt(clientY - list.getBoundingClientRect().top),
    })
    return () => {
      desk.columns.delete(id)
    }
  }, [desk, id, scroller])
}
