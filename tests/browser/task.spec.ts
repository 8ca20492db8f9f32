import type { Page } from '@playwright/test'
import { BoardPage } from '@/tests/support/boardPage'
import { expect, test } from '@/tests/support/signedInTest'
import {
  activityList,
  expectLive,
  openTaskPage,
  taskPagePath,
  taskPanel,
} from '@/tests/support/taskPage'
import { TestTeam } from '@/tests/support/testTeam'

test('a card opens its task over the board, and Esc and Back return the focus to the card', async ({
  ada,
  project,
}) => {
  await project.createTask('First')
  await project.createTask('Second')
  const board = await BoardPage.open(ada, project.board)
  await board.card('First').click()
  const panel = taskPanel(ada, project)
  await expect(panel.getByRole('heading', { name: 'First' })).toBeVisible()
  await expect(ada).toHaveURL(new RegExp(`\\?task=${project.key}-1$`))

  // The board behind the panel stays usable.
  await board.card('Second').click()
  await expect(taskPanel(ada, project, 2).getByRole('heading', { name: 'Second' })).toBeVisible()
  await ada.keyboard.press('Escape')
  await expect(ada.getByRole('dialog')).toHaveCount(0)
  await expect(board.card('Second')).toBeFocused()

  await ada.goBack()
  await expect(taskPanel(ada, project, 2)).toBeVisible()
  await ada.goBack()
  await expect(panel).toBeVisible()
  await panel.getByRole('link', { name: 'Open full page' }).click()
  await expect(ada).toHaveURL(taskPagePath(project))
  await expect(ada.getByRole('main').getByRole('heading', { name: 'First' })).toBeVisible()
  await ada.goBack()
  await expect(panel).toBeVisible()
})

test('a URL opens the task at once, and an unknown task says so', async ({ ada, project }) => {
  await project.createTask('Only one')
  await ada.goto(`${project.board}?task=${project.key}-1`)
  await expect(taskPanel(ada, project).getByRole('heading', { name: 'Only one' })).toBeVisible()
  await openTaskPage(ada, project)
  await expect(ada).toHaveTitle(new RegExp(`^${project.key}-1 Only one`))

  const nowhere = 'There is no such task here, or it is not shared with you.'
  for (const key of [`${project.key}-99`, 'TERN-1', 'nonsense']) {
    await ada.goto(`/fieldwork/${project.key}/tasks/${key}`)
    await expect(ada.getByText(nowhere)).toBeVisible()
    await ada.goto(`${project.board}?task=${key}`)
    await expect(ada.getByRole('dialog').getByText(nowhere)).toBeVisible()
  }
})

test('every field is edited in place by its letter, and the history tells it', async ({
  ada,
  project,
}) => {
  await project.createTask('Logger fails')
  await ada.goto(`${project.board}?task=${project.key}-1`)
  await expectLive(ada)
  const panel = taskPanel(ada, project)
  const field = (name: string) => panel.getByRole('button', { name })
  await expect(field('Status: To do')).toBeVisible()

  // Letters belong to the list until it is closed.
  const closed = () => expect(ada.getByRole('listbox')).toBeHidden()
  const pick = async (letter: string, text: string, many = false) => {
    await ada.keyboard.press(letter)
    await ada.getByRole('combobox').fill(text)
    await ada.keyboard.press('Enter')
    if (many) await ada.keyboard.press('Escape')
    await closed()
  }
  await pick('s', 'progress')
  await expect(field('Status: In progress')).toBeVisible()
  await pick('p', 'high')
  await expect(field('Priority: High')).toBeVisible()
  await pick('e', '4')
  await expect(field('Estimate: 4 points')).toBeVisible()
  await pick('a', 'ben', true)
  await expect(field('Assignees: Ben Okafor')).toBeVisible()
  await pick('l', 'fresh', true)
  await expect(field('Labels: fresh')).toBeVisible()

  await ada.keyboard.press('d')
  await ada.getByRole('textbox', { name: 'Due date' }).fill('2031-03-12')
  await ada.keyboard.press('Enter')
  await expect(field('Due date: 12 Mar 2031')).toBeVisible()
  await field('Type: Task').click()
  await ada.getByRole('option', { name: 'Bug' }).click()
  await closed()
  await expect(field('Type: Bug')).toBeVisible()

  await ada.keyboard.press('t')
  const title = panel.getByRole('textbox', { name: 'Title' })
  await title.fill('Never mind')
  await ada.keyboard.press('Escape')
  await expect(panel.getByRole('heading', { name: 'Logger fails' })).toBeVisible()
  await ada.keyboard.press('t')
  await title.fill('Logger fails in runtime')
  await ada.keyboard.press('Enter')
  await expect(panel.getByRole('heading', { name: 'Logger fails in runtime' })).toBeVisible()

  for (const sentence of [
    'renamed the task to “Logger fails in runtime”',
    'changed the type from Task to Bug',
    'set the due date to 12 Mar 2031',
    'added the label fresh',
    'assigned Ben Okafor',
    'set the estimate to 4 points',
    'set the priority to High',
    'moved the task from To do to In progress',
    'created the task',
  ]) {
    await expect(activityList(ada).getByText(sentence)).toBeVisible()
  }
  await expect(activityList(ada).getByRole('listitem')).toHaveCount(9)
  await ada.reload()
  await expect(activityList(ada).getByRole('listitem')).toHaveCount(9)
  await expect(field('Due date: 12 Mar 2031')).toBeVisible()
})

test('concurrent edits of a description by two people are merged', async ({
  ada,
  ben,
  project,
}) => {
  await project.createTask('Shared', { description: 'One\n\nTwo\n\nThree' })
  await openTaskPage(ada, project)
  await openTaskPage(ben, project)
  const text = (page: Page) => page.getByRole('textbox', { name: 'Description' })
  await ada.getByRole('button', { name: 'Edit description' }).click()
  await text(ada).fill('One by Ada\n\nTwo\n\nThree')
  await expect(ben.getByText('is editing')).toContainText('Ada')

  await ben.getByRole('button', { name: 'Edit description' }).click()
  await text(ben).fill('One\n\nTwo\n\nThree by Ben')
  await ben.keyboard.press('Control+Enter')
  await expect(ada.getByText('Somebody has changed this text meanwhile')).toBeVisible()
  await expect(text(ada)).toHaveValue('One by Ada\n\nTwo\n\nThree')
  await ada.getByRole('button', { name: 'Save' }).click()
  for (const page of [ada, ben]) {
    const section = page.getByRole('region', { name: 'Description' })
    await expect(section.getByText('One by Ada')).toBeVisible()
    await expect(section.getByText('Three by Ben')).toBeVisible()
  }
  await expect(ada.getByText('merged with what others wrote')).toBeVisible()
})

test('a description can be previewed, discarded and restored', async ({ ada, project }) => {
  await project.createTask('Prose', { description: 'As it was' })
  await openTaskPage(ada, project)
  await ada.getByRole('button', { name: 'Edit description' }).click()
  const text = ada.getByRole('textbox', { name: 'Description' })
  await text.fill('Now **bold**')
  await ada.getByRole('radio', { name: 'Preview' }).check()
  await expect(ada.getByText('bold', { exact: true })).toHaveCSS('font-weight', /[67]00/)
  await ada.getByRole('radio', { name: 'Write' }).check()
  await text.press('Escape')
  await expect(ada.getByText('As it was')).toBeVisible()
  await ada.getByRole('button', { name: 'Undo' }).click()
  await expect(text).toHaveValue('Now **bold**')
  await ada.reload()
  await expect(text).toHaveValue('Now **bold**')
})

test('comments are added, edited and deleted, and a draft survives closing the panel', async ({
  ada,
  ben,
  project,
}) => {
  await project.createTask('Talk')
  await openTaskPage(ben, project)
  await ada.goto(`${project.board}?task=${project.key}-1`)
  await expectLive(ada)
  await ada.getByRole('button', { name: 'Write a comment…' }).click()
  const field = ada.getByRole('textbox', { name: 'Comment' })
  await field.fill('Half a thou')
  await ada.getByRole('button', { name: 'Close', exact: true }).click()
  await expect(ada.getByRole('dialog')).toHaveCount(0)
  await ada.getByRole('link', { name: /Talk$/ }).click()
  await expect(field).toHaveValue('Half a thou')
  await field.fill('A whole thought')
  await field.press('Control+Enter')
  const comment = (page: Page) => page.getByRole('article', { name: 'Comment by Ada Moreau' })
  await expect(comment(ben).getByText('A whole thought')).toBeVisible()
  await expect(comment(ben).getByRole('button')).toHaveCount(0)

  await comment(ada).getByRole('button', { name: 'Edit or delete this comment' }).click()
  await ada.getByRole('menuitem', { name: 'Edit' }).click()
  await field.fill('A better thought')
  await field.press('Control+Enter')
  await expect(comment(ben).getByText('A better thought')).toBeVisible()
  await expect(comment(ben).getByText('edited', { exact: true })).toBeVisible()

  await comment(ada).getByRole('button', { name: 'Edit or delete this comment' }).click()
  await ada.getByRole('menuitem', { name: 'Delete' }).click()
  await ada.getByRole('button', { name: 'Delete comment' }).click()
  await expect(ben.getByText('Ada Moreau deleted this comment')).toBeVisible()
  await expect(comment(ben)).toHaveCount(0)
  await ben.getByRole('radio', { name: 'History' }).check()
  await expect(activityList(ben).getByText('deleted a comment')).toBeVisible()
})

test('an archived task says so, is read-only and can be restored', async ({ ada, project }) => {
  await project.createTask('Old')
  await openTaskPage(ada, project)
  await ada.keyboard.press('.')
  await ada.getByRole('menuitem', { name: 'Archive' }).click()
  await expect(ada.getByText('Restore it to edit it.')).toBeVisible()
  await expect(ada.getByRole('button', { name: /^Status/ })).toHaveCount(0)
  await ada.getByRole('button', { name: 'Undo' }).click()
  await expect(ada.getByRole('button', { name: 'Status: To do' })).toBeVisible()

  await ada.keyboard.press('.')
  await ada.getByRole('menuitem', { name: 'Archive' }).click()
  await ada.reload()
  await ada.getByRole('button', { name: 'Restore' }).click()
  await expect(ada.getByRole('button', { name: 'Status: To do' })).toBeVisible()
  await expect(activityList(ada).getByText('restored the task to To do')).toHaveCount(2)
})

test('changes by others appear with the name of their author', async ({ ada, ben, project }) => {
  await project.createTask('Watched')
  await openTaskPage(ada, project)
  await openTaskPage(ben, project)
  await ben.keyboard.press('p')
  await ben.getByRole('option', { name: 'Urgent' }).click()
  await expect(ada.getByRole('button', { name: 'Priority: Urgent' })).toBeVisible()
  await expect(ada.getByRole('img', { name: 'Ben Okafor changed this' })).toBeVisible()
  await expect(activityList(ada).getByText('set the priority to Urgent')).toBeVisible()
})

test('a viewer sees the whole task without editing controls', async ({ browser }) => {
  const team = await TestTeam.create(browser)
  const project = await team.createProject('ALO')
  await project.createTask('Seen', { description: 'Some words', priority: 3 })
  const { page } = await team.addMember('Vera Nagy', 'viewer')
  await page.goto(`${project.boardPath}?task=ALO-1`)
  await expectLive(page)
  const panel = page.getByRole('dialog', { name: 'ALO-1' })
  await expect(panel.getByText('Some words')).toBeVisible()
  await expect(panel.getByText('High')).toBeVisible()
  const properties = panel.getByRole('region', { name: 'Properties' })
  await expect(properties.getByRole('button')).toHaveCount(0)
  await expect(panel.getByRole('button', { name: 'Write a comment…' })).toHaveCount(0)
  await page.keyboard.press('p')
  await expect(page.getByRole('combobox')).toHaveCount(0)
  await panel.getByRole('button', { name: 'Actions for ALO-1' }).click()
  await expect(page.getByRole('menuitem', { name: 'Archive' })).toHaveCount(0)
  await team.close()
})

test('a task that cannot be loaded shows an error and is retried', async ({ ada, project }) => {
  await project.createTask('Far away')
  const board = await BoardPage.open(ada, project.board)
  await ada.route('**/api/trpc/board.task*', (route) => route.abort())
  await board.card('Far away').click()
  await expect(ada.getByText('The task could not be loaded')).toBeVisible()
  await ada.unroute('**/api/trpc/board.task*')
  await ada.getByRole('button', { name: 'Try again' }).click()
  await expect(taskPanel(ada, project).getByRole('heading', { name: 'Far away' })).toBeVisible()
})
