import { BoardPage } from '@/tests/support/boardPage'
import { expect, type Page, test } from '@/tests/support/browser'
import { Team } from '@/tests/support/team'

let team: Team

test.beforeEach(async ({ browser }) => {
  team = await Team.make(browser)
})
test.afterEach(() => team.close())

/** Keeps back what the page fetches of its own code, until told to let it through. */
async function slowCode(page: Page): Promise<() => void> {
  let letThrough = () => {}
  const through = new Promise<void>((resolve) => {
    letThrough = resolve
  })
  await page.route('**/_next/static/chunks/**', async (route) => {
    await through
    await route.continue()
  })
  return letThrough
}

test('a title that is typed before its field is here is not lost, and Enter adds it', async () => {
  const { board: address } = await team.project('NEW', 'simple')
  const board = await BoardPage.open(team.admin.page, address)
  const letThrough = await slowCode(board.page)
  await board.page.getByRole('button', { name: 'Create the first task' }).click()
  await board.page.keyboard.type('The very furst')
  for (const _ of 'urst') await board.page.keyboard.press('Backspace')
  await board.page.keyboard.type('irst')
  await board.page.keyboard.press('Enter')
  letThrough()
  await board.shows('To do', ['The very first$'])
  await expect(board.page.getByLabel('Title of a new task in To do')).toHaveValue('')
})

test('the palette and a list on a card take what was typed while they were fetched', async () => {
  const project = await team.project('NEW', 'simple')
  await project.task('Only one')
  const board = await BoardPage.open(team.admin.page, project.board)
  const letThrough = await slowCode(board.page)
  const { keyboard } = board.page
  await keyboard.press('Control+k')
  await keyboard.type('go to history')
  letThrough()
  await expect(board.page.getByRole('combobox')).toHaveValue('go to history')
  await keyboard.press('Escape')
  await expect(board.page.getByRole('dialog')).toHaveCount(0)

  await board.page.reload()
  await board.shows('To do', ['Only one'])
  const again = await slowCode(board.page)
  await board.card('Only one').focus()
  await keyboard.press('s')
  await keyboard.type('done')
  await keyboard.press('Enter')
  again()
  await board.shows('Done', ['Only one'])
})

test('a question that has just been fetched takes its keys itself', async () => {
  const project = await team.project('NEW', 'simple')
  const { page } = team.admin
  // Else the page fetches its questions of itself while nothing happens.
  await page.addInitScript(() => Object.assign(window, { requestIdleCallback: () => 0 }))
  await page.goto(project.board.replace('/board', '/settings/workflow'))
  await expect(page.getByText('live', { exact: true })).toBeVisible()
  await page.getByRole('radio', { name: 'Table' }).check()
  await page.getByRole('checkbox', { name: 'Done leads anywhere' }).uncheck()
  await expect(page.getByRole('region', { name: 'Unsaved changes' })).toBeVisible()
  const letThrough = await slowCode(page)
  await page.keyboard.press('g')
  await page.keyboard.press('b')
  letThrough()
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alertdialog')).toHaveCount(0)
})
