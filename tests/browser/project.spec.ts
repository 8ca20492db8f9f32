import { BoardPage } from '@/tests/support/boardPage'
import { expect, expectNoAxeViolations, test } from '@/tests/support/browserTest'
import { TestTeam } from '@/tests/support/testTeam'

let team: TestTeam

test.beforeEach(async ({ browser }) => {
  team = await TestTeam.create(browser)
})
test.afterEach(() => team.close())

test('an empty board says so and leads to creating the first task', async () => {
  const empty = await team.createProject('NEW', 'simple')
  const board = await BoardPage.open(team.admin.page, empty.boardPath)
  await expect(board.page.getByText('There are no tasks here yet.')).toBeVisible()
  await expectNoAxeViolations(board.page)
  await board.page.getByRole('button', { name: 'Create the first task' }).click()
  await board.page.keyboard.type('The very first')
  await board.page.keyboard.press('Enter')
  await board.expectTitles('To do', ['The very first'])
})

test('a project is created from a name and has a board at once', async () => {
  const { page } = team.admin
  await page.goto(`/${team.slug}`)
  await page.getByRole('button', { name: 'Create project' }).click()
  await page.getByLabel('Name').fill('Mobile app')
  await expect(page.getByLabel('Key')).toHaveValue('MA')
  await page.getByRole('radio', { name: /Simple/ }).check()
  await expectNoAxeViolations(page)
  await page.getByRole('dialog').getByRole('button', { name: 'Create project' }).click()
  await page.waitForURL(/\/MA\/board$/)
  await expect(page.getByRole('region', { name: 'In progress' })).toBeVisible()
  await expect(page.getByRole('navigation', { name: 'Main' })).toContainText('Mobile app')
})

test('a connection lost at the first interaction leaves the page intact', async () => {
  const project = await team.createProject('ALO')
  for (const title of ['First', 'Second']) await project.createTask(title)
  const { page } = team.admin
  let goOn = () => {}
  const isOpen = new Promise<void>((resolve) => {
    goOn = resolve
  })
  // At the first interaction the page sends its time zone. Its response is the last to arrive.
  await page.route('**/api/trpc/time.setTimeZone**', async (route) => {
    await isOpen
    const response = await route.fetch()
    await page.context().setOffline(true)
    await route.fulfill({ response })
  })
  const board = await BoardPage.open(page, project.boardPath)
  await board.expectTitles('To do', ['First', 'Second'])
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
