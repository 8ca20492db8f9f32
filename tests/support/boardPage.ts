import type { Locator, Page } from '@playwright/test'
import { TaskListPage } from './taskListPage'

/** The board screen; its lists are columns of cards. */
export class BoardPage extends TaskListPage {
  static open(page: Page, address: string): Promise<BoardPage> {
    return new BoardPage(page).goTo(address)
  }

  column(name: string): Locator {
    return this.list(name)
  }

  card(title: string): Locator {
    return this.task(title)
  }
}
