import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter'
import type { Id } from '@/domain/kernel/primitives'
import type { Point } from './dragPreview'

/** A drop target, identified by an id that its screen chooses. */
export interface DropTarget {
  id: string
  accepts: (taskId: Id) => boolean
}

const dropTargets = new WeakMap<Element, () => DropTarget>()

/** Makes an element a drop target. Returns a function that undoes it. */
export function makeDropTarget(element: HTMLElement, target: () => DropTarget): () => void {
  dropTargets.set(element, target)
  const stop = dropTargetForElements({
    element,
    getData: () => ({ targetId: target().id }),
    canDrop: ({ source }) => 'taskId' in source.data && target().accepts(source.data.taskId as Id),
  })
  return () => {
    dropTargets.delete(element)
    stop()
  }
}

/** Returns the id of the drop target at a point of the window that accepts the task, or null. */
export function dropTargetAt({ x, y }: Point, taskId: Id): string | null {
  for (let element = document.elementFromPoint(x, y); element; element = element.parentElement) {
    const target = dropTargets.get(element)?.()
    if (target?.accepts(taskId)) return target.id
  }
  return null
}
