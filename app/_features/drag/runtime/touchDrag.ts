import type { DragGesture } from '../dragMonitor'
import { closestDraggable, type DraggableElement } from './draggableElement'
import type { Point } from './dragPreview'
import { dropTargetAt } from './dropTarget'

/** A finger that rests on a task for this long picks it up. */
const LONG_PRESS_MS = 350
/** A finger is never quite still. Moving farther than this scrolls. In px. */
const MOVE_TOLERANCE = 8

/**
 * Lets fingers drag tasks over an area: resting picks up, moving drags, lifting drops. A second
 * finger or an interruption cancels the drag. The browser's own touch dragging is not used: some
 * browsers do not have it, others open the link's menu instead.
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
    // The touched element receives these events even after it has left the page.
    const options = { signal: newDrag.endSignal, passive: false }
    const onTouchEnd = (event: Event) => {
      touchDrag = null
      newDrag.drop(event)
    }
    target.addEventListener('touchend', onTouchEnd, options)
    target.addEventListener('touchcancel', cancel, options)
  }
  window.addEventListener('touchstart', onTouchStart, { passive: true, signal })
  // Safari can only be kept from scrolling by a non-passive listener that exists before the touch
  // begins.
  area.addEventListener('touchmove', (event) => touchDrag?.move(event) === false && cancel(), {
    passive: false,
    signal,
  })
  // Some browsers open a menu on a long press.
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

/** One touch of one finger on a task. */
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
    // Keeps the browser from starting its own drag.
    source.element.draggable = false
  }

  /** Aborts when the touch ends. */
  get endSignal(): AbortSignal {
    return this.end.signal
  }

  /** Follows the finger. Returns false when the finger wants to scroll. */
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

  /** Drops the task. Opens its menu when the finger has not moved. */
  drop(event: Event): void {
    const { pointer, hasMoved, source, gesture } = this
    const isPickedUp = this.preview !== null
    // Otherwise the browser would also report a tap.
    if (isPickedUp) event.preventDefault()
    if (isPickedUp && hasMoved) gesture.drop(pointer, dropTargetAt(pointer, source.taskId))
    else if (isPickedUp) gesture.drop(pointer, null)
    this.cleanUp()
    if (isPickedUp && !hasMoved) source.element.dispatchEvent(contextMenuEvent(pointer))
  }

  /** Cancels the drag. */
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
