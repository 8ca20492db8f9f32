import type { Page } from '@playwright/test'
import { expect, type TestProject } from './teammates'

export const live = (page: Page) =>
  expect(page.getByRole('status').filter({ hasText: /^live$/ })).toBeAttached()
export const whole = (project: TestProject, number = 1) =>
  `/fieldwork/${project.key}/tasks/${project.key}-${number}`
export const panelOf = (page: Page, project: TestProject, number = 1) =>
  page.getByRole('dialog', { name: `${project.key}-${number}` })
export const activity = (page: Page) => page.getByRole('list', { name: 'Comments and history' })

/** Opens a task on its own page and waits until it follows the log. */
export async function openWhole(page: Page, project: TestProject, number = 1): Promise<void> {
  await page.goto(whole(project, number))
  await live(page)
}
