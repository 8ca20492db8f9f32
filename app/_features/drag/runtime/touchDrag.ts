import type { DragGesture } from '../dragMonitor'
import { closestDraggable, type DraggableElement } from './draggableElement'
import type { Point } from './dragPreview'
import { dropTargetAt } from './dropTarget'

/** So long a finger rests on a task before it has it in hand. */
const LONG_PRESS_MS = 350
/** No finger rests quite still; who moves farther wants to scroll. In px. */
const MOVE_TOLERANCE = 8

/**
 * Lets fingers carry tasks over an area: one that rests picks up, moving carries, lifting puts down. A
 * second finger, or a call that comes in, leaves the task where it was. The browser's own dragging
 * by touch is not used: some do not have it, in others it opens the menu of the link instead.
 */
export function watchTouchDrags(area: HTMLElement, gesture: DragGesture): () => void {
  let touchDrag: TouchDrag | null = null
  const controller = new AbortController()
  const { signal } = controller
  const cancel = () => {
    touchDrag?.cancel()
    touchDrag = null
  }
  const onTouchStart = (event: TouchEvent) => {
    const hadTouch = touchDrag
    cancel()
    const [touch] = event.touches
    if (hadTouch || !touch || event.touches.length > 1) return
    const target = event.target as Element
    const source = area.contains(target) ? closestDraggable(target) : undefined
    if (!source || target.closest('button, label')) return
    const newDrag = new TouchDrag(touch, source, gesture)
    touchDrag = newDrag
    // Told even when what was touched has left the page meanwhile.
    const options = { signal: newDrag.endSignal, passive: false }
    const onTouchEnd = (event: Event) => {
      touchDrag = null
      newDrag.drop(event)
    }
    target.addEventListener('touchend', onTouchEnd, options)
    target.addEventListener('touchcancel', cancel, options)
  }
  window.addEventListener('touchstart', onTouchStart, { passive: true, signal })
  // Not passive, and there before a finger is: Safari lets nothing later keep it from scrolling.
  area.addEventListener('touchmove', (event) => touchDrag?.move(event) === false && cancel(), {
    passive: false,
    signal,
  })
  // A finger that rests long asks for a menu in some browsers.
  const suppressContextMenu = (event: Event) => {
    if (!touchDrag) return
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  window.addEventListener('contextmenu', suppressContextMenu, { capture: true, signal })
  return () => {
    controller.abort()
    cancel()
  }
}

/** One finger on one task, from its touch to its end. */
class TouchDrag {
  private pointer: Point
  private hasMoved = false
  private preview: { container: HTMLElement; grabOffset: Point } | null = null
  private readonly longPressTimer: ReturnType<typeof setTimeout>
  private readonly end = new AbortController()
  private readonly id: number

  constructor(
    touch: Touch,
    private readonly source: DraggableElement,
    private readonly gesture: DragGesture,
  ) {
    this.id = touch.identifier
    this.pointer = pointOfTouch(touch)
    this.longPressTimer = setTimeout(this.pickUp, LONG_PRESS_MS)
    // The browser would begin a drag of its own.
    source.element.draggable = false
  }

  /** Ends with the touch. */
  get endSignal(): AbortSignal {
    return this.end.signal
  }

  /** Follows the finger; false when it means to scroll. */
  move(event: TouchEvent): boolean {
    const touch = [...event.changedTouches].find(({ identifier }) => identifier === this.id)
    if (!touch) return true
    const to = pointOfTouch(touch)
    const isBeyondTolerance =
      Math.hypot(to.x - this.pointer.x, to.y - this.pointer.y) > MOVE_TOLERANCE
    if (!this.preview) return !isBeyondTolerance
    if (!event.cancelable) return false
    event.preventDefault()
    this.hasMoved ||= isBeyondTolerance
    if (this.hasMoved) this.moveTo(to)
    return true
  }

  /** Puts the task down; one that was only held shows its menu. */
  drop(event: Event): void {
    const { pointer, hasMoved, source, gesture } = this
    const isPickedUp = this.preview !== null
    // Or it would count as a tap.
    if (isPickedUp) event.preventDefault()
    if (isPickedUp && hasMoved) gesture.drop(pointer, dropTargetAt(pointer, source.taskId))
    else if (isPickedUp) gesture.drop(pointer, null)
    this.cleanUp()
    if (isPickedUp && !hasMoved) source.element.dispatchEvent(contextMenuEvent(pointer))
  }

  /** Leaves the task where it was. */
  cancel(): void {
    if (this.preview) this.gesture.drop(this.pointer, null)
    this.cleanUp()
  }

  private readonly pickUp = (): void => {
    const { element, taskId, createPreview } = this.source
    const { node, grabOffset } = createPreview(this.pointer)
    const container = document.createElement('div')
    container.inert = true
    container.dataset.dragPreview = ''
    container.className = 'pointer-events-none fixed top-0 left-0 z-50 scale-102'
    container.append(node)
    document.body.append(container)
    this.preview = { container, grabOffset }
    navigator.vibrate?.(10)
    this.gesture.pickUp(taskId, element, this.pointer)
    this.moveTo(this.pointer)
  }

  private moveTo(to: Point): void {
    this.pointer = to
    if (!this.preview) return
    const { container, grabOffset } = this.preview
    container.style.translate = `${to.x - grabOffset.x}px ${to.y - grabOffset.y}px`
    this.gesture.move(to, dropTargetAt(to, this.source.taskId))
  }

  private cleanUp(): void {
    clearTimeout(this.longPressTimer)
    this.end.abort()
    this.preview?.container.remove()
    this.source.element.draggable = true
  }
}

const pointOfTouch = ({ clientX, clientY }: Touch): Point => ({ x: clientX, y: clientY })

function contextMenuEvent({ x, y }: Point): MouseEvent {
  return new MouseEvent('contextmenu', {
    bubbles: true,
    cancelable: true,
    clientX: x,
    clientY: y,
  })
}
