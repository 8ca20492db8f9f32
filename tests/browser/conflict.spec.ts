import type { Page } from '@playwright/test'
import { v7 as newId } from 'uuid'
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
  const list = page.getByRole('combobox', { name: 'Priority' })
  await expect(list).toBeFocused()
  if (priority) await page.getByRole('option', { name: priority }).click()
  else await page.keyboard.press('Escape')
  await expect(list).toHaveCount(0)
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

/** Opens the only open conflict of a person, from the board. */
async function openWaitingConflict(page: Page, project: BrowserProject) {
  await page.goto(project.board)
  await page.getByRole('button', { name: 'Conflicts (1)' }).click()
  await page.getByRole('dialog', { name: 'Conflicts' }).getByRole('button').click()
  return page.getByRole('dialog', { name: /while you were/ })
}

/** Presses a button that resolves a conflict. Returns the server's result. */
async function settle(page: Page, button: string): Promise<string> {
  const response = page.waitForResponse((each) => each.url().includes('conflict.resolve'))
  await page.getByRole('button', { name: button, exact: true }).click()
  const body = await (await response).json()
  await expect(page.getByRole('button', { name: /^Conflicts/ })).toBeHidden()
  return JSON.stringify(body)
}

test('a conflict about logged time is settled with another time', async ({ ada, project }) => {
  const taskId = await project.createTask('Measured')
  const worklogId = newId()
  const startedAt = new Date(Date.now() - 86_400_000).toISOString()
  const worklog = { taskId, worklogId, baseVersion: 1, seconds: 1_800, startedAt, note: '' }
  await project.send('worklog.add', { ...worklog, remaining: 'keep' })
  const edit = { taskId, worklogId, baseVersion: 2 }
  await project.send('worklog.edit', { ...edit, set: { seconds: 3_600 } })
  await project.send('worklog.edit', { ...edit, set: { seconds: 7_200 } })

  const dialog = await openWaitingConflict(ada, project)
  await dialog.getByRole('button', { name: 'Edit…' }).click()
  await dialog.getByLabel('Time logged').fill('')
  await expect(dialog.getByRole('button', { name: 'Apply this' })).toBeDisabled()
  await dialog.getByLabel('Time logged').fill('3h')
  expect(await settle(ada, 'Apply this')).toContain('"to":10800')
})

test('a conflict about a parent offers theirs and mine, and no editor', async ({
  ada,
  project,
}) => {
  const theirs = await project.createTask('Their epic', { taskType: 'epic' })
  const mine = await project.createTask('My epic', { taskType: 'epic' })
  const taskId = await project.createTask('Child')
  await project.send('task.setParent', { taskId, baseVersion: 1, parentId: theirs })
  await project.send('task.setParent', { taskId, baseVersion: 1, parentId: mine })

  const dialog = await openWaitingConflict(ada, project)
  await expect(dialog).toContainText('Their epic')
  await expect(dialog.getByRole('button', { name: 'Keep theirs' })).toBeEnabled()
  await expect(dialog.getByRole('button', { name: 'Edit…' })).toHaveCount(0)
  expect(await settle(ada, 'Apply mine')).toContain(`"to":"${mine}"`)
})

test('a conflict whose task cannot be loaded shows an error and continues after a retry', async ({
  ada,
  project,
}) => {
  const taskId = await project.createTask('Archived meanwhile')
  await project.send('task.archive', { taskId, baseVersion: 1 })
  await project.send('task.edit', { taskId, baseVersion: 1, set: { title: 'Renamed' } })

  await ada.route(/board\.task/, (route) => route.abort())
  const dialog = await openWaitingConflict(ada, project)
  await expect(dialog.getByRole('alert')).toContainText('could not be loaded')
  await expect(dialog.getByRole('button', { name: 'Discard mine' })).toBeEnabled()
  await expect(dialog.getByRole('button', { name: 'Restore and apply mine' })).toBeDisabled()
  await expectNoAxeViolations(ada)
  await ada.unroute(/board\.task/)
  await dialog.getByRole('button', { name: 'Try again' }).click()
  await expect(dialog.getByRole('alert')).toHaveCount(0)
  expect(await settle(ada, 'Restore and apply mine')).toContain('task.restored')
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
