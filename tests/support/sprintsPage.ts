import type { Locator, Page } from '@playwright/test'
import { v7 as newId } from 'uuid'
import type { Id } from '@/domain/kernel/primitives'
import { expect } from './browserTest'
import type { TestTeamProject } from './testTeam'

export const SPRINT_DATES = { startDate: '2031-02-03', endDate: '2031-02-14' }

/** The sprints of a test's project: commands sent past the screen, and the parts of the screen. */
export class SprintsPage {
  /** The project's version, which the commands of a test are based on. */
  projectVersion = 1

  constructor(private readonly project: TestTeamProject) {}

  async open(page: Page, screen = 'sprints'): Promise<Page> {
    await page.goto(this.project.boardPath.replace('/board', `/${screen}`))
    await expect(page.getByRole('status').filter({ hasText: /^live$/ })).toBeAttached()
    return page
  }

  async create(name: string, tasks: Id[] = []): Promise<Id> {
    const sprintId = newId()
    const baseVersion = this.projectVersion++
    await this.project.send('sprint.create', { baseVersion, sprintId, name })
    if (tasks.length > 0) await this.plan(tasks, sprintId)
    return sprintId
  }

  async plan(ids: Id[], sprintId: Id | null): Promise<void> {
    const tasks = ids.map((taskId) => ({ taskId, baseVersion: 99 }))
    await this.project.send('task.plan', { tasks, sprintId, position: {} })
  }

  async start(sprintId: Id): Promise<void> {
    const baseVersion = this.projectVersion++
    await this.project.send('sprint.start', { baseVersion, sprintId, ...SPRINT_DATES })
  }
}

export const sprintRow = (page: Page, name: string, list?: string): Locator => {
  const within = list ? page.getByRole('list', { name: list, exact: true }) : page
  return within.getByRole('listitem', { name, exact: true })
}

export const sprintDialog = (page: Page, name: string): Locator =>
  page.getByRole('dialog', { name, exact: true })

export const chooseFromMenu = async (page: Page, name: string, item: string): Promise<void> => {
  await page.getByRole('button', { name: `More for ${name}` }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

/** Chooses an item of the menu that is opening, which takes the focus once it is shown. */
export async function chooseByKeys(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('menuitem').first()).toBeFocused()
  await page.getByRole('menuitem', { name }).press('Enter')
}
