'use client'

import { useCard, useProject } from '@/app/_replica/react/projectHooks'
import { CardContent } from '../card/CardContent'
import { useBoardUiState } from '../useBoardUi'

/** The card in the gap while it is moved by keys; by pointer it is under the pointer instead. */
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
