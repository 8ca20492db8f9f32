import { expect, type Locator, type Page } from '@playwright/test'

/** A board as a person uses it: by the names that are on it. */
export class BoardPage {
  constructor(readonly page: Page) {}

  /** Opens a board and waits until it follows the log. */
  static async open(page: Page, address: string): Promise<BoardPage> {
    await page.goto(address)
    await expect(page.getByRole('status').filter({ hasText: /^live$/ })).toBeAttached()
    return new BoardPage(page)
  }

  column(name: string): Locator {
    return this.page.getByRole('region', { name, exact: true })
  }

  card(title: string): Locator {
    return this.page.getByRole('link', { name: new RegExp(`^\\S+-\\d+ ${title}$`) })
  }

  /** Waits until a column shows these titles, in this order. */
  async shows(column: string, titles: string[]): Promise<void> {
    const names = titles.map((title) => new RegExp(title))
    await expect(this.column(column).getByRole('listitem').getByRole('link')).toHaveText(names)
  }

  /** Takes a card by the mouse and holds it over a place; `drop` lets it go. */
  async drag(title: string, over: Locator, at: 'upper' | 'lower' = 'upper'): Promise<void> {
    const { mouse } = this.page
    const from = await boxOf(this.card(title))
    const to = await boxOf(over)
    await mouse.move(from.x + 20, from.y + from.height / 2)
    // What dragging needs is fetched when the pointer first moves.
    await this.page.locator('[data-drop-target-for-element]').first().waitFor()
    await mouse.down()
    await mouse.move(from.x + 30, from.y + from.height / 2 + 6, { steps: 3 })
    const y = at === 'upper' ? to.y + 4 : to.y + to.height - 4
    await mouse.move(to.x + to.width / 2, y, { steps: 8 })
    await mouse.move(to.x + to.width / 2 + 1, y, { steps: 2 })
  }

  async drop(): Promise<void> {
    await this.page.mouse.up()
  }

  /** What a screen reader was last told at once. */
  get said(): Locator {
    return this.page.locator('#announce-assertive')
  }
}

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox()
  if (!box) throw new Error('It is not on the page.')
  return box
}
