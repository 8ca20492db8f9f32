import { v7 as newId } from 'uuid'
import { BacklogPage } from '@/tests/support/backlogPage'
import { BoardPage } from '@/tests/support/boardPage'
import { expectNoAxeViolations } from '@/tests/support/browserTest'
import { expect, test } from '@/tests/support/signedInTest'
import { expectLive, openTaskPage, taskPagePath, taskPanel } from '@/tests/support/taskPage'

test('the progress on the card of an epic follows its children in another window', async ({
  ada,
  ben,
  project,
}) => {
  const epic = await project.createTask('Checkout', { taskType: 'epic' })
  const child = await project.createTask('Pay by card', { parentId: epic })
  await project.createTask('Pay later', { parentId: epic })
  const board = await BoardPage.open(ada, project.board)
  await expect(ada.getByText('0 of 2 children done')).toBeAttached()
  await expect(board.card('Pay by card')).toBeVisible()
  const parts = ada.getByRole('link', { name: `Part of ${project.key}-1 Checkout` })
  await expect(parts).toHaveCount(2)
  await parts.first().click()
  await expect(taskPanel(ada, project, 1).getByRole('heading', { name: 'Checkout' })).toBeVisible()
  await ada.keyboard.press('Escape')
  await expect(taskPanel(ada, project, 1)).toHaveCount(0)

  const others = await BoardPage.open(ben, project.board)
  await others.card('Pay by card').focus()
  await ben.keyboard.press('s')
  await ben.getByRole('option', { name: 'Done' }).click()
  await expect(ada.getByText('1 of 2 children done')).toBeAttached()
  await project.send('task.setParent', { taskId: child, baseVersion: 2, parentId: null })
  await expect(ada.getByText('0 of 1 child done')).toBeAttached()
  await expect(ben.getByText('0 of 1 child done')).toBeAttached()
})

test('a row of the backlog shows its parent and follows another window', async ({
  ada,
  project,
}) => {
  const { key } = project
  const baseVersion = 2_147_483_647
  const epic = await project.createTask('Checkout', { taskType: 'epic' })
  const other = await project.createTask('Search', { taskType: 'epic' })
  const story = await project.createTask('Pay by card', { taskType: 'story', parentId: epic })
  await project.createTask('Pay later', { parentId: epic, statusId: 'done' })
  await project.createTask('Read the card', { taskType: 'subtask', parentId: story })
  const backlog = await BacklogPage.open(ada, project.board.replace(/board$/, 'backlog'))
  const row = backlog.page.getByRole('listitem').filter({ hasText: 'Pay by card' })
  const chip = row.getByRole('link', { name: /^Part of / })
  await expect(chip).toHaveText(`Part of ${key}-1 Checkout1/2, 1 of 2 done`)
  await expect(row.getByText('0 of 1 child done')).toBeAttached()
  await expectNoAxeViolations(ada)

  const title = { title: 'Till' }
  await project.send('task.edit', { taskId: epic, baseVersion, set: title })
  await expect(chip).toHaveText(/^Part of \S+-1 Till1\/2/)
  await project.send('task.setParent', { taskId: story, baseVersion, parentId: other })
  await expect(chip).toHaveText(`Part of ${key}-2 Search0/1, 0 of 1 done`)
  await chip.click()
  await expect(ada).toHaveURL(new RegExp(`/backlog\\?task=${key}-2$`))
  await expect(taskPanel(ada, project, 2).getByRole('heading', { name: 'Search' })).toBeVisible()
  await ada.keyboard.press('Escape')
  await expect(taskPanel(ada, project, 2)).toHaveCount(0)

  await ada.setViewportSize({ width: 390, height: 844 })
  await expect(chip).toBeHidden()
  await expect(backlog.row('Pay by card')).toBeVisible()
  const wide = await ada.evaluate(() => document.documentElement.scrollWidth)
  expect(wide).toBeLessThanOrEqual(390)
})

test('a parent is picked, children are added in place, and the history tells it', async ({
  ada,
  project,
}) => {
  await project.createTask('Checkout', { taskType: 'epic' })
  await project.createTask('Pay by card')
  await openTaskPage(ada, project, 2)
  await ada.getByRole('button', { name: 'Parent: none' }).click()
  await ada.getByRole('combobox', { name: 'Parent' }).fill('check')
  await ada.getByRole('option', { name: `${project.key}-1 Checkout` }).click()
  await expect(ada.getByRole('button', { name: `Parent: ${project.key}-1 Checkout` })).toBeVisible()
  await expect(ada.getByText('set the parent of the task to')).toBeVisible()

  await ada.getByRole('link', { name: `Open ${project.key}-1` }).click()
  await expect(ada).toHaveURL(new RegExp(`${project.key}-1$`))
  await expectLive(ada)
  const children = ada.getByRole('region', { name: 'Children' })
  await expect(children.getByRole('link')).toHaveText([/Pay by card/])
  await children.getByRole('button', { name: 'Add child' }).click()
  await ada.getByLabel('Title of a new child').fill('Pay later')
  await ada.keyboard.press('Enter')
  await expect(children.getByRole('link')).toHaveText([/Pay by card/, /Pay later/])
  await ada.keyboard.press('Escape')
  await expect(children.getByText('0 of 2 done')).toBeVisible()
  await expectNoAxeViolations(ada)
})

test('a link shows on both tasks, blocks until its task is done, and can be removed from either side', async ({
  ada,
  ben,
  project,
}) => {
  const blocker = await project.createTask('Order the chip')
  await project.createTask('Solder the chip')
  const board = await BoardPage.open(ada, project.board)
  await openTaskPage(ben, project, 1)
  await ben.getByRole('button', { name: 'Add link' }).click()
  await ben.getByRole('button', { name: 'Choose a task…' }).click()
  await ben.getByRole('combobox', { name: 'Task to link' }).fill('solder')
  await ben.getByRole('option', { name: /Solder the chip/ }).click()
  const links = ben.getByRole('region', { name: 'Linked work' })
  await expect(links.getByRole('link', { name: /Solder the chip/ })).toBeVisible()

  const blocked = ada.getByRole('img', { name: `Blocked by ${project.key}-1` })
  await expect(blocked).toBeVisible()
  await expectNoAxeViolations(ada)
  await board.card('Solder the chip').click()
  const panel = taskPanel(ada, project, 2)
  await expect(panel.getByText(`Blocked by ${project.key}-1`)).toBeVisible()
  await expect(panel.getByRole('heading', { name: 'is blocked by' })).toBeVisible()

  await project.send('task.move', {
    taskId: blocker,
    baseVersion: 2,
    statusId: 'done',
    position: {},
  })
  await expect(panel.getByText(`Blocked by ${project.key}-1`)).toHaveCount(0)
  await panel.getByRole('button', { name: `Remove the link to ${project.key}-1` }).click()
  await expect(panel.getByRole('heading', { name: 'is blocked by' })).toHaveCount(0)
  await expect(links.getByRole('link', { name: /Solder the chip/ })).toHaveCount(0)
})

test('a task of another project is linked, and the link is removed from there', async ({
  ada,
  project,
}) => {
  await project.createTask('Here')
  await openTaskPage(ada, project)
  await ada.getByRole('button', { name: 'Add link' }).click()
  await ada.getByRole('button', { name: 'Choose a task…' }).click()
  await ada.getByRole('combobox', { name: 'Task to link' }).fill('TERN-1')
  await ada.getByRole('option', { name: /^TERN-1 / }).click()
  const links = ada.getByRole('region', { name: 'Linked work' })
  await links.getByRole('link', { name: /^TERN-1 / }).click()
  await expect(ada).toHaveURL(/TERN-1$/)
  await expectLive(ada)
  await expect(links.getByRole('link', { name: new RegExp(`^${project.key}-1 `) })).toBeVisible()
  await links.getByRole('button', { name: `Remove the link to ${project.key}-1` }).click()
  await expect(links.getByRole('link', { name: new RegExp(`^${project.key}-1 `) })).toHaveCount(0)
  await ada.goto(taskPagePath(project))
  await expectLive(ada)
  await expect(ada.getByRole('button', { name: 'Add link' })).toBeVisible()
  await expect(links.getByRole('link')).toHaveCount(0)
})

test('components and versions are managed in the settings, set on tasks, and removed after a confirmation', async ({
  ada,
  project,
}) => {
  await project.createTask('Logger fails')
  await ada.goto(project.board.replace(/board$/, 'settings'))
  await expectLive(ada)
  for (const name of ['API', 'Web']) {
    await ada.getByLabel('Name of a new component').fill(name)
    await ada.getByRole('button', { name: 'Add component' }).click()
  }
  await ada.getByLabel('Name of a new version').fill('1.0')
  await ada.getByRole('button', { name: 'Add version' }).click()
  await ada.getByRole('button', { name: 'State of 1.0: Planned' }).click()
  await ada.getByRole('option', { name: 'Released' }).click()
  const releasing = ada.getByRole('dialog', { name: 'Release 1.0' })
  await expect(releasing).toContainText('Everything in it is done.')
  await releasing.getByRole('button', { name: 'Release', exact: true }).click()
  await expect(ada.getByRole('button', { name: 'State of 1.0: Released' })).toBeVisible()
  await expectNoAxeViolations(ada)

  await openTaskPage(ada, project)
  await ada.getByRole('button', { name: 'Components: none' }).click()
  await ada.getByRole('option', { name: 'API' }).click()
  await ada.keyboard.press('Escape')
  await expect(ada.getByRole('button', { name: 'Components: API' })).toBeVisible()
  await expect(ada.getByText('added the component')).toBeVisible()

  await ada.goto(project.board.replace(/board$/, 'settings'))
  await expectLive(ada)
  const components = ada.getByRole('region', { name: 'Components' })
  await expect(components.getByText('1 task', { exact: true })).toBeVisible()
  await ada.getByRole('button', { name: 'Remove API' }).click()
  const question = ada.getByRole('alertdialog')
  await question.getByRole('radio', { name: 'Web' }).click()
  await question.getByRole('button', { name: 'Remove component' }).click()
  await openTaskPage(ada, project)
  await expect(ada.getByRole('button', { name: 'Components: Web' })).toBeVisible()
})

test('a bug names its affected versions, including archived ones', async ({ ada, project }) => {
  await project.createTask('Logger fails', { taskType: 'bug' })
  const versionId = newId()
  await project.send('version.add', { baseVersion: 1, versionId, name: '1.0' })
  const set = { state: 'archived' }
  await project.send('version.edit', { baseVersion: 2, versionId, set })
  await openTaskPage(ada, project)
  await expect(ada.getByRole('button', { name: 'Fix versions: none' })).toHaveCount(0)
  await ada.getByRole('button', { name: 'Affected versions: none' }).click()
  await ada.getByRole('option', { name: '1.0' }).click()
  await ada.keyboard.press('Escape')
  await expect(ada.getByRole('button', { name: 'Affected versions: 1.0' })).toBeVisible()
  await expect(ada.getByText('added the affected version')).toBeVisible()
  await expectNoAxeViolations(ada)
})

test('a task is cloned with its children, and the clone links to the original', async ({
  ada,
  project,
}) => {
  const task = await project.createTask('Original')
  await project.createTask('Below', { taskType: 'subtask', parentId: task })
  await openTaskPage(ada, project)
  await ada.getByRole('button', { name: `Actions for ${project.key}-1` }).click()
  await ada.getByRole('menuitem', { name: 'Clone with children' }).click()
  await expect(ada.getByText(`Cloned as ${project.key}-3`)).toBeVisible()
  await openTaskPage(ada, project, 3)
  await expect(ada.getByRole('heading', { name: 'clones' })).toBeVisible()
  const children = ada.getByRole('region', { name: 'Children' })
  await expect(children.getByRole('link')).toHaveText([/Below/])
})

test('a task moves to another project, and its old key redirects there', async ({
  ada,
  project,
}) => {
  const taskId = await project.createTask('On the move')
  const sprintId = newId()
  await project.send('sprint.create', { baseVersion: 1, sprintId, name: 'Left behind' })
  const tasks = [{ taskId, baseVersion: 1 }]
  await project.send('task.plan', { tasks, sprintId, position: { end: 'bottom' } })
  const time = { seconds: 5_400, startedAt: '2026-03-04T09:00:00.000Z', note: 'Thought about it' }
  const log = { taskId, baseVersion: 2, worklogId: newId(), remaining: 'auto', ...time }
  await project.send('worklog.add', log)
  await openTaskPage(ada, project)
  await ada.getByRole('button', { name: `Actions for ${project.key}-1` }).click()
  await ada.getByRole('menuitem', { name: 'Move to another project…' }).click()
  const question = ada.getByRole('alertdialog')
  await question.getByRole('radio', { name: /^TERN / }).click()
  await expect(question).toContainText('all logged time')
  await expectNoAxeViolations(ada)
  await question.getByRole('button', { name: 'Move task' }).click()
  await expect(
    ada.getByText(`${project.key}-1 moved without the sprint Left behind.`).first(),
  ).toBeVisible()
  await expect(ada).toHaveURL(/\/TERN\/tasks\/TERN-\d+$/)
  await expect(ada.getByRole('main').getByRole('heading', { name: 'On the move' })).toBeVisible()
  await expect(ada.getByText('Thought about it').first()).toBeVisible()
  await expect(ada.getByText(/, without the sprint Left behind/).first()).toBeVisible()
  const now = ada.url()
  await ada.goto(taskPagePath(project))
  await expect(ada).toHaveURL(now)
  await ada.goto(`${project.board}?task=${project.key}-1`)
  await expect(ada.getByRole('dialog').getByRole('heading', { name: 'On the move' })).toBeVisible()
  await expect(ada).toHaveURL(/\/TERN\/board\?task=TERN-\d+$/)
})
