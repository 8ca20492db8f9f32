import { expect, onTestFinished, test, vi } from 'vitest'
import { BadgeTracker } from '@/app/_replica/badges/badgeTracker'
import { cardsAffectedBy } from '@/app/_replica/badges/cardsAffectedBy'
import { startBadgeUpdates } from '@/app/_replica/badges/startBadgeUpdates'
import { loadCardBadges } from '@/server/queries/cardBadges'
import { makeWorkspace } from '@/tests/support/people'
import { directServer, openReplica, projectScope } from '@/tests/support/replica'
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

/** Enough missing events for a replica to start over from a snapshot. */
const FAR = 10_000

test('the badges of the cards on screen are fetched again when the replica has started over', async () => {
  vi.stubGlobal('document', new EventTarget())
  onTestFinished(() => {
    vi.unstubAllGlobals()
  })
  const ada = await makeWorkspace()
  const project = await makeProject(ada)
  const { projectId } = project
  const epic = await project.createTask({ taskType: 'epic', title: 'Checkout' })
  const child = await project.createTask({ parentId: epic })
  const direct = await directServer(ada, projectId)
  let isFarAhead = false
  const store = await openReplica(ada, projectId, {
    api: {
      ...direct,
      fetchEvents: async (seq) => {
        const page = await direct.fetchEvents(seq)
        const far = isFarAhead ? FAR : 0
        isFarAhead = false
        return { ...page, seq: page.seq + far }
      },
    },
  })
  const scope = await projectScope(ada, projectId)
  const tracker = new BadgeTracker(store)
  tracker.visibleCards.set(child, 1)
  onTestFinished(startBadgeUpdates(tracker, ({ ids }) => loadCardBadges(scope, ids)))
  const parentTitle = () => tracker.badges.get(child)?.parent?.title
  await expect.poll(parentTitle).toBe('Checkout')

  isFarAhead = true
  const rename = { taskId: epic, baseVersion: 1, set: { title: 'Till' } }
  await project.send({ type: 'task.edit', ...rename })
  store.refresh()
  await expect.poll(parentTitle).toBe('Till')
})
