'use client'

import { type RefObject, useEffect, useRef } from 'react'
import type { Id } from '@/domain/words'
import type { Cell } from '../desk/cell'
import { useDesk } from '../desk/useDesk'
import { withDrag } from './withDrag'

/** Lets cards be dropped on an element: those that `takes` says yes to, into the cell. */
export function useCellTarget(
  element: RefObject<HTMLElement | null>,
  cell: Cell,
  takes: (taskId: Id | undefined) => boolean,
): void {
  const desk = useDesk()
  const newest = useRef({ cell, takes })
  useEffect(() => {
    newest.current = { cell, takes }
  })
  useEffect(() => {
    const target = element.current
    if (!target) return
    return withDrag(({ dropTargetForElements }) =>
      dropTargetForElements({
        element: target,
        getData: () => ({ cell: newest.current.cell }),
        canDrop: ({ source }) =>
          'card' in source.data && newest.current.takes(desk.state.hand?.taskId),
      }),
    )
  }, [element, desk])
}
