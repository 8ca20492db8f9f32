import { expect, type Locator, type Page } from '@playwright/test'
import { TaskListPage } from './taskListPage'

/** The backlog screen; its lists are sections of rows. */
export class BacklogPage extends TaskListPage {
  static async open(page: Page, address: string): Promise<BacklogPage> {
    const backlog = await new BacklogPage(page).goTo(address)
    await expect(backlog.section('Backlog')).toBeVisible()
    return backlog
  }

  section(name: string): Locator {
    return this.list(name)
  }

  row(title: string): Locator {
    return this.task(title)
  }
}
