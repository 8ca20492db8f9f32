'use client'

import { type RefObject, useEffect } from 'react'
import type { Id } from '@/domain/words'
import { withDrag } from './withDrag'

/** What a drag carries; `useDragging` reads it. */
export interface Carried extends Record<string, unknown> {
  card: Id
}

/** Lets a card be dragged by mouse and touch. */
export function useCardDrag(element: RefObject<HTMLElement | null>, id: Id, may: boolean): void {
  useEffect(() => {
    const card = element.current
    if (!card || !may) return
    return withDrag(({ draggable, liftPreview }) =>
      draggable({
        element: card,
        getInitialData: (): Carried => ({ card: id }),
        onGenerateDragPreview: ({ nativeSetDragImage, location }) =>
          liftPreview(card, nativeSetDragImage, location.current.input),
      }),
    )
  }, [element, id, may])
}
