import { v7 } from 'uuid'
import { expect, test, vi } from 'vitest'
import type { Claims } from '@/app/_client/queue/claim'
import { MemoryStorage } from '@/app/_client/queue/storage'
import type { Notice, Server } from '@/app/_client/store/types'
import type { Conflict } from '@/domain/conflict/conflict'
import type { Id } from '@/domain/words'
import { testDatabase } from '@/tests/support/database'
import { differences } from '@/tests/support/fresh'
import { makePerson, makeWorkspace } from '@/tests/support/people'
import { makeProject } from '@/tests/support/project'
import { closeWindow, directServer, openWindow, projectScope } from '@/tests/support/replica'

await testDatabase()

/** A network that can be cut, and that can swallow one answer. */
function network(server: Server) {
  const state = { cut: false, swallow: 0, asked: 0 }
  const gone = () => Promise.reject(new TypeError('fetch failed'))
  const wrapped: Server = {
    ...server,
    since: (seq) => (state.cut ? gone() : server.since(seq)),
    execute: async (envelope) => {
      state.asked++
      if (state.cut) return gone()
      const answer = await server.execute(envelope)
      return state.swallow-- > 0 ? gone() : answer
    },
  }
  return { state, server: wrapped }
}

/** Windows that know of each other, as Web Locks let them. */
class Locks {
  private readonly taken = new Set<Id>()
  window(): Claims {
    const own: Id[] = []
    return {
      take: async (id) => {
        if (own.includes(id)) return true
        if (this.taken.has(id)) return false
        this.taken.add(id)
        own.push(id)
        return true
      },
      release: () => {
        for (const id of own) this.taken.delete(id)
      },
    }
  }
}

async function board() {
  const ada = await makeWorkspace()
  const bob = await makePerson(ada)
  const project = await makeProject(ada)
  const { projectId } = project
  const [first, second] = [await project.createTask(), await project.createTask()]
  return { ada, bob, project, projectId, first, second, scope: await projectScope(ada, projectId) }
}

test('a lost answer is asked for again with the same id, and nothing happens twice', async () => {
  const { ada, projectId, first, scope } = await board()
  const { state, server } = network(await directServer(ada, projectId))
  const store = await openWindow(ada, projectId, { server })
  state.swallow = 1
  const sent = store.send({ type: 'comment.add', taskId: first, commentId: v7(), body: 'Once' })
  await vi.waitFor(() => expect(state.asked).toBe(1))
  store.refresh()
  expect((await sent.answered)?.outcome).toBe('applied')
  await vi.waitFor(async () => expect(await differences(store, scope)).toEqual([]))
  expect(store.screen.cards.get(first)?.comments).toBe(1)
})

test('work made offline shows, outlives the window, and is sent by the next one', async () => {
  const { ada, projectId, first, scope } = await board()
  const locks = new Locks()
  const storage = new MemoryStorage()
  const { state, server } = network(await directServer(ada, projectId))
  state.cut = true
  const closing = await openWindow(ada, projectId, { server, storage, claims: locks.window() })
  closing.send({ type: 'task.move', taskId: first, statusId: 'done', place: { end: 'top' } })
  closing.send({ type: 'task.edit', taskId: first, set: { title: 'Renamed on the train' } })
  expect(closing.screen.cards.get(first)).toMatchObject({
    statusId: 'done',
    title: 'Renamed on the train',
  })
  expect(closing.screen.project.statuses.find((s) => s.id === 'done')?.taskCount).toBe(1)
  await vi.waitFor(async () => expect(await storage.load(ada.personId)).toHaveLength(2))

  const other = await openWindow(ada, projectId, { storage, claims: locks.window() })
  await vi.waitFor(() => expect(other.connection.status).toBe('catching-up'))
  expect(other.connection.waiting).toBe(0)
  closeWindow(closing)
  other.refresh()
  await vi.waitFor(async () => expect(await storage.load(ada.personId)).toEqual([]))
  await vi.waitFor(async () => expect(await differences(other, scope)).toEqual([]))
  expect(other.screen.cards.get(first)?.title).toBe('Renamed on the train')
})

test('another person at the same browser does not send it, and cannot see it', async () => {
  const { ada, bob, projectId, first } = await board()
  const storage = new MemoryStorage()
  const { state, server } = network(await directServer(ada, projectId))
  state.cut = true
  const hers = await openWindow(ada, projectId, { server, storage })
  hers.send({ type: 'task.edit', taskId: first, set: { title: 'Hers' } })
  await vi.waitFor(async () => expect(await storage.load(ada.personId)).toHaveLength(1))
  const his = await openWindow(bob, projectId, { storage })
  his.refresh()
  expect(await storage.load(bob.personId)).toEqual([])
  expect(his.screen.cards.get(first)?.title).toBe('A task')
})

test('what is refused goes back and says why', async () => {
  const { ada, project, projectId, first, second, scope } = await board()
  await project.send({
    type: 'status.edit',
    baseVersion: 1,
    statusId: 'done',
    set: { wipLimit: 1 },
  })
  const store = await openWindow(ada, projectId)
  await project.move(second, 1, 'done')
  const notices: Notice[] = []
  store.notices.add((notice) => notices.push(notice))
  const sent = store.send({
    type: 'task.move',
    taskId: first,
    statusId: 'done',
    place: { end: 'top' },
  })
  expect(store.screen.cards.get(first)?.statusId).toBe('done')
  expect((await sent.answered)?.outcome).toBe('refused')
  await vi.waitFor(() => expect(notices).toHaveLength(1))
  expect(notices[0]?.refusal.code).toBe('wip-limit')
  expect(store.screen.cards.get(first)?.statusId).toBe('todo')

  await project.move(second, 2, 'review')
  expect((await notices[0]?.retry().answered)?.outcome).toBe('applied')
  await vi.waitFor(async () => expect(await differences(store, scope)).toEqual([]))
  expect(store.screen.cards.get(first)?.statusId).toBe('done')
})

test('what clashes goes back to the truth, opens the conflict, and can be decided', async () => {
  const { ada, bob, projectId, first, scope } = await board()
  const mine = await openWindow(ada, projectId)
  const theirs = await openWindow(bob, projectId)
  const found: Conflict[] = []
  mine.conflictsFound.add((conflict) => found.push(conflict))
  await theirs.send({ type: 'task.move', taskId: first, statusId: 'review', place: {} }).answered
  const sent = mine.send({ type: 'task.move', taskId: first, statusId: 'done', place: {} })
  expect(mine.screen.cards.get(first)?.statusId).toBe('done')
  expect((await sent.answered)?.outcome).toBe('conflict')
  await vi.waitFor(() => expect(found).toHaveLength(1))
  expect(mine.screen.cards.get(first)?.statusId).toBe('review')
  expect(mine.screen.conflicts.map((each) => each.id)).toEqual([sent.commandId])
  const conflictId = sent.commandId
  const decided = mine.send({ type: 'conflict.resolve', conflictId, choice: 'mine' })
  expect(mine.screen.cards.get(first)?.statusId).toBe('done')
  expect(mine.screen.conflicts).toEqual([])
  expect((await decided.answered)?.outcome).toBe('applied')
  await vi.waitFor(async () => expect(await differences(mine, scope)).toEqual([]))
})

test("somebody else's change slips under what still waits", async () => {
  const { ada, bob, projectId, first, scope } = await board()
  const { state, server } = network(await directServer(ada, projectId))
  const mine = await openWindow(ada, projectId, { server })
  const theirs = await openWindow(bob, projectId)
  state.cut = true
  const sent = mine.send({ type: 'task.edit', taskId: first, set: { title: 'Mine' } })
  await theirs.send({ type: 'task.move', taskId: first, statusId: 'review', place: {} }).answered
  state.cut = false
  mine.refresh()
  expect((await sent.answered)?.outcome).toBe('merged')
  await vi.waitFor(async () => expect(await differences(mine, scope)).toEqual([]))
  expect(mine.screen.cards.get(first)).toMatchObject({ title: 'Mine', statusId: 'review' })
})

test('an archive and a move can be put back where the card was', async () => {
  const { ada, projectId, first, second, scope } = await board()
  const store = await openWindow(ada, projectId)
  const before = store.screen.windows.get('todo')?.ids
  expect(before).toEqual([first, second])
  for (const draft of [
    { type: 'task.archive', taskId: first } as const,
    { type: 'task.move', taskId: first, statusId: 'done', place: {} } as const,
  ]) {
    await store.send(draft).answered
    expect(store.screen.windows.get('todo')?.ids).toEqual([second])
    expect((await store.steps.undo()?.answered)?.outcome).toBe('applied')
    expect(store.screen.windows.get('todo')?.ids).toEqual(before)
  }
  await vi.waitFor(async () => expect(await differences(store, scope)).toEqual([]))
})

test('cards that did not change keep their identity, and so do untouched columns', async () => {
  const { ada, projectId, first, second } = await board()
  const store = await openWindow(ada, projectId)
  const before = store.screen
  const sent = store.send({ type: 'task.edit', taskId: first, set: { title: 'Other' } })
  const shown = store.screen
  expect(shown.cards.get(second)).toBe(before.cards.get(second))
  expect(shown.windows.get('todo')?.ids).toBe(before.windows.get('todo')?.ids)
  expect(shown.cards.get(first)).not.toBe(before.cards.get(first))
  await sent.answered
  await vi.waitFor(() => expect(store.isUnconfirmed(first)).toBe(false))
  expect(store.screen.cards.get(second)).toBe(before.cards.get(second))
})

test('steps are taken back and done again before the server has answered, in order', async () => {
  const { ada, projectId, first, scope } = await board()
  const { state, server } = network(await directServer(ada, projectId))
  const store = await openWindow(ada, projectId, { server })
  state.cut = true
  const title = () => store.screen.cards.get(first)?.title
  const before = title()
  store.send({ type: 'task.edit', taskId: first, set: { title: 'One' } })
  store.send({ type: 'task.edit', taskId: first, set: { title: 'Two' } })
  store.steps.undo()
  expect(title()).toBe('One')
  store.steps.undo()
  expect(title()).toBe(before)
  expect(store.steps.undo()).toBeUndefined()
  const last = store.steps.redo()
  expect(title()).toBe('One')
  state.cut = false
  store.refresh()
  expect((await last?.answered)?.outcome).toBe('applied')
  expect((await store.steps.redo()?.answered)?.outcome).toBe('applied')
  expect(title()).toBe('Two')
  await vi.waitFor(async () => expect(await differences(store, scope)).toEqual([]))
})

test('what came to nothing is no step', async () => {
  const { ada, projectId, first } = await board()
  const store = await openWindow(ada, projectId)
  const { title = '' } = store.screen.cards.get(first) ?? {}
  await store.send({ type: 'task.edit', taskId: first, set: { title } }).answered
  expect(store.steps.undo()).toBeUndefined()
})
