import type { Page } from '@playwright/test'
import { v7 as newId } from 'uuid'
import { expect, expectNoAxeViolations, test } from '@/tests/support/browserTest'
import { TestTeam, type TestTeamProject } from '@/tests/support/testTeam'

let team: TestTeam
let project: TestTeamProject

test.beforeEach(async ({ browser }) => {
  team = await TestTeam.create(browser)
  project = await team.createProject('ALO')
})
test.afterEach(() => team.close())

async function openHistory(page: Page, query = ''): Promise<Page> {
  await page.goto(project.boardPath.replace('/board', `/history${query}`))
  await expect(page.getByRole('status').filter({ hasText: /^live$/ })).toBeAttached()
  return page
}

const historyLines = (page: Page) =>
  page.getByRole('list', { name: 'What happened, newest first' }).getByRole('listitem')

test('every event is described in a sentence below its day and links to its task', async () => {
  const taskId = await project.createTask('Logger fails')
  await project.send('task.move', { taskId, baseVersion: 1, statusId: 'done', position: {} })
  await project.send('comment.add', {
    taskId,
    baseVersion: 2,
    commentId: newId(),
    body: 'Seen again',
  })
  const page = await openHistory(team.admin.page)
  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible()
  await expect(historyLines(page)).toContainText([
    'Today',
    'Ana Lima commented on ALO-1 Logger fails: “Seen again”',
    'Ana Lima moved ALO-1 Logger fails from To do to Done',
    'Ana Lima created ALO-1 Logger fails',
    'Ana Lima created the project Project ALO',
  ])
  await expect(historyLines(page).getByRole('time').first()).toHaveAttribute(
    'data-tooltip',
    /\d{4}/,
  )
  await expectNoAxeViolations(page)
  await historyLines(page).getByRole('link', { name: 'ALO-1 Logger fails' }).first().click()
  await expect(page).toHaveURL(/\/tasks\/ALO-1$|task=ALO-1/)
})

test('the history is filtered by person, task and kind in the URL', async () => {
  const member = await team.addMember('Jonas Berg')
  const first = await project.createTask('Logger fails')
  await project.createTask('Something else')
  const projectId = project.projectId
  const sent = await member.request.post('/api/trpc/task.move', {
    data: {
      projectId,
      commandId: newId(),
      clientId: newId(),
      taskId: first,
      baseVersion: 1,
      statusId: 'done',
      position: {},
    },
  })
  expect(sent.ok()).toBe(true)

  const page = await openHistory(team.admin.page)
  await expect(historyLines(page)).toHaveCount(5)
  await page.getByRole('button', { name: 'Filter by person' }).click()
  await page.getByRole('option', { name: 'Jonas Berg' }).click()
  await expect(historyLines(page)).toContainText(['Today', 'Jonas Berg moved ALO-1'])
  await expect(page).toHaveURL(/person=/)

  await page.getByRole('button', { name: 'Clear the filter' }).click()
  await page.keyboard.press('/')
  await page.keyboard.type('alo-2')
  await expect(historyLines(page)).toContainText(['Today', 'Ana Lima created ALO-2 Something else'])
  await expect(page).toHaveURL(/q=alo-2/)
  await page.reload()
  await expect(historyLines(page)).toHaveCount(2)

  await page.getByRole('button', { name: 'Filter by kind' }).click()
  await page.getByRole('option', { name: /^Comments/ }).click()
  await expect(page.getByText('No event matches this filter.')).toBeVisible()
  await expectNoAxeViolations(page)
  await page.getByRole('main').getByRole('button', { name: 'Clear the filter' }).click()
  await expect(historyLines(page)).toHaveCount(5)
})

test('a filter changed again before the screen shows the first change keeps both', async () => {
  const page = await openHistory(team.admin.page, '?q=alo')
  await page.getByRole('button', { name: 'Filter by kind' }).click()
  const option = await page.getByRole('option', { name: /^Comments/ }).elementHandle()
  const clear = page.getByRole('search').getByRole('button', { name: 'Clear the filter' })
  await clear.evaluate((button: HTMLElement, other) => {
    button.click()
    if (other instanceof HTMLElement) other.click()
  }, option)
  await expect(page).toHaveURL(/history\?kind=comments$/)
  await expect(page.getByRole('searchbox', { name: 'Filter by task' })).toHaveValue('')
})

test('the text of a filter stays in its field while it is applied', async () => {
  const page = await openHistory(team.admin.page)
  const field = page.getByRole('searchbox', { name: 'Filter by task' })
  await field.evaluate((input: HTMLInputElement) => {
    const { get, set } = Object.getOwnPropertyDescriptor(input, 'value') ?? {}
    Object.defineProperty(input, 'value', {
      get,
      set(text) {
        if (text !== 'alo') input.dataset.replacedBy = `“${text}”`
        set?.call(input, text)
      },
    })
  })
  await field.focus()
  await page.keyboard.insertText('alo')
  await expect(page).toHaveURL(/q=alo/)
  await expect(
    page.getByText('No event matches this filter.').or(historyLines(page).first()),
  ).toBeVisible()
  await expect(field).toHaveValue('alo')
  await expect(field).not.toHaveAttribute('data-replaced-by')
})

test('items keep their names in the history after they are removed, at once and after a reload', async () => {
  const taskId = await project.createTask('Logger fails')
  const [sprintId, componentId, versionId] = [newId(), newId(), newId()]
  await project.send('sprint.create', { baseVersion: 1, sprintId, name: 'Alpha' })
  await project.send('component.add', { baseVersion: 2, componentId, name: 'Wire' })
  await project.send('version.add', { baseVersion: 3, versionId, name: '1.0' })
  const add = { components: [componentId], fixVersions: [versionId] }
  await project.send('task.edit', { taskId, baseVersion: 1, add })
  const whole = await openHistory(team.admin.page)
  const own = await team.admin.page.context().newPage()
  await own.goto(project.boardPath.replace('/board', '/tasks/ALO-1'))
  await expect(own.getByRole('status').filter({ hasText: /^live$/ })).toBeAttached()
  const thread = own.getByRole('list', { name: 'Activity' })
  await expect(thread).toContainText('added the component Wire')

  await project.send('sprint.remove', { baseVersion: 4, sprintId })
  await project.send('component.remove', { baseVersion: 5, componentId, moveTo: null })
  await project.send('version.remove', { baseVersion: 6, versionId, moveTo: null })
  const says = async () => {
    await expect(historyLines(whole)).toContainText([
      'Today',
      'removed the version 1.0',
      'removed the fix version 1.0 from ALO-1',
      'removed the component Wire',
      'removed the component Wire from ALO-1',
      'deleted Alpha',
      'added the component Wire to ALO-1 Logger fails and added the fix version 1.0',
    ])
    await expect(thread).toContainText('removed the component Wire')
    await expect(thread).toContainText('removed the fix version 1.0')
    await expect(thread).not.toContainText('gone')
  }
  await says()
  await Promise.all([whole.reload(), own.reload()])
  await says()
})

test('a conflict and its resolution are one entry', async () => {
  const member = await team.addMember('Jonas Berg')
  const taskId = await project.createTask('Logger fails')
  await project.send('task.move', { taskId, baseVersion: 1, statusId: 'in-progress', position: {} })
  const send = async (type: string, data: object) => {
    const ids = { projectId: project.projectId, commandId: newId(), clientId: newId() }
    const answer = await member.request.post(`/api/trpc/${type}`, { data: { ...ids, ...data } })
    return (await answer.json()).result.data
  }
  const lost = await send('task.move', { taskId, baseVersion: 1, statusId: 'done', position: {} })
  expect(lost.outcome).toBe('conflict')

  const page = await openHistory(team.admin.page, '?kind=conflicts')
  const story = historyLines(page).filter({ hasText: 'Jonas Berg wanted the status of ALO-1' })
  await expect(story).toContainText('to be Done, but Ana Lima had just made it In progress')
  await expect(story).toContainText('Unresolved')

  await send('conflict.resolve', {
    conflictId: lost.conflict.id,
    choice: 'mine',
    baseVersion: 2,
  })
  await expect(story).toContainText('Jonas Berg applied their own: Done')
  await expect(historyLines(page)).toHaveCount(2)
  await expectNoAxeViolations(page)
})

test('long histories load while scrolling, draw only visible rows and hold back new events', async () => {
  for (let n = 1; n <= 120; n++) await project.createTask(`Task ${n}`)
  const page = await openHistory(team.admin.page)
  await expect(historyLines(page).filter({ hasText: 'created ALO-120' })).toBeVisible()

  await project.createTask('At the top')
  await expect(historyLines(page).filter({ hasText: 'At the top' })).toBeVisible()

  const main = page.getByRole('main')
  await main.focus()
  await expect(async () => {
    await page.keyboard.press('End')
    await expect(historyLines(page).filter({ hasText: 'created the project' })).toBeVisible({
      timeout: 500,
    })
  }).toPass()
  expect(await historyLines(page).count()).toBeLessThan(80)

  const before = await main.evaluate((element) => element.scrollTop)
  await project.createTask('While away')
  await project.createTask('Once more')
  const pill = page.getByRole('button', { name: '2 new' })
  await expect(pill).toBeVisible()
  expect(await main.evaluate((element) => element.scrollTop)).toBe(before)
  await expectNoAxeViolations(page)
  await pill.click()
  await expect(historyLines(page).filter({ hasText: 'Once more' })).toBeVisible()
  await expect(pill).toBeHidden()
})

test('a page that cannot be loaded shows an error and is retried', async () => {
  await project.createTask('Logger fails')
  const page = await openHistory(team.admin.page)
  await page.route('**/api/trpc/history.page*', (route) => route.abort())
  await page.keyboard.press('/')
  await page.keyboard.type('logger')
  await expect(page.getByRole('main').getByRole('alert')).toContainText(
    'The history could not be loaded',
  )
  await expectNoAxeViolations(page)
  await page.unroute('**/api/trpc/history.page*')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(historyLines(page)).toHaveCount(2)
})

test('the history fits a phone', async () => {
  await project.createTask(
    'A logger with an unusually-long-name-that-nobody-could-ever-break-in-two',
  )
  const { page } = await team.addMember('Jonas Berg', 'viewer', {
    viewport: { width: 390, height: 844 },
  })
  await openHistory(page)
  await expect(historyLines(page)).toHaveCount(3)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  await page.getByRole('searchbox', { name: 'Filter by task' }).fill('nothing')
  await expect(page.getByText('No event matches this filter.')).toBeVisible()
  await expectNoAxeViolations(page)
})
