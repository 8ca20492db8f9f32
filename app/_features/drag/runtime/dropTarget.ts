import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter'
import type { Id } from '@/domain/kernel/primitives'
import type { Point } from './dragPreview'

/** A place where tasks are put down, by its screen's own name for it. */
export interface DropTarget {
  id: string
  accepts: (taskId: Id) => boolean
}

const dropTargets = new WeakMap<Element, () => DropTarget>()

/** Lets tasks be put down on an element; gives back what ends that. */
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

/** The place under a point of the window that takes the task; null where none does. */
export function dropTargetAt({ x, y }: Point, taskId: Id): string | null {
  for (let element = document.elementFromPoint(x, y); element; element = element.parentElement) {
    const target = dropTargets.get(element)?.()
    if (target?.accepts(taskId)) return target.id
  }
  return null
}
