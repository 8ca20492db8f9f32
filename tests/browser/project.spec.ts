import { BoardPage } from '@/tests/support/boardPage'
import { expect, expectNoAxeFindings, test } from '@/tests/support/browser'
import { Team } from '@/tests/support/team'

let team: Team

test.beforeEach(async ({ browser }) => {
  team = await Team.make(browser)
})
test.afterEach(() => team.close())

test('an empty board says so and leads to the first task', async () => {
  const empty = await team.project('NEW', 'simple')
  const board = await BoardPage.open(team.admin.page, empty.board)
  await expect(board.page.getByText('There are no tasks here yet.')).toBeVisible()
  await expectNoAxeFindings(board.page)
  await board.page.getByRole('button', { name: 'Create the first task' }).click()
  await board.page.keyboard.type('The very first')
  await board.page.keyboard.press('Enter')
  await board.shows('To do', ['The very first'])
})

test('a project is made from its name, and has a board at once', async () => {
  const { page } = team.admin
  await page.goto(`/${team.slug}`)
  await page.getByRole('button', { name: 'Create project' }).click()
  await page.getByLabel('Name').fill('Mobile app')
  await expect(page.getByLabel('Key')).toHaveValue('MA')
  await page.getByRole('radio', { name: /Simple/ }).check()
  await expectNoAxeFindings(page)
  await page.getByRole('dialog').getByRole('button', { name: 'Create project' }).click()
  await page.waitForURL(/\/MA\/board$/)
  await expect(page.getByRole('region', { name: 'In progress' })).toBeVisible()
  await expect(page.getByRole('navigation', { name: 'Main' })).toContainText('Mobile app')
})

test('a connection that is lost with the first sign of use leaves the page as it is', async () => {
  const project = await team.project('ALO')
  for (const title of ['First', 'Second']) await project.task(title)
  const { page } = team.admin
  let goOn = () => {}
  const isOpen = new Promise<void>((resolve) => {
    goOn = resolve
  })
  // With the first sign the page says in which time zone it is; the answer is the last that comes.
  await page.route('**/api/trpc/time.zone**', async (route) => {
    await isOpen
    const response = await route.fetch()
    await page.context().setOffline(true)
    await route.fulfill({ response })
  })
  const board = await BoardPage.open(page, project.board)
  await board.shows('To do', ['First', 'Second'])
  const drawnAnew: string[] = []
  page.on('request', (request) => {
    if (/board\?.*_rsc=/.test(request.url())) drawnAnew.push(request.url())
  })
  goOn()
  await page.mouse.move(600, 400)
  await expect.poll(() => page.evaluate(() => navigator.onLine)).toBe(false)
  await board.card('First').focus()
  await page.keyboard.press('ArrowDown')
  await expect(board.card('Second')).toBeFocused()
  expect(drawnAnew).toEqual([])
})
