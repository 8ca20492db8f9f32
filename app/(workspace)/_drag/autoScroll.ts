const EDGE = 56
/** At the very edge, in px a second. */
const FASTEST = 1_400

/** Scrolls what lies under a drag when it comes near an edge, faster the nearer it is. */
export class AutoScroll {
  private frame: number | null = null
  private at = { x: 0, y: 0 }
  /** Where the drag began: nothing scrolls against the way that it has gone since. */
  from = { x: 0, y: 0 }
  private last = 0

  constructor(
    private readonly board: HTMLElement,
    private readonly scrollerAt: (x: number, y: number) => HTMLElement | null,
    private readonly scrolled: () => void,
  ) {}

  /** The pointer is here now; scrolling goes on by itself while it rests. */
  move(x: number, y: number): void {
    this.at = { x, y }
    if (this.frame !== null) return
    this.last = performance.now()
    this.frame = requestAnimationFrame(this.step)
  }

  stop(): void {
    if (this.frame !== null) cancelAnimationFrame(this.frame)
    this.frame = null
  }

  private readonly step = (now: number): void => {
    const seconds = Math.min((now - this.last) / 1_000, 0.05)
    this.last = now
    const { x, y } = this.at
    const board = this.board.getBoundingClientRect()
    const column = this.scrollerAt(x, y)
    const { from } = this
    const across = pull(x, from.x, board.left, board.right) * seconds
    const list = column?.getBoundingClientRect()
    const down = list ? pull(y, from.y, list.top, list.bottom) * seconds : 0
    // Rows lie under one another in the board itself.
    const rows = this.board.hasAttribute('data-rows')
    const under = rows ? pull(y, from.y, board.top, board.bottom) * seconds : 0
    if (under !== 0) this.board.scrollBy({ top: under, behavior: 'instant' })
    if (across !== 0) this.board.scrollBy({ left: across, behavior: 'instant' })
    if (down !== 0) column?.scrollBy({ top: down, behavior: 'instant' })
    if (across !== 0 || down !== 0 || under !== 0) this.scrolled()
    this.frame = requestAnimationFrame(this.step)
  }
}

/** The same, but only towards where a drag has gone: it may have begun at an edge. */
function pull(at: number, begun: number, from: number, to: number): number {
  const speed = push(at, from, to)
  return speed * (at - begun) > 0 ? speed : 0
}

/** Speed between two edges in px a second; 0 in the middle. */
export function push(at: number, from: number, to: number): number {
  const edge = Math.min(EDGE, (to - from) / 4)
  if (at < from + edge) return -FASTEST * Math.min(1, (from + edge - at) / edge) ** 2
  if (at > to - edge) return FASTEST * Math.min(1, (at - to + edge) / edge) ** 2
  return 0
}
