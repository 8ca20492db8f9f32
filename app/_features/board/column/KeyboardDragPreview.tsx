'use client'

import { useCard, useProject } from '@/app/_replica/react/projectHooks'
import { CardContent } from '../card/CardContent'
import { useBoardUiState } from '../useBoardUi'

/**
 * Draws the dragged card in the gap during a keyboard drag. A pointer drag draws it under the
 * pointer.
 */
export function KeyboardDragPreview() {
  const drag = useBoardUiState((state) => state.drag)
  const card = useCard(drag?.taskId ?? '')
  const { key } = useProject()
  if (!card || drag?.input !== 'keyboard') return null
  return (
    <div className="h-full overflow-hidden rounded-card border border-accent bg-raised px-3 py-2.5 shadow-lift">
      <CardContent card={card} taskKey={`${key}-${card.number}`} isDone={false} />
    </div>
  )
}
