import { draggable } from '@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter'
import { setCustomNativeDragPreview } from '@atlaskit/pragmatic-drag-and-drop/utils/set-custom-native-drag-preview'
import type { Id } from '@/domain/kernel/primitives'
import { countPreview, type DragPreview, elementPreview, type Point } from './dragPreview'

/** An element that can be picked up. */
export interface DraggableElement {
  element: HTMLElement
  taskId: Id
  createPreview: (at: Point) => DragPreview
}

/** Margin around the preview, so that its shadow is not cut off. */
const PREVIEW_MARGIN = 24

const draggableElements = new WeakMap<Element, DraggableElement>()

/**
 * Makes the element of a task draggable, alone or with others. Returns a function that undoes it.
 */
export function makeDraggable(element: HTMLElement, taskId: Id, count: () => number): () => void {
  const createPreview = (at: Point) =>
    count() > 1 ? countPreview(count()) : elementPreview(element, at)
  draggableElements.set(element, { element, taskId, createPreview })
  const stop = draggable({
    element,
    getInitialData: () => ({ taskId }),
    onGenerateDragPreview: ({ nativeSetDragImage, location }) => {
      const { clientX, clientY } = location.current.input
      const { node, grabOffset } = createPreview({ x: clientX, y: clientY })
      setCustomNativeDragPreview({
        nativeSetDragImage,
        getOffset: () => ({ x: grabOffset.x + PREVIEW_MARGIN, y: grabOffset.y + PREVIEW_MARGIN }),
        render: ({ container }) => {
          node.style.margin = `${PREVIEW_MARGIN}px`
          container.append(node)
        },
      })
    },
  })
  return () => {
    draggableElements.delete(element)
    stop()
  }
}

/** Returns the nearest ancestor that can be picked up. */
export function closestDraggable(start: Element | null): DraggableElement | undefined {
  for (let element = start; element; element = element.parentElement) {
    const source = draggableElements.get(element)
    if (source) return source
  }
}
