'use client'

import { Check } from 'lucide-react'
import type { ChangeEvent } from 'react'
import { useIsTaskSelected, useTaskSelection } from '@/app/_features/bulk/useTaskSelection'
import type { Id } from '@/domain/kernel/primitives'
import { useBacklogUi } from '../state/useBacklogUi'

/**
 * The checkbox that selects a row; Shift selects the range since the last one. Visible on hover and
 * when selected, and always on touch screens.
 */
export function RowCheckbox({ id, taskKey }: { id: Id; taskKey: string }) {
  const selection = useTaskSelection()
  const backlogUi = useBacklogUi()
  const isSelected = useIsTaskSelected(id)
  const onChange = ({ nativeEvent }: ChangeEvent) => {
    const isRange = 'shiftKey' in nativeEvent && nativeEvent.shiftKey
    if (isRange) selection.extendTo(backlogUi.visibleIds, id)
    else selection.toggle(id)
  }
  return (
    <label className="relative z-1 -ml-1.5 flex h-full w-5 shrink-0 items-center justify-center touch:-ml-3 touch:w-11">
      <input
        type="checkbox"
        tabIndex={-1}
        aria-label={`Select ${taskKey}`}
        checked={isSelected}
        onChange={onChange}
        className="peer size-4 appearance-none rounded-chip border border-edge bg-raised opacity-0 transition-opacity group-hover:opacity-100 checked:border-accent checked:bg-accent checked:opacity-100 focus-visible:opacity-100 touch:opacity-100"
      />
      <Check
        aria-hidden
        className="pointer-events-none absolute size-3 stroke-3 text-on-accent opacity-0 peer-checked:opacity-100"
      />
    </label>
  )
}
