import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { MemoryStorage } from '@/app/_api/queue/queueStorage'
import type { RejectionNotice } from '@/app/_replica/replicaTypes'
import type { Conflict } from '@/domain/conflict/conflict'
import { eventually } from '@/tests/support/eventually'
import { MemoryLocks } from '@/tests/support/memoryLocks'
import { makePerson, makeWorkspace } from '@/tests/support/people'
import {
  closeReplica,
  directServer,
  openQueue,
  openReplica,
  projectScope,
  type TestServer,
} from '@/tests/support/replica'
import { replicaDifferences } from '@/tests/support/replicaDifferences'
import { makeProject } from '@/tests/support/testClient'
import { testDatabase } from '@/tests/support/testDatabase'

await testDatabase()

/** A network that can be disconnected and can lose one response. */
function controllableNetwork(server: TestServer) {
  const state = { cut: false, swallow: 0, asked: 0 }
  const failRequest = () => Promise.reject(new TypeError('fetch failed'))
  const wrapped: TestServer = {
    ...server,
    fetchEvents: (seq) => (state.cut ? failRequest() : server.fetchEvents(seq)),
    execute: async (envelope) => {
      state.asked++
      if (state.cut) return failRequest()
      const answer = await server.execute(envelope)
      return state.swallow-- > 0 ? failRequest() : answer
    },
  }
  return { state, server: wrapped }
}

async function createBoard() {
  const ada = await makeWorkspace()
  const bob = await makePerson(ada)
  const project = await makeProject(ada)
  const { projectId } = project
  const [first, second] = [await project.createTask(), await project.createTask()]
  return { ada, bob, project, projectId, first, second, scope: await projectScope(ada, projectId) }
}

test('after a lost response the command is sent again with the same id and applied once', async () => {
  const { ada, projectId, first, scope } = await createBoard()
  const { state, server: api } = controllableNetwork(await directServer(ada, projectId))
  const store = await openReplica(ada, projectId, { api })
  state.swallow = 1
  const sent = store.send({ type: 'comment.add', taskId: first, commentId: v7(), body: 'Once' })
  await eventually(() => expect(state.asked).toBe(1))
  store.refresh()
  expect((await sent.result)?.outcome).toBe('applied')
  await eventually(async () => expect(await replicaDifferences(store, scope)).toEqual([]))
  expect(store.optimisticState.cards.get(first)?.commentCount).toBe(1)
})

test('offline changes are shown, survive closing the window and are sent by the next window', async () => {
  const { ada, projectId, first, scope } = await createBoard()
  const locks = new MemoryLocks()
  const storage = new MemoryStorage()
  const { state, server: api } = controllableNetwork(await directServer(ada, projectId))
  state.cut = true
  const closing = await openReplica(ada, projectId, {
    api,
    storage,
    leaderLock: locks.openWindow(),
  })
  closing.send({ type: 'task.move', taskId: first, statusId: 'done', position: { end: 'top' } })
  closing.send({ type: 'task.edit', taskId: first, set: { title: 'Renamed on the train' } })
  expect(closing.optimisticState.cards.get(first)).toMatchObject({
    statusId: 'done',
    title: 'Renamed on the train',
  })
  expect(closing.optimisticState.project.statuses.find((s) => s.id === 'done')?.taskCount).toBe(1)
  await eventually(async () => expect(await storage.load(ada.personId)).toHaveLength(2))

  const other = await openReplica(ada, projectId, { storage, leaderLock: locks.openWindow() })
  await eventually(() => expect(other.connection.status).toBe('polling'))
  expect(other.connection.pendingCount).toBe(0)
  closeReplica(closing)
  other.refresh()
  await eventually(async () => expect(await storage.load(ada.personId)).toEqual([]))
  await eventually(async () => expect(await replicaDifferences(other, scope)).toEqual([]))
  expect(other.optimisticState.cards.get(first)?.title).toBe('Renamed on the train')
})

test('the next page of a window shows pending commands of the previous one and receives their results', async () => {
  const { ada, projectId, first, scope } = await createBoard()
  const { state, server: api } = controllableNetwork(await directServer(ada, projectId))
  state.cut = true
  const queue = openQueue(ada.personId, { execute: api.execute })
  const left = await openReplica(ada, projectId, { api, queue })
  left.send({ type: 'task.edit', taskId: first, set: { title: 'Sent from the board' } })
  closeReplica(left)
  const next = await openReplica(ada, projectId, { api, queue })
  expect(next.optimisticState.cards.get(first)?.title).toBe('Sent from the board')
  expect(next.connection.pendingCount).toBe(1)
  state.cut = false
  next.refresh()
  await eventually(() => expect(next.isUnconfirmed(first)).toBe(false))
  await eventually(async () => expect(await replicaDifferences(next, scope)).toEqual([]))
  expect(next.optimisticState.cards.get(first)?.title).toBe('Sent from the board')
})

test('a queue sends commands without a replica and notifies its listeners', async () => {
  const { ada, projectId, first } = await createBoard()
  const { execute } = await directServer(ada, projectId)
  const queue = openQueue(ada.personId, { execute })
  const outcomes: string[] = []
  queue.subscribe({
    accepts: () => true,
    onResult: (_, { outcome }) => outcomes.push(outcome),
    onRejected: (_, message) => outcomes.push(message),
    isServerHealthy: () => true,
  })
  void queue.start()
  const comment = { commentId: v7(), body: 'Hello' }
  const command = { type: 'comment.add', taskId: first, baseVersion: 1, ...comment } as const
  queue.add({ commandId: v7(), clientId: queue.clientId, projectId, command })
  await eventually(() => expect(outcomes).toEqual(['applied']))
  expect(queue.length).toBe(0)
})

test('another person in the same browser neither sees nor sends pending commands', async () => {
  const { ada, bob, projectId, first } = await createBoard()
  const storage = new MemoryStorage()
  const { state, server: api } = controllableNetwork(await directServer(ada, projectId))
  state.cut = true
  const adasReplica = await openReplica(ada, projectId, { api, storage })
  adasReplica.send({ type: 'task.edit', taskId: first, set: { title: 'Hers' } })
  await eventually(async () => expect(await storage.load(ada.personId)).toHaveLength(1))
  const bobsReplica = await openReplica(bob, projectId, { storage })
  bobsReplica.refresh()
  expect(await storage.load(bob.personId)).toEqual([])
  expect(bobsReplica.optimisticState.cards.get(first)?.title).toBe('A task')
})

test('a rejected command is reverted and reports its reason', async () => {
  const { ada, project, projectId, first, second, scope } = await createBoard()
  await project.send({
    type: 'status.edit',
    baseVersion: 1,
    statusId: 'done',
    set: { wipLimit: 1 },
  })
  const store = await openReplica(ada, projectId)
  await project.move(second, 1, 'done')
  const notices: RejectionNotice[] = []
  store.rejections.subscribe((notice) => notices.push(notice))
  const sent = store.send({
    type: 'task.move',
    taskId: first,
    statusId: 'done',
    position: { end: 'top' },
  })
  expect(store.optimisticState.cards.get(first)?.statusId).toBe('done')
  expect((await sent.result)?.outcome).toBe('rejected')
  await eventually(() => expect(notices).toHaveLength(1))
  expect(notices[0]?.rejection.code).toBe('wip-limit')
  expect(store.optimisticState.cards.get(first)?.statusId).toBe('todo')

  await project.move(second, 2, 'review')
  expect((await notices[0]?.retry().result)?.outcome).toBe('applied')
  await eventually(async () => expect(await replicaDifferences(store, scope)).toEqual([]))
  expect(store.optimisticState.cards.get(first)?.statusId).toBe('done')
})

test('a conflicting command is reverted, opens the conflict and can be resolved', async () => {
  const { ada, bob, projectId, first, scope } = await createBoard()
  const mine = await openReplica(ada, projectId)
  const theirs = await openReplica(bob, projectId)
  const found: Conflict[] = []
  mine.conflictsFound.subscribe((conflict) => found.push(conflict))
  await theirs.send({ type: 'task.move', taskId: first, statusId: 'review', position: {} }).result
  const sent = mine.send({ type: 'task.move', taskId: first, statusId: 'done', position: {} })
  expect(mine.optimisticState.cards.get(first)?.statusId).toBe('done')
  expect((await sent.result)?.outcome).toBe('conflict')
  await eventually(() => expect(found).toHaveLength(1))
  expect(mine.optimisticState.cards.get(first)?.statusId).toBe('review')
  expect(mine.optimisticState.conflicts.map((each) => each.id)).toEqual([sent.commandId])
  const conflictId = sent.commandId
  const decided = mine.send({ type: 'conflict.resolve', conflictId, choice: 'mine' })
  expect(mine.optimisticState.cards.get(first)?.statusId).toBe('done')
  expect(mine.optimisticState.conflicts).toEqual([])
  expect((await decided.result)?.outcome).toBe('applied')
  await eventually(async () => expect(await replicaDifferences(mine, scope)).toEqual([]))
})

test('the change of another person is applied below pending commands', async () => {
  const { ada, bob, projectId, first, scope } = await createBoard()
  const { state, server: api } = controllableNetwork(await directServer(ada, projectId))
  const mine = await openReplica(ada, projectId, { api })
  const theirs = await openReplica(bob, projectId)
  state.cut = true
  const sent = mine.send({ type: 'task.edit', taskId: first, set: { title: 'Mine' } })
  await theirs.send({ type: 'task.move', taskId: first, statusId: 'review', position: {} }).result
  state.cut = false
  mine.refresh()
  expect((await sent.result)?.outcome).toBe('merged')
  await eventually(async () => expect(await replicaDifferences(mine, scope)).toEqual([]))
  expect(mine.optimisticState.cards.get(first)).toMatchObject({ title: 'Mine', statusId: 'review' })
})

test('an archived and a moved card can be restored to their old position', async () => {
  const { ada, projectId, first, second, scope } = await createBoard()
  const store = await openReplica(ada, projectId)
  const before = store.optimisticState.columns.get('todo')?.ids
  expect(before).toEqual([first, second])
  for (const draft of [
    { type: 'task.archive', taskId: first } as const,
    { type: 'task.move', taskId: first, statusId: 'done', position: {} } as const,
  ]) {
    await store.send(draft).result
    expect(store.optimisticState.columns.get('todo')?.ids).toEqual([second])
    expect((await store.undoStack.undo()?.result)?.outcome).toBe('applied')
    expect(store.optimisticState.columns.get('todo')?.ids).toEqual(before)
  }
  await eventually(async () => expect(await replicaDifferences(store, scope)).toEqual([]))
})

test('cards and columns that did not change keep their object identity', async () => {
  const { ada, projectId, first, second } = await createBoard()
  const store = await openReplica(ada, projectId)
  const before = store.optimisticState
  const sent = store.send({ type: 'task.edit', taskId: first, set: { title: 'Other' } })
  const shown = store.optimisticState
  expect(shown.cards.get(second)).toBe(before.cards.get(second))
  expect(shown.columns.get('todo')?.ids).toBe(before.columns.get('todo')?.ids)
  expect(shown.cards.get(first)).not.toBe(before.cards.get(first))
  await sent.result
  await eventually(() => expect(store.isUnconfirmed(first)).toBe(false))
  expect(store.optimisticState.cards.get(second)).toBe(before.cards.get(second))
})

test('steps are undone and redone in order before the server has responded', async () => {
  const { ada, projectId, first, scope } = await createBoard()
  const { state, server: api } = controllableNetwork(await directServer(ada, projectId))
  const store = await openReplica(ada, projectId, { api })
  state.cut = true
  const title = () => store.optimisticState.cards.get(first)?.title
  const before = title()
  store.send({ type: 'task.edit', taskId: first, set: { title: 'One' } })
  store.send({ type: 'task.edit', taskId: first, set: { title: 'Two' } })
  store.undoStack.undo()
  expect(title()).toBe('One')
  store.undoStack.undo()
  expect(title()).toBe(before)
  expect(store.undoStack.undo()).toBeUndefined()
  const last = store.undoStack.redo()
  expect(title()).toBe('One')
  state.cut = false
  store.refresh()
  expect((await last?.result)?.outcome).toBe('applied')
  expect((await store.undoStack.redo()?.result)?.outcome).toBe('applied')
  expect(title()).toBe('Two')
  await eventually(async () => expect(await replicaDifferences(store, scope)).toEqual([]))
})

test('a rejected command is not an undo step', async () => {
  const { ada, projectId, first } = await createBoard()
  const store = await openReplica(ada, projectId)
  const { title = '' } = store.optimisticState.cards.get(first) ?? {}
  await store.send({ type: 'task.edit', taskId: first, set: { title } }).result
  expect(store.undoStack.undo()).toBeUndefined()
})
