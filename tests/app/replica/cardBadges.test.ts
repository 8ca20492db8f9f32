import { expect, test } from 'vitest'
import { BadgeTracker } from '@/app/_replica/badges/badgeTracker'
import { cardsAffectedBy } from '@/app/_replica/badges/cardsAffectedBy'
import { loadCardBadges } from '@/server/queries/cardBadges'
import { makeWorkspace } from '@/tests/support/people'
import { openReplica, projectScope } from '@/tests/support/replica'
import { makeProject } from '@/tests/support/testClient'
import { testDatabase } from '@/tests/support/testDatabase'

await testDatabase()

/** More than a column loads at first, so that later tasks are unknown to the replica. */
const TASK_COUNT = 40

test('the badges of an epic are fetched again when the epic or one of its children changes', async () => {
  const ada = await makeWorkspace()
  const project = await makeProject(ada)
  for (let i = 0; i < TASK_COUNT; i++) await project.createTask()
  const epic = await project.createTask({ taskType: 'epic', title: 'Checkout' })
  const other = await project.createTask({ taskType: 'epic', title: 'Search' })
  const child = await project.createTask({ parentId: epic })
  const plainTask = await project.createTask()
  const scope = await projectScope(ada, project.projectId)
  const store = await openReplica(ada, project.projectId)
  const badges = new BadgeTracker(store)
  const ask = async () => {
    const found = await loadCardBadges(scope, [child, plainTask, epic, other])
    badges.badges.clear()
    for (const [id, badge] of Object.entries(found.badges)) badges.badges.set(id, badge)
  }
  await ask()
  expect(store.optimisticState.cards.has(epic)).toBe(false)
  expect(badges.badges.get(child)?.parent).toMatchObject({ id: epic, title: 'Checkout' })

  const received: string[] = []
  store.events.subscribe((events) => {
    for (const event of events) received.push(...cardsAffectedBy(badges, event))
  })
  /** Returns the cards whose badges are fetched again after an action. */
  const after = async (act: Promise<unknown>) => {
    await act
    received.length = 0
    const { seq } = await loadCardBadges(scope, [])
    store.refresh()
    await expect.poll(() => store.optimisticState.seq).toBe(seq)
    return new Set(received)
  }
  const rename = { taskId: epic, baseVersion: 1, set: { title: 'Till' } }
  const renamed = await after(project.send({ type: 'task.edit', ...rename }))
  expect(renamed).toContain(child)
  expect(renamed).not.toContain(plainTask)

  const nest = { type: 'task.setParent', taskId: child, baseVersion: 1, parentId: other } as const
  const nested = await after(project.send(nest))
  for (const id of [child, epic, other]) expect(nested).toContain(id)
  await ask()
  expect(badges.badges.get(child)?.parent?.title).toBe('Search')

  const done = await after(project.move(child, 2, 'done'))
  expect(done).toContain(other)
  const made = await after(project.createTask({ parentId: epic }))
  expect(made).toContain(epic)
})
