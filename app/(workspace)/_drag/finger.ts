import type { Load } from './carrying'
import type { Point } from './picture'
import { type Source, sourceAround } from './source'
import { placeAt } from './target'

/** So long a finger rests on a task before it has it in hand. */
const REST_MS = 350
/** No finger rests quite still; who moves farther wants to scroll. In px. */
const STILL = 8

/**
 * Lets fingers carry tasks over an area: one that rests picks up, moving carries, lifting puts down. A
 * second finger, or a call that comes in, leaves the task where it was. The browser's own dragging
 * by touch is not used: some do not have it, in others it opens the menu of the link instead.
 */
export function watchFingers(area: HTMLElement, load: Load): () => void {
  let finger: Finger | null = null
  const stop = new AbortController()
  const { signal } = stop
  const letGo = () => {
    finger?.leave()
    finger = null
  }
  const touched = (event: TouchEvent) => {
    const before = finger
    letGo()
    const [touch] = event.touches
    if (before || !touch || event.touches.length > 1) return
    const target = event.target as Element
    const found = area.contains(target) ? sourceAround(target) : undefined
    if (!found || target.closest('button, label')) return
    const mine = new Finger(touch, found, load)
    finger = mine
    // Told even when what was touched has left the page meanwhile.
    const options = { signal: mine.gone, passive: false }
    const ended = (event: Event) => {
      finger = null
      mine.lift(event)
    }
    target.addEventListener('touchend', ended, options)
    target.addEventListener('touchcancel', letGo, options)
  }
  window.addEventListener('touchstart', touched, { passive: true, signal })
  // Not passive, and there before a finger is: Safari lets nothing later keep it from scrolling.
  area.addEventListener('touchmove', (event) => finger?.move(event) === false && letGo(), {
    passive: false,
    signal,
  })
  // A finger that rests long asks for a menu in some browsers.
  const quiet = (event: Event) => {
    if (!finger) return
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  window.addEventListener('contextmenu', quiet, { capture: true, signal })
  return () => {
    stop.abort()
    letGo()
  }
}

/** One finger on one task, from its touch to its end. */
class Finger {
  private at: Point
  private moved = false
  private carried: { around: HTMLElement; held: Point } | null = null
  private readonly timer: ReturnType<typeof setTimeout>
  private readonly end = new AbortController()
  private readonly id: number

  constructor(
    touch: Touch,
    private readonly on: Source,
    private readonly load: Load,
  ) {
    this.id = touch.identifier
    this.at = pointOf(touch)
    this.timer = setTimeout(this.pick, REST_MS)
    // The browser would begin a drag of its own.
    on.element.draggable = false
  }

  /** Ends with the touch. */
  get gone(): AbortSignal {
    return this.end.signal
  }

  /** Follows the finger; false when it means to scroll. */
  move(event: TouchEvent): boolean {
    const touch = [...event.changedTouches].find(({ identifier }) => identifier === this.id)
    if (!touch) return true
    const to = pointOf(touch)
    const far = Math.hypot(to.x - this.at.x, to.y - this.at.y) > STILL
    if (!this.carried) return !far
    if (!event.cancelable) return false
    event.preventDefault()
    this.moved ||= far
    if (this.moved) this.carry(to)
    return true
  }

  /** Puts the task down; one that was only held shows its menu. */
  lift(event: Event): void {
    const { at, moved, on, load } = this
    const held = this.carried !== null
    // Or it would count as a tap.
    if (held) event.preventDefault()
    if (held && moved) load.put(at, placeAt(at, on.task))
    else if (held) load.put(at, null)
    this.over()
    if (held && !moved) on.element.dispatchEvent(menuAt(at))
  }

  /** Leaves the task where it was. */
  leave(): void {
    if (this.carried) this.load.put(this.at, null)
    this.over()
  }

  private readonly pick = (): void => {
    const { element, task, picture } = this.on
    const { node, held } = picture(this.at)
    const around = document.createElement('div')
    around.inert = true
    around.dataset.carried = ''
    around.className = 'pointer-events-none fixed top-0 left-0 z-50 scale-102'
    around.append(node)
    document.body.append(around)
    this.carried = { around, held }
    navigator.vibrate?.(10)
    this.load.pick(task, element, this.at)
    this.carry(this.at)
  }

  private carry(to: Point): void {
    this.at = to
    if (!this.carried) return
    const { around, held } = this.carried
    around.style.translate = `${to.x - held.x}px ${to.y - held.y}px`
    this.load.move(to, placeAt(to, this.on.task))
  }

  private over(): void {
    clearTimeout(this.timer)
    this.end.abort()
    this.carried?.around.remove()
    this.on.element.draggable = true
  }
}

const pointOf = ({ clientX, clientY }: Touch): Point => ({ x: clientX, y: clientY })

function menuAt({ x, y }: Point): MouseEvent {
  return new MouseEvent('contextmenu', {
    bubbles: true,
    cancelable: true,
    clientX: x,
    clientY: y,
  })
}
