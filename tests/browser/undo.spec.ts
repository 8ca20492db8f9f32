import { BoardPage } from '@/tests/support/boardPage'
import { expect, test } from '@/tests/support/browser'
import { Team, type TeamProject } from '@/tests/support/team'

let team: Team
let project: TeamProject

test.beforeEach(async ({ browser }) => {
  team = await Team.make(browser)
  project = await team.project('ALO')
  for (const title of ['First', 'Second', 'Third']) await project.task(title)
})
test.afterEach(() => team.close())

test('a move is taken back before the server has answered it', async () => {
  const board = await BoardPage.open(team.admin.page, project.board)
  const { keyboard } = board.page
  let answered = 0
  board.page.on('response', (response) => {
    if (response.url().includes('/api/trpc/task.move')) answered++
  })
  let answer = () => {}
  const held = new Promise<void>((resolve) => {
    answer = resolve
  })
  await board.page.route('**/api/trpc/task.move*', async (route) => {
    await held
    await route.continue()
  })
  await board.card('Second').focus()
  await keyboard.press('Space')
  await keyboard.press('ArrowRight')
  await keyboard.press('Enter')
  await board.shows('In progress', ['Second'])
  await keyboard.press('Control+z')
  await board.shows('To do', ['First', 'Second', 'Third'])
  answer()
  await expect.poll(() => answered).toBe(2)
  await board.page.reload()
  await board.shows('To do', ['First', 'Second', 'Third'])
})
