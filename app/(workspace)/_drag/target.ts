import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter'
import type { Id } from '@/domain/words'
import type { Point } from './picture'

/** A place where tasks are put down, by its screen's own name for it. */
export interface Target {
  place: string
  takes: (task: Id) => boolean
}

const targets = new WeakMap<Element, () => Target>()

/** Lets tasks be put down on an element; gives back what ends that. */
export function addTarget(element: HTMLElement, target: () => Target): () => void {
  targets.set(element, target)
  const end = dropTargetForElements({
    element,
    getData: () => ({ place: target().place }),
    canDrop: ({ source }) => 'task' in source.data && target().takes(source.data.task as Id),
  })
  return () => {
    targets.delete(element)
    end()
  }
}

/** The place under a point of the window that takes the task; null where none does. */
export function placeAt({ x, y }: Point, task: Id): string | null {
  for (let element = document.elementFromPoint(x, y); element; element = element.parentElement) {
    const target = targets.get(element)?.()
    if (target?.takes(task)) return target.place
  }
  return null
}
