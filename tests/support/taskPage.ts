import type { Page } from '@playwright/test'
import { type BrowserProject, expect } from './signedInTest'

export const expectLive = (page: Page) =>
  expect(page.getByRole('status').filter({ hasText: /^live$/ })).toBeAttached()
export const taskPagePath = (project: BrowserProject, number = 1) =>
  `/fieldwork/${project.key}/tasks/${project.key}-${number}`
export const taskPanel = (page: Page, project: BrowserProject, number = 1) =>
  page.getByRole('dialog', { name: `${project.key}-${number}` })
export const activityList = (page: Page) => page.getByRole('list', { name: 'Activity' })

/** Opens the page of a task and waits until it receives updates. */
export async function openTaskPage(page: Page, project: BrowserProject, number = 1): Promise<void> {
  await page.goto(taskPagePath(project, number))
  await expectLive(page)
}
