import { expect, type Locator, type Page } from '@playwright/test'

/** A screen with lists of tasks, operated by its visible labels as a person would. */
export class TaskListPage {
  constructor(readonly page: Page) {}

  /** Opens a URL and waits until the screen receives updates. */
  async goTo(address: string): Promise<this> {
    await this.page.goto(address)
    await expect(this.page.getByRole('status').filter({ hasText: /^live$/ })).toBeAttached()
    return this
  }

  /** Waits until a list shows these titles in this order. */
  async expectTitles(name: string, titles: string[]): Promise<void> {
    const names = titles.map((title) => new RegExp(`${title}$`))
    await expect(this.list(name).getByRole('listitem').getByRole('link')).toHaveText(names)
  }

  /** Drags a task with the mouse and holds it over an element; `drop` releases it. */
  async dragOver(title: string, target: Locator, edge: 'upper' | 'lower' = 'upper'): Promise<void> {
    const { mouse } = this.page
    const from = await boxOf(this.task(title))
    const to = await boxOf(target)
    const middle = from.y + from.height / 2
    await mouse.move(from.x + 20, middle)
    // The code for dragging may be loaded only when the pointer first moves.
    await this.page.locator('[data-drop-target-for-element]').first().waitFor()
    await mouse.down()
    await mouse.move(from.x + 30, middle + 6, { steps: 3 })
    const y = edge === 'upper' ? to.y + 4 : to.y + to.height - 4
    await mouse.move(to.x + to.width / 2, y, { steps: 8 })
    await mouse.move(to.x + to.width / 2 + 1, y, { steps: 2 })
  }

  async drop(): Promise<void> {
    await this.page.mouse.up()
  }

  /** The last assertive announcement to screen readers. */
  get announcement(): Locator {
    return this.page.locator('#announce-assertive')
  }

  protected list(name: string): Locator {
    return this.page.getByRole('region', { name, exact: true })
  }

  protected task(title: string): Locator {
    return this.page.getByRole('link', { name: new RegExp(`^\\S+-\\d+ ${title}$`) })
  }
}

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox()
  if (!box) throw new Error('It is not on the page.')
  return box
}
