import { setCustomNativeDragPreview } from '@atlaskit/pragmatic-drag-and-drop/utils/set-custom-native-drag-preview'

type SetImage = Parameters<typeof setCustomNativeDragPreview>[0]['nativeSetDragImage']
type Pointer = { clientX: number; clientY: number }

/** Room around the picture, so that its shadow is not cut off. */
const MARGIN = 24

/** The card under the pointer while it is dragged: itself, lifted. */
export function liftPreview(card: HTMLElement, setImage: SetImage, pointer: Pointer): void {
  const { left, top, width } = card.getBoundingClientRect()
  const x = pointer.clientX - left + MARGIN
  const y = pointer.clientY - top + MARGIN
  setCustomNativeDragPreview({
    nativeSetDragImage: setImage,
    getOffset: () => ({ x, y }),
    render: ({ container }) => {
      const copy = card.cloneNode(true) as HTMLElement
      copy.style.width = `${width}px`
      copy.style.margin = `${MARGIN}px`
      copy.classList.add('shadow-lift')
      container.append(copy)
    },
  })
}
