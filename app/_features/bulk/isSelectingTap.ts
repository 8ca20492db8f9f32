import type { MouseEvent } from 'react'
import type { TaskSelection } from './selection/taskSelection'

/**
 * Whether a click is a finger's while tasks are selected. A finger has no key to hold beside it: once
 * the first task is selected, by its menu, each tap selects one more or lets it go.
 */
export function isSelectingTap({ nativeEvent }: MouseEvent, { ids }: TaskSelection): boolean {
  if (ids.size === 0) return false
  // Some browsers do not tell clicks of fingers from those of mice.
  const pointerType = 'pointerType' in nativeEvent ? nativeEvent.pointerType : ''
  return pointerType ? pointerType === 'touch' : matchMedia('(pointer: coarse)').matches
}
