import { expect, test } from '@/tests/support/browserTest'
import { TestTeam } from '@/tests/support/testTeam'

test('signing out everywhere and being removed reach an open board at once', async ({
  browser,
}) => {
  const team = await TestTeam.create(browser)
  const project = await team.createProject('OUT')
  const ben = await team.addMember('Ben')
  const { page } = ben
  await page.goto(project.boardPath)
  await expect(page.getByText('live', { exact: true })).toBeVisible()

  await ben.request.post('/api/trpc/account.signOutEverywhere', { data: {} })
  await expect(page.getByText('You are signed out', { exact: true })).toBeVisible()
  await expect(page.getByText('offline', { exact: true })).toBeVisible()

  const eva = await team.addMember('Eva')
  await eva.page.goto(project.boardPath)
  await expect(eva.page.getByText('live', { exact: true })).toBeVisible()
  const people = await team.admin.request.get(
    `/api/trpc/people.list?input=${encodeURIComponent(JSON.stringify({ workspace: team.slug }))}`,
  )
  const all: { id: string; name: string }[] = (await people.json()).result.data
  const personId = all.find((person) => person.name === 'Eva')?.id
  const data = { workspace: team.slug, personId }
  expect((await team.admin.request.post('/api/trpc/people.remove', { data })).ok()).toBe(true)
  await expect(eva.page.getByText('You cannot see this project any more')).toBeVisible()
  await team.close()
})
