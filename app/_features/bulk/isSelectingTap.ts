import type { MouseEvent } from 'react'
import type { TaskSelection } from './selection/taskSelection'

/**
 * Returns true for a tap while tasks are selected. Touch has no modifier keys: once the first task
 * is selected from its menu, each tap selects or deselects a task.
 */
export function isSelectingTap({ nativeEvent }: MouseEvent, { ids }: TaskSelection): boolean {
  if (ids.size === 0) return false
  // Some browsers do not report whether a click came from touch or mouse.
  const pointerType = 'pointerType' in nativeEvent ? nativeEvent.pointerType : ''
  return pointerType ? pointerType === 'touch' : matchMedia('(pointer: coarse)').matches
}
