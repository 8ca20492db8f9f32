import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { loadDomain } from '@/app/_replica/store/loadDomain'
import { PagedReplica } from './pagedReplica'

/** Longer than any pause before a request, in milliseconds. */
const LONG_MS = 5_000

// Commands are predicted in these tests.
await loadDomain()

let replica: PagedReplica

beforeEach(async () => {
  vi.useFakeTimers()
  replica = new PagedReplica()
  await replica.settle()
})
afterEach(() => {
  replica.close()
  vi.useRealTimers()
})

/** Returns the requests of a kind that have no response yet. */
const requestsOf = (kind: string) =>
  replica.requests.all.map((each) => each.name).filter((name) => name.startsWith(kind))

const wait = (ms = LONG_MS) => vi.advanceTimersByTimeAsync(ms)

/** Creates a task as another window of the same person. */
const createOnServer = (taskId: string) => {
  replica.testProject.task({ taskId, statusId: 'done', position: { end: 'top' } })
  replica.deliver(1)
}

it('people who become known during a request for people are requested after it', async () => {
  replica.store.person('p1')
  await wait()
  expect(requestsOf('people')).toEqual(['people [["p1"]]'])
  replica.store.person('p2')
  await wait()
  expect(requestsOf('people')).toEqual(['people [["p1"]]'])
  replica.requests.endOldest('people', 'answer')
  await wait()
  expect(requestsOf('people')).toEqual(['people [["p2"]]'])
})

it('more people than fit into one request are requested one after the other', async () => {
  const ids = Array.from({ length: 150 }, (_, i) => `p${i}`)
  for (const id of ids) replica.store.person(id)
  await wait()
  replica.requests.endOldest('people', 'answer')
  await wait()
  expect(requestsOf('people')).toEqual([`people ${JSON.stringify([ids.slice(100)])}`])
})

it('cards are not requested again while a request for cards is running', async () => {
  const { testProject, store, requests } = replica
  const unknown = [...testProject.projectState.tasks.keys()].filter(
    (id) => !store.optimisticState.cards.has(id),
  )
  const [first = '', second = ''] = unknown
  const moveIntoView = (taskId: string) => {
    const to = { statusId: 'done', position: { end: 'top' } } as const
    testProject.send('ann', { type: 'task.move', taskId, baseVersion: 1, ...to })
    replica.deliver(1)
  }
  moveIntoView(first)
  await wait()
  expect(requestsOf('cards')).toEqual([`cards [["${first}"]]`])
  moveIntoView(second)
  await wait()
  expect(requestsOf('cards')).toEqual([`cards [["${first}"]]`])
  requests.endOldest('cards', 'answer')
  await wait()
  expect(requestsOf('cards')).toEqual([`cards [["${second}"]]`])
})

it('filtered lists are not counted again while a count is running', async () => {
  const { testProject } = replica
  replica.toggleFilter()
  await replica.settle()
  /** Renames a task outside the loaded part, so that only the server can count the filtered lists. */
  const renameUnknownTask = (title: string) => {
    const taskId = [...testProject.projectState.tasks.keys()].find(
      (id) => !replica.store.optimisticState.cards.has(id),
    )
    if (!taskId) throw new Error('Every task is loaded.')
    const baseVersion = testProject.taskById(taskId).version
    testProject.send('ann', { type: 'task.edit', taskId, baseVersion, set: { title } })
    replica.deliver(1)
  }
  renameUnknownTask('One')
  await wait()
  expect(requestsOf('filtered board')).toHaveLength(1)
  renameUnknownTask('Two')
  await wait()
  expect(requestsOf('filtered board')).toHaveLength(1)
  await replica.settle()
  expect(replica.store.optimisticState.filtered?.isStale).toBe(false)
})

it('a task whose creation is pending is loaded when the server has created it', async () => {
  const { store, requests } = replica
  store.send({
    ...{ type: 'task.create', taskId: 'new', taskType: 'task', title: 'New', statusId: 'done' },
    position: { end: 'top' },
  })
  expect(store.optimisticState.cards.has('new')).toBe(true)
  const opened = store.openTask('new')
  await wait(1_000)
  expect(requestsOf('task')).toEqual([])
  expect(store.isMissing('new')).toBe(false)
  createOnServer('new')
  await wait(1_000)
  expect(requestsOf('task')).toEqual(['task ["new"]'])
  requests.endOldest('task', 'answer')
  await opened
  expect(store.isMissing('new')).toBe(false)
  expect(store.optimisticState.comments.get('new')).toEqual([])
})

it('a task that was missing is loaded when it is created', async () => {
  const { store, requests } = replica
  const opened = store.openTask('later')
  requests.endOldest('task', 'answer')
  await opened
  expect(store.isMissing('later')).toBe(true)
  createOnServer('later')
  expect(requestsOf('task')).toEqual(['task ["later"]'])
  expect(store.isMissing('later')).toBe(false)
  requests.endOldest('task', 'answer')
  await wait(0)
  expect(store.isMissing('later')).toBe(false)
  expect(store.optimisticState.comments.get('later')).toEqual([])
})

it('a store that starts over emits a reset, because its events skip some', async () => {
  let resetCount = 0
  replica.store.resets.subscribe(() => resetCount++)
  replica.deliver(1)
  expect(resetCount).toBe(0)
  replica.startOver()
  await replica.settle()
  expect(resetCount).toBe(1)
})
