import { type CDPSession, expect, type Locator, type Page } from '@playwright/test'

interface Point {
  x: number
  y: number
}

/** Browser options of a phone, for `TestTeam.addMember`. */
export const PHONE_CONTEXT = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  reducedMotion: 'reduce',
} as const

/** One finger on a touch screen, simulated by touch events of the browser. */
export class TouchInput {
  private position: Point = { x: 0, y: 0 }

  private constructor(
    private readonly page: Page,
    private readonly session: CDPSession,
  ) {}

  static async create(page: Page): Promise<TouchInput> {
    return new TouchInput(page, await page.context().newCDPSession(page))
  }

  /** The preview of the dragged task. */
  get dragPreview(): Locator {
    return this.page.locator('[data-drag-preview]')
  }

  /** Presses on a task, left of its middle, until it is picked up. */
  async pickUp(task: Locator): Promise<void> {
    await this.touchDown(await this.dragStartPoint(task))
    await expect(this.dragPreview).toBeInViewport()
  }

  /** Moves to a point in small steps. */
  async moveTo(to: Point, steps = 6): Promise<void> {
    const { x, y } = this.position
    for (let n = 1; n <= steps; n++) {
      this.position = { x: x + ((to.x - x) * n) / steps, y: y + ((to.y - y) * n) / steps }
      await this.dispatchTouch('touchMove', [this.position])
    }
  }

  /** Moves over an element, near its upper or lower edge. */
  async moveOver(target: Locator, edge: 'upper' | 'lower' = 'upper'): Promise<void> {
    const { x, y, width, height } = await boxOf(target)
    await this.moveTo({ x: x + width / 2, y: edge === 'upper' ? y + 4 : y + height - 4 })
  }

  release(): Promise<void> {
    return this.dispatchTouch('touchEnd', [])
  }

  /** Cancels the touch, as an incoming call does. */
  cancel(): Promise<void> {
    return this.dispatchTouch('touchCancel', [])
  }

  /** Adds a second finger next to the first. */
  addSecondTouch(): Promise<void> {
    return this.dispatchTouch('touchStart', [
      this.position,
      { x: this.position.x + 60, y: this.position.y + 60 },
    ])
  }

  /** Drags a handle, which needs no long press, over an element. */
  async dragHandle(handle: Locator, target: Locator, edge: 'upper' | 'lower'): Promise<void> {
    const { x, y, width, height } = await boxOf(handle)
    await this.touchDown({ x: x + width / 2, y: y + height / 2 })
    await this.moveOver(target, edge)
  }

  /** Touches a task and moves immediately. */
  async swipe(task: Locator, by: Point): Promise<void> {
    const from = await this.dragStartPoint(task)
    // All events are sent before the page handles the first, so that it is a swipe on a slow
    // machine too.
    const touched = this.touchDown(from)
    const moved = this.moveTo({ x: from.x + by.x, y: from.y + by.y }, 12)
    await Promise.all([touched, moved])
    await this.release()
  }

  /** Returns the point at which a draggable task is touched. */
  private async dragStartPoint(task: Locator): Promise<Point> {
    const ready = this.page.locator('article[draggable="true"]').filter({ has: task })
    const { x, y, width, height } = await boxOf(ready)
    return { x: x + width / 3, y: y + height / 2 }
  }

  private touchDown(at: Point): Promise<void> {
    this.position = at
    return this.dispatchTouch('touchStart', [at])
  }

  private async dispatchTouch(type: TouchEventType, touchPoints: Point[]): Promise<void> {
    const points = touchPoints.map((point, id) => ({ ...point, id }))
    await this.session.send('Input.dispatchTouchEvent', { type, touchPoints: points })
  }
}

type TouchEventType = 'touchStart' | 'touchMove' | 'touchEnd' | 'touchCancel'

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox()
  if (!box) throw new Error('It is not on the page.')
  return box
}
