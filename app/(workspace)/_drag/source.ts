import { draggable } from '@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter'
import { setCustomNativeDragPreview } from '@atlaskit/pragmatic-drag-and-drop/utils/set-custom-native-drag-preview'
import type { Id } from '@/domain/words'
import { counted, lifted, type Picture, type Point } from './picture'

/** Something that can be picked up. */
export interface Source {
  element: HTMLElement
  task: Id
  picture: (at: Point) => Picture
}

/** Room around the picture, so that its shadow is not cut off. */
const MARGIN = 24

const sources = new WeakMap<Element, Source>()

/** Lets the element of a task be picked up, with others or alone; gives back what ends that. */
export function addSource(element: HTMLElement, task: Id, count: () => number): () => void {
  const picture = (at: Point) => (count() > 1 ? counted(count()) : lifted(element, at))
  sources.set(element, { element, task, picture })
  const end = draggable({
    element,
    getInitialData: () => ({ task }),
    onGenerateDragPreview: ({ nativeSetDragImage, location }) => {
      const { clientX, clientY } = location.current.input
      const { node, held } = picture({ x: clientX, y: clientY })
      setCustomNativeDragPreview({
        nativeSetDragImage,
        getOffset: () => ({ x: held.x + MARGIN, y: held.y + MARGIN }),
        render: ({ container }) => {
          node.style.margin = `${MARGIN}px`
          container.append(node)
        },
      })
    },
  })
  return () => {
    sources.delete(element)
    end()
  }
}

/** The nearest around an element that can be picked up. */
export function sourceAround(from: Element | null): Source | undefined {
  for (let element = from; element; element = element.parentElement) {
    const source = sources.get(element)
    if (source) return source
  }
}
