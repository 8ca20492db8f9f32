import { BoardPage } from '@/tests/support/boardPage'
import { expectNoAxeViolations } from '@/tests/support/browserTest'
import { expect, test } from '@/tests/support/signedInTest'
import { activityList, openTaskPage, taskPanel } from '@/tests/support/taskPage'

test('a long history loads page by page', async ({ ada, project }) => {
  const taskId = await project.createTask('Restless')
  for (let version = 1; version <= 60; version++) {
    const set = { estimate: version }
    await project.send('task.edit', { taskId, baseVersion: version, set })
  }
  await openTaskPage(ada, project)
  await expect(activityList(ada).getByText('to 60 points')).toBeVisible()
  await expect(activityList(ada).getByText('created the task')).toHaveCount(0)
  await activityList(ada).getByRole('listitem').last().scrollIntoViewIfNeeded()
  await expect(activityList(ada).getByRole('listitem')).toHaveCount(61)
  await expect(activityList(ada).getByRole('listitem').last()).toContainText('created the task')
})

test('on a phone the task covers the board until it is closed', async ({ ada, project }) => {
  await ada.setViewportSize({ width: 390, height: 844 })
  await project.createTask('Small')
  const board = await BoardPage.open(ada, project.board)
  await board.card('Small').click()
  const panel = taskPanel(ada, project)
  await expect(panel.getByRole('heading', { name: 'Small' })).toBeVisible()
  await expect.poll(() => panel.boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 })
  await panel.getByRole('button', { name: 'Close' }).click()
  await expect(board.card('Small')).toBeFocused()
})

for (const width of [1440, 390]) {
  test(`axe finds nothing on a task, ${width} px wide`, async ({ ada, project }) => {
    const id = await project.createTask('Looked at', {
      description: '# Why\n\nA `word` and a [link](/).\n\n- [x] done\n- [ ] not',
      labels: ['api', 'web'],
      dueDate: '2020-01-01',
    })
    const { send } = project
    await send('comment.add', {
      taskId: id,
      baseVersion: 1,
      commentId: crypto.randomUUID(),
      body: 'Hm',
    })
    await ada.setViewportSize({ width, height: 844 })
    await openTaskPage(ada, project)
    await expect(activityList(ada).getByText('created the task')).toBeVisible()
    await expectNoAxeViolations(ada)
    await ada.goto(`${project.board}?task=${project.key}-1`)
    await expect(activityList(ada).getByText('created the task')).toBeVisible()
    await ada.getByRole('button', { name: 'Edit description' }).click()
    await expectNoAxeViolations(ada)
  })
}
