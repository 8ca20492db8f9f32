import type { Page } from '@playwright/test'
import { BoardPage } from '@/tests/support/boardPage'
import { expect, expectNoAxeViolations, test } from '@/tests/support/browserTest'
import { TestTeam, type TestTeamProject } from '@/tests/support/testTeam'

let team: TestTeam
let project: TestTeamProject

test.beforeEach(async ({ browser }) => {
  team = await TestTeam.create(browser)
  project = await team.createProject('ALO')
})
test.afterEach(() => team.close())

async function openWorkflow(page: Page): Promise<Page> {
  await page.goto(project.boardPath.replace('/board', '/settings/workflow'))
  await expect(page.getByRole('status').filter({ hasText: /^live$/ })).toBeAttached()
  return page
}

/** Presses the browser's own Back button, which does not wait for a page. */
async function pressBack(page: Page): Promise<void> {
  const browser = await page.context().newCDPSession(page)
  const { entries, currentIndex } = await browser.send('Page.getNavigationHistory')
  const before = entries[currentIndex - 1]
  if (!before) throw new Error('There is nothing to go back to')
  await browser.send('Page.navigateToHistoryEntry', { entryId: before.id })
}

const statusNode = (page: Page, name: string) => page.getByRole('button', { name, exact: false })
const unsavedChanges = (page: Page) => page.getByRole('region', { name: 'Unsaved changes' })

/** Presses Tab until the button has the focus. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const wanted = page.getByRole('button', { name })
  for (let presses = 0; presses < 60; presses++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never comes to ${name}`)
}

test('a transition gets a rule by keys only, and the diagram describes the transitions of a status', async () => {
  const page = await openWorkflow(team.admin.page)
  const { keyboard } = page
  await tabTo(page, /^To do/)
  await keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'To do', exact: true })
  await expect(dialog).toBeVisible()
  await dialog.getByRole('checkbox', { name: 'Any status' }).focus()
  await keyboard.press('Space')
  await dialog.getByRole('checkbox', { name: 'Done', exact: true }).focus()
  await keyboard.press('Space')
  await dialog.getByRole('checkbox', { name: 'In review', exact: true }).focus()
  await keyboard.press('Space')
  await keyboard.press('Escape')
  await expect(dialog).toBeHidden()

  await tabTo(page, /^To do to In progress, no rules/)
  await keyboard.press('Enter')
  const rules = page.getByRole('dialog', { name: 'To do to In progress' })
  await rules.getByRole('checkbox', { name: 'Estimate', exact: true }).focus()
  await keyboard.press('Space')
  await rules.getByLabel('Priority').selectOption('High')
  await rules.getByRole('checkbox', { name: 'Admins' }).focus()
  await keyboard.press('Space')
  await keyboard.press('Escape')
  await expect(unsavedChanges(page)).toContainText('Allows transitions from To do to In progress.')
  await tabTo(page, /^Save workflow/)
  await keyboard.press('Enter')
  await expect(unsavedChanges(page)).toBeHidden()

  await page.reload()
  const transition = page.getByRole('button', {
    name: 'To do to In progress: needs an estimate; only admins; sets the priority to High',
  })
  await expect(transition).toBeVisible()
  await page.getByRole('radio', { name: 'Table' }).check()
  await expect(page.getByRole('checkbox', { name: 'To do to Done' })).not.toBeChecked()
  await expect(page.getByRole('checkbox', { name: 'To do to In progress' })).toBeChecked()
})

test('a status is added and renamed, and another one is removed after its tasks are reassigned', async () => {
  for (const title of ['First', 'Second']) await project.createTask(title, { statusId: 'review' })
  const jonas = await team.addMember('Jonas Berg')
  const board = await BoardPage.open(jonas.page, project.boardPath)
  const page = await openWorkflow(team.admin.page)

  await page.getByRole('button', { name: 'Add status' }).click()
  const added = page.getByRole('dialog', { name: 'New status' })
  await added.getByLabel('Name').fill('Testing')
  await page.getByRole('button', { name: 'Done', exact: true }).last().click()

  await statusNode(page, 'In review').first().click()
  await page.getByRole('button', { name: 'Remove', exact: true }).click()
  const removing = page.getByRole('dialog', { name: 'Remove In review?' })
  await expect(removing).toContainText('Its 2 tasks go below those of the status you name.')
  await removing.getByRole('radio', { name: 'Testing' }).check()
  await removing.getByRole('button', { name: 'Remove status' }).click()
  await expect(unsavedChanges(page)).toContainText('Adds Testing.')
  await expect(unsavedChanges(page)).toContainText('Removes In review; its 2 tasks go to Testing.')
  await board.expectTitles('In review', ['First', 'Second'])

  await page.getByRole('button', { name: 'Save workflow' }).click()
  await expect(unsavedChanges(page)).toBeHidden()
  await board.expectTitles('Testing', ['First', 'Second'])
  await expect(board.column('In review')).toHaveCount(0)
})

test('unsaved changes are not lost by a click on a link', async () => {
  const page = await openWorkflow(team.admin.page)
  await page.getByRole('radio', { name: 'Table' }).check()
  await page.getByRole('checkbox', { name: 'Done to any status' }).uncheck()
  await page.getByRole('checkbox', { name: 'Done to To do' }).uncheck()
  await expect(unsavedChanges(page)).toBeVisible()
  await page.getByRole('link', { name: 'Settings' }).first().click()
  const question = page.getByRole('alertdialog', { name: 'Leave without saving the workflow?' })
  await question.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByRole('checkbox', { name: 'Done to To do' })).not.toBeChecked()
  await page.getByRole('button', { name: 'Discard' }).click()
  await expect(page.getByRole('checkbox', { name: 'Done to To do' })).toBeChecked()
})

test('Back, a key and the palette also ask before unsaved changes are lost', async () => {
  const { page } = team.admin
  await page.goto(project.boardPath.replace('/board', '/settings'))
  await page.getByRole('link', { name: 'Workflow' }).first().click()
  await page.getByRole('radio', { name: 'Table' }).check()
  const anyStatus = page.getByRole('checkbox', { name: 'Done to any status' })
  await anyStatus.uncheck()
  await expect(unsavedChanges(page)).toBeVisible()
  const question = page.getByRole('alertdialog', { name: 'Leave without saving the workflow?' })
  const stay = async () => {
    await expect(question).toContainText('Allows transitions from Done to')
    await question.getByRole('button', { name: 'Cancel' }).click()
    await expect(question).toBeHidden()
    await expect(page).toHaveURL(/\/settings\/workflow$/)
    await expect(anyStatus).not.toBeChecked()
  }
  await pressBack(page)
  await stay()
  await anyStatus.focus()
  await page.keyboard.press('g')
  await page.keyboard.press('b')
  await stay()
  await page.keyboard.press('Control+k')
  await page.getByRole('option', { name: /^Backlog/ }).click()
  await stay()

  await pressBack(page)
  await expect(question).toBeVisible()
  await expectNoAxeViolations(page)
  await question.getByRole('button', { name: 'Leave' }).click()
  await expect(page).toHaveURL(/\/settings$/)
  await expect(page.getByRole('region', { name: 'Components' })).toBeVisible()
  await page.goForward()
  await expect(page).toHaveURL(/\/settings\/workflow$/)
  await page.getByRole('radio', { name: 'Table' }).check()
  await expect(anyStatus).toBeChecked()
  await pressBack(page)
  await expect(page).toHaveURL(/\/settings$/)
})

test('members see the workflow read-only', async () => {
  const jonas = await team.addMember('Jonas Berg')
  const page = await openWorkflow(jonas.page)
  await expect(page.getByText('Only admins of this workspace can change them.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Add status' })).toHaveCount(0)
  await expect(page.locator('button[data-status]')).toHaveCount(0)
  await page.getByRole('radio', { name: 'Table' }).check()
  await expect(page.getByRole('img', { name: 'To do to Done' })).toBeVisible()
  await expect(page.getByRole('table').getByRole('checkbox')).toHaveCount(0)
})

for (const width of [1440, 390]) {
  test(`axe finds nothing in the workflow and its dialogs, ${width} px wide`, async () => {
    const rules = [
      { kind: 'validator', fields: ['estimate', 'assignees'] },
      { kind: 'postFunction', field: 'resolution', to: 'done' },
    ]
    const to = (...ids: string[]) =>
      ids.map((id) => ({ to: id, rules: id === 'done' ? rules : [] }))
    const status = (
      id: string,
      name: string,
      category: string,
      color: string,
      transitions: unknown,
    ) => {
      return { id, name, category, color, wipLimit: null, transitions }
    }
    await project.send('workflow.change', {
      baseVersion: 1,
      statuses: [
        status('todo', 'To do', 'todo', 'slate', to('in-progress', 'done')),
        status('in-progress', 'In progress', 'in_progress', 'amber', to('review', 'todo')),
        status('review', 'In review', 'in_progress', 'violet', to('done', 'in-progress')),
        status('done', 'Done', 'done', 'teal', null),
      ],
      reassignments: {},
    })
    const { page } = team.admin
    await page.setViewportSize({ width, height: 900 })
    await openWorkflow(page)
    await expect(page.getByRole('table')).toHaveCount(width === 390 ? 1 : 0)
    await expectNoAxeViolations(page)
    if (width === 390) {
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(overflow).toBeLessThanOrEqual(390)
    }
    await page.locator('button[data-transition="todo done"]').click()
    await expect(page.getByRole('dialog', { name: 'To do to Done' })).toBeVisible()
    await expectNoAxeViolations(page)
    await page.keyboard.press('Escape')
    await page.locator('button[data-status="todo"]').first().click()
    await expect(page.getByRole('dialog', { name: 'To do', exact: true })).toBeVisible()
    await expectNoAxeViolations(page)
  })
}
