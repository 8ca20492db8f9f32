const EDGE_SIZE = 56
/** Speed at the very edge, in px per second. */
const MAX_SPEED = 1_400

/** Scrolls the element under a drag near its edges, faster the nearer the pointer is. */
export class AutoScroll {
  private frame: number | null = null
  private pointer = { x: 0, y: 0 }
  /** Start of the drag. Nothing scrolls against the direction of the drag. */
  dragStart = { x: 0, y: 0 }
  private lastFrameTime = 0

  constructor(
    private readonly area: HTMLElement,
    private readonly scrollerAt: (x: number, y: number) => HTMLElement | null,
    private readonly onScroll: () => void,
  ) {}

  /** Updates the pointer's position. Scrolling continues while the pointer rests. */
  move(x: number, y: number): void {
    this.pointer = { x, y }
    if (this.frame !== null) return
    this.lastFrameTime = performance.now()
    this.frame = requestAnimationFrame(this.onFrame)
  }

  stop(): void {
    if (this.frame !== null) cancelAnimationFrame(this.frame)
    this.frame = null
  }

  private readonly onFrame = (now: number): void => {
    const seconds = Math.min((now - this.lastFrameTime) / 1_000, 0.05)
    this.lastFrameTime = now
    const { x, y } = this.pointer
    const board = this.area.getBoundingClientRect()
    const column = this.scrollerAt(x, y)
    const { dragStart: from } = this
    const scrollX = speedTowardsDrag(x, from.x, board.left, board.right) * seconds
    const list = column?.getBoundingClientRect()
    const columnScrollY = list ? speedTowardsDrag(y, from.y, list.top, list.bottom) * seconds : 0
    // With swimlanes, the board itself scrolls vertically.
    const hasSwimlanes = this.area.hasAttribute('data-swimlanes')
    const areaScrollY = hasSwimlanes
      ? speedTowardsDrag(y, from.y, board.top, board.bottom) * seconds
      : 0
    if (areaScrollY !== 0) this.area.scrollBy({ top: areaScrollY, behavior: 'instant' })
    if (scrollX !== 0) this.area.scrollBy({ left: scrollX, behavior: 'instant' })
    if (columnScrollY !== 0) column?.scrollBy({ top: columnScrollY, behavior: 'instant' })
    if (scrollX !== 0 || columnScrollY !== 0 || areaScrollY !== 0) this.onScroll()
    this.frame = requestAnimationFrame(this.onFrame)
  }
}

/**
 * Returns the scroll speed towards the drag's direction only, because a drag may begin at an edge.
 */
function speedTowardsDrag(at: number, start: number, from: number, to: number): number {
  const speed = edgeSpeed(at, from, to)
  return speed * (at - start) > 0 ? speed : 0
}

/** Returns the speed at a position between two edges, in px per second; 0 in the middle. */
export function edgeSpeed(at: number, from: number, to: number): number {
  const edge = Math.min(EDGE_SIZE, (to - from) / 4)
  if (at < from + edge) return -MAX_SPEED * Math.min(1, (from + edge - at) / edge) ** 2
  if (at > to - edge) return MAX_SPEED * Math.min(1, (at - to + edge) / edge) ** 2
  return 0
}
