import type { Page } from '@playwright/test'
import { expectNoAxeViolations } from '@/tests/support/browserTest'
import { type BrowserProject, expect, sendCommand, test } from '@/tests/support/signedInTest'

const column = (page: Page, name: string) => page.getByRole('region', { name: new RegExp(name) })
const expectLive = (page: Page) =>
  expect(page.getByRole('status').filter({ hasText: 'live' })).toBeVisible()

/** Ada opens the board, goes offline and renames the task. Ben renames it concurrently. */
async function createConflict(ada: Page, ben: Page, project: BrowserProject): Promise<string> {
  const taskId = await project.createTask('Shared title')
  await ada.goto(project.board)
  await expectLive(ada)
  await pickPriority(ada, 'Shared title', null)
  await ada.context().setOffline(true)
  await pickPriority(ada, 'Shared title', 'Urgent')
  const edit = { projectId: project.id, taskId, baseVersion: 1 }
  await sendCommand(ben, 'task.edit', { ...edit, set: { priority: 1 }, add: { labels: ['field'] } })
  await ada.context().setOffline(false)
  return taskId
}

/** Opens the priority picker of a card. With null, closes it again, with its code loaded. */
async function pickPriority(page: Page, title: string, priority: string | null): Promise<void> {
  await page.getByRole('link', { name: new RegExp(title) }).focus()
  await page.keyboard.press('p')
  const option = page.getByRole('option', { name: priority ?? 'High' })
  await expect(option).toBeVisible()
  await (priority ? option.click() : page.keyboard.press('Escape'))
}

test('a conflict shows both sides, survives a reload, and the lost change is applied on request', async ({
  ada,
  ben,
  project,
}) => {
  await createConflict(ada, ben, project)
  const dialog = ada.getByRole('dialog', { name: /was changed while you were editing it/ })
  await expect(dialog).toContainText('was No priority')
  await expect(dialog.getByText('Theirs', { exact: true })).toBeVisible()
  await expect(dialog).toContainText('Ben Okafor')
  await expect(dialog).toContainText('Low')
  await expect(dialog).toContainText('Urgent')
  await expect(dialog).toContainText('kept: labels')
  await expectNoAxeViolations(ada)

  await dialog.getByRole('button', { name: 'Decide later' }).click()
  await expect(dialog).toBeHidden()
  await ada.reload()
  await ada.getByRole('button', { name: 'Conflicts (1)' }).click()
  await ada.getByRole('button', { name: /was changed while/ }).click()
  await ada.getByRole('button', { name: 'Apply mine' }).click()
  await expect(ada.getByRole('button', { name: /^Conflicts/ })).toBeHidden()

  await ben.goto(project.board)
  await expect(column(ben, 'To do').getByRole('img', { name: 'Urgent' })).toBeVisible()
})

test('a conflict is resolved by keeping theirs or by another value', async ({
  ada,
  ben,
  project,
}) => {
  await createConflict(ada, ben, project)
  await ada.getByRole('button', { name: 'Keep theirs' }).click()
  await expect(ada.getByRole('button', { name: /^Conflicts/ })).toBeHidden()
  await expect(ada.getByRole('img', { name: 'Low' })).toBeVisible()

  await ada.context().setOffline(true)
  await pickPriority(ada, 'Shared title', 'Urgent')
  const [card] = (await loadTasks(ben, project)).filter((each) => each.title === 'Shared title')
  const edit = { projectId: project.id, taskId: card?.id, baseVersion: card?.version }
  await sendCommand(ben, 'task.edit', { ...edit, set: { priority: 0 } })
  await ada.context().setOffline(false)
  await ada.getByRole('button', { name: 'Edit…' }).click()
  await ada.getByRole('radio', { name: 'High' }).check()
  await ada.getByRole('button', { name: 'Apply this' }).click()
  await ben.goto(project.board)
  await expect(ben.getByRole('img', { name: 'High' })).toBeVisible()
})

test('the list of conflicts opens a conflict and closes it by keys only', async ({
  ada,
  ben,
  project,
}) => {
  await createConflict(ada, ben, project)
  const dialog = ada.getByRole('dialog', { name: /was changed while you were editing it/ })
  await expect(dialog).toBeVisible()
  await ada.reload()
  await expectLive(ada)
  const conflictTray = ada.getByRole('button', { name: 'Conflicts (1)' })
  await conflictTray.focus()
  await ada.keyboard.press('Enter')
  const list = ada.getByRole('dialog', { name: 'Conflicts' })
  await list.getByRole('button').press('Enter')
  await expect(list).toHaveCount(0)
  await expect(dialog).toBeFocused()
  await ada.keyboard.press('Shift+Tab')
  await expect(dialog.locator(':focus')).toHaveCount(1)
  await ada.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(conflictTray).toBeFocused()
})

async function loadTasks(page: Page, project: BrowserProject) {
  const input = encodeURIComponent(JSON.stringify({ projectId: project.id }))
  const response = await page.request.get(
    `${process.env.CONCORD_URL}/api/trpc/board.get?input=${input}`,
  )
  const { columns } = (await response.json()).result.data
  type Column = { cards: { id: string; title: string; version: number }[] }
  return (columns as Column[]).flatMap((each) => each.cards)
}
