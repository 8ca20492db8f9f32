import { BoardPage } from '@/tests/support/boardPage'
import { expect, type Page, test } from '@/tests/support/browserTest'
import { TestTeam } from '@/tests/support/testTeam'

let team: TestTeam

test.beforeEach(async ({ browser }) => {
  team = await TestTeam.create(browser)
})
test.afterEach(() => team.close())

/** Delays the page's script chunks until released. */
async function delayChunks(page: Page): Promise<() => void> {
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/_next/static/chunks/**', async (route) => {
    await released
    await route.continue()
  })
  return release
}

test('a title typed before its field is loaded is not lost, and Enter adds it', async () => {
  const { boardPath: address } = await team.createProject('NEW', 'simple')
  const board = await BoardPage.open(team.admin.page, address)
  const release = await delayChunks(board.page)
  await board.page.getByRole('button', { name: 'Create the first task' }).click()
  await board.page.keyboard.type('The very furst')
  for (const _ of 'urst') await board.page.keyboard.press('Backspace')
  await board.page.keyboard.type('irst')
  await board.page.keyboard.press('Enter')
  release()
  await board.expectTitles('To do', ['The very first$'])
  await expect(board.page.getByLabel('Title of a new task in To do')).toHaveValue('')
})

test('the palette and a list on a card receive what was typed while they loaded', async () => {
  const project = await team.createProject('NEW', 'simple')
  await project.createTask('Only one')
  const board = await BoardPage.open(team.admin.page, project.boardPath)
  const release = await delayChunks(board.page)
  const { keyboard } = board.page
  await keyboard.press('Control+k')
  await keyboard.type('go to history')
  release()
  await expect(board.page.getByRole('combobox')).toHaveValue('go to history')
  await keyboard.press('Escape')
  await expect(board.page.getByRole('dialog')).toHaveCount(0)

  await board.page.reload()
  await board.expectTitles('To do', ['Only one'])
  const again = await delayChunks(board.page)
  await board.card('Only one').focus()
  await keyboard.press('s')
  await keyboard.type('done')
  await keyboard.press('Enter')
  again()
  await board.expectTitles('Done', ['Only one'])
})

test('a confirmation that has just loaded handles its keys itself', async () => {
  const project = await team.createProject('NEW', 'simple')
  const { page } = team.admin
  // Otherwise the page prefetches its dialogs while it is idle.
  await page.addInitScript(() => Object.assign(window, { requestIdleCallback: () => 0 }))
  await page.goto(project.boardPath.replace('/board', '/settings/workflow'))
  await expect(page.getByText('live', { exact: true })).toBeVisible()
  await page.getByRole('radio', { name: 'Table' }).check()
  await page.getByRole('checkbox', { name: 'Done to any status' }).uncheck()
  await expect(page.getByRole('region', { name: 'Unsaved changes' })).toBeVisible()
  const release = await delayChunks(page)
  await page.keyboard.press('g')
  await page.keyboard.press('b')
  release()
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alertdialog')).toHaveCount(0)
})

test('Esc before a list has the focus closes it, and the next letter opens another one', async () => {
  const project = await team.createProject('NEW', 'simple')
  await project.createTask('Only one')
  const { page } = team.admin
  await page.addInitScript(() => {
    const drawFrame = window.requestAnimationFrame.bind(window)
    let isPaused = false
    const paused: FrameRequestCallback[] = []
    window.requestAnimationFrame = (callback) =>
      isPaused ? paused.push(callback) : drawFrame(callback)
    Object.assign(window, {
      pauseFrames: (pause: boolean) => {
        isPaused = pause
        if (!pause) for (const callback of paused.splice(0)) drawFrame(callback)
      },
    })
  })
  const board = await BoardPage.open(page, project.boardPath)
  await board.card('Only one').focus()
  await page.evaluate('pauseFrames(true)')
  await page.keyboard.press('p')
  await expect(page.getByRole('option', { name: 'Urgent' })).toBeVisible()
  await expect(page.getByRole('combobox', { name: 'Priority' })).not.toBeFocused()
  await page.keyboard.press('Escape')
  await page.evaluate('pauseFrames(false)')
  await expect(page.getByRole('option')).toHaveCount(0)
  await page.keyboard.press('s')
  await expect(page.getByRole('option', { name: 'Done' })).toBeVisible()
})
