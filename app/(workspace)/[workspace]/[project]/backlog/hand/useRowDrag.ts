'use client'

import { draggable } from '@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter'
import { setCustomNativeDragPreview } from '@atlaskit/pragmatic-drag-and-drop/utils/set-custom-native-drag-preview'
import { type RefObject, useEffect } from 'react'
import type { Id } from '@/domain/words'
import { useSelection } from '../../../../_select/useSelection'
import { liftPreview } from '../../board/drag/preview'

/** What a drag of rows carries; `useRowsDragging` reads it. */
export interface CarriedRow extends Record<string, unknown> {
  row: Id
}

/** Lets a row be dragged by mouse and touch, with all that is selected where it is part of that. */
export function useRowDrag(element: RefObject<HTMLElement | null>, id: Id, may: boolean): void {
  const selection = useSelection()
  useEffect(() => {
    const row = element.current
    if (!row || !may) return
    return draggable({
      element: row,
      getInitialData: (): CarriedRow => ({ row: id }),
      onGenerateDragPreview: ({ nativeSetDragImage, location }) => {
        const count = selection.ids.has(id) ? selection.ids.size : 1
        if (count === 1) liftPreview(row, nativeSetDragImage, location.current.input)
        else countPreview(count, nativeSetDragImage)
      },
    })
  }, [element, id, may, selection])
}

type SetImage = Parameters<typeof setCustomNativeDragPreview>[0]['nativeSetDragImage']

/** "3 tasks" under the pointer. */
function countPreview(count: number, setImage: SetImage): void {
  setCustomNativeDragPreview({
    nativeSetDragImage: setImage,
    getOffset: () => ({ x: 12, y: 12 }),
    render: ({ container }) => {
      const label = document.createElement('div')
      label.textContent = `${count} tasks`
      label.className =
        'm-6 rounded-card border border-accent bg-raised px-3 py-1.5 font-medium shadow-lift'
      container.append(label)
    },
  })
}
