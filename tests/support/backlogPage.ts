import { expect, type Locator, type Page } from '@playwright/test'

/** A backlog as a person uses it: by the names that are on it. */
export class BacklogPage {
  constructor(readonly page: Page) {}

  /** Opens a backlog and waits until it follows the log and dragging is ready. */
  static async open(page: Page, address: string): Promise<BacklogPage> {
    await page.goto(address)
    await expect(page.getByRole('status').filter({ hasText: /^live$/ })).toBeAttached()
    await expect(page.getByRole('region', { name: 'Backlog', exact: true })).toBeVisible()
    return new BacklogPage(page)
  }

  section(name: string): Locator {
    return this.page.getByRole('region', { name, exact: true })
  }

  row(title: string): Locator {
    return this.page.getByRole('link', { name: new RegExp(`^\\S+-\\d+ ${title}$`) })
  }

  /** Waits until a section shows these titles, in this order. */
  async shows(section: string, titles: string[]): Promise<void> {
    const names = titles.map((title) => new RegExp(`^${title}$`))
    await expect(this.section(section).getByRole('listitem').getByRole('link')).toHaveText(names)
  }

  /** Takes a row by the mouse and holds it over the upper or lower edge of something. */
  async drag(title: string, over: Locator, at: 'upper' | 'lower' = 'upper'): Promise<void> {
    const { mouse } = this.page
    const from = await boxOf(this.row(title))
    const to = await boxOf(over)
    const middle = from.y + from.height / 2
    await mouse.move(from.x + 8, middle)
    await mouse.down()
    await mouse.move(from.x + 18, middle + 6, { steps: 3 })
    const y = at === 'upper' ? to.y + 2 : to.y + to.height - 2
    await mouse.move(to.x + 40, y, { steps: 8 })
    await mouse.move(to.x + 41, y, { steps: 2 })
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
