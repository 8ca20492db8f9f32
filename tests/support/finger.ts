import { type CDPSession, expect, type Locator, type Page } from '@playwright/test'

interface Point {
  x: number
  y: number
}

/** A phone, for `Team.join`. */
export const PHONE = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  reducedMotion: 'reduce',
} as const

/** One finger on the glass, as the browser is told of it. */
export class Finger {
  private at: Point = { x: 0, y: 0 }

  private constructor(
    private readonly page: Page,
    private readonly glass: CDPSession,
  ) {}

  static async on(page: Page): Promise<Finger> {
    return new Finger(page, await page.context().newCDPSession(page))
  }

  /** What the finger carries. */
  get carried(): Locator {
    return this.page.locator('[data-carried]')
  }

  /** Rests on a task, near the left of its middle, until the task is in hand. */
  async pickUp(task: Locator): Promise<void> {
    await this.put(await this.liftable(task))
    await expect(this.carried).toBeInViewport()
  }

  /** Moves in small steps. */
  async moveTo(to: Point, steps = 6): Promise<void> {
    const { x, y } = this.at
    for (let n = 1; n <= steps; n++) {
      this.at = { x: x + ((to.x - x) * n) / steps, y: y + ((to.y - y) * n) / steps }
      await this.touch('touchMove', [this.at])
    }
  }

  /** Moves over an element, near its upper or lower edge. */
  async moveOver(over: Locator, edge: 'upper' | 'lower' = 'upper'): Promise<void> {
    const { x, y, width, height } = await boxOf(over)
    await this.moveTo({ x: x + width / 2, y: edge === 'upper' ? y + 4 : y + height - 4 })
  }

  lift(): Promise<void> {
    return this.touch('touchEnd', [])
  }

  /** As when a call comes in. */
  lose(): Promise<void> {
    return this.touch('touchCancel', [])
  }

  /** Another finger beside it. */
  addSecond(): Promise<void> {
    return this.touch('touchStart', [this.at, { x: this.at.x + 60, y: this.at.y + 60 }])
  }

  /** Pulls what needs no rest, a handle, over an element. */
  async pull(handle: Locator, over: Locator, edge: 'upper' | 'lower'): Promise<void> {
    const { x, y, width, height } = await boxOf(handle)
    await this.put({ x: x + width / 2, y: y + height / 2 })
    await this.moveOver(over, edge)
  }

  /** Touches a task and moves on at once. */
  async swipe(task: Locator, by: Point): Promise<void> {
    const from = await this.liftable(task)
    // All is on its way before the page has seen the first: no machine is too slow for a swipe.
    const touched = this.put(from)
    const moved = this.moveTo({ x: from.x + by.x, y: from.y + by.y }, 12)
    await Promise.all([touched, moved])
    await this.lift()
  }

  /** Where a task that can be picked up is touched. */
  private async liftable(task: Locator): Promise<Point> {
    const ready = this.page.locator('article[draggable="true"]').filter({ has: task })
    const { x, y, width, height } = await boxOf(ready)
    return { x: x + width / 3, y: y + height / 2 }
  }

  private put(at: Point): Promise<void> {
    this.at = at
    return this.touch('touchStart', [at])
  }

  private async touch(type: Touched, touchPoints: Point[]): Promise<void> {
    const points = touchPoints.map((point, id) => ({ ...point, id }))
    await this.glass.send('Input.dispatchTouchEvent', { type, touchPoints: points })
  }
}

type Touched = 'touchStart' | 'touchMove' | 'touchEnd' | 'touchCancel'

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox()
  if (!box) throw new Error('It is not on the page.')
  return box
}
