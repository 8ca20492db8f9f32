import { expect, test, vi } from 'vitest'
import type { Server } from '@/app/_client/store/types'
import type { Transport, TransportListener } from '@/app/_client/sync/transport'
import { testDatabase } from '@/tests/support/database'
import { differences } from '@/tests/support/fresh'
import { makeWorkspace } from '@/tests/support/people'
import { makeProject } from '@/tests/support/project'
import { directServer, openWindow, projectScope } from '@/tests/support/replica'
import { storedLog } from '@/tests/support/stored'

await testDatabase()

/** A line on which the test alone speaks. */
class QuietLine implements Transport {
  listener: TransportListener | null = null
  open(listener: TransportListener): void {
    this.listener = listener
    listener.up()
  }
  tell(): void {}
  close(): void {}
}

async function window(tasks: number, change: (server: Server) => Partial<Server> = () => ({})) {
  const ada = await makeWorkspace()
  const project = await makeProject(ada)
  const ids = []
  for (let i = 0; i < tasks; i++) ids.push(await project.createTask())
  const { projectId } = project
  const direct = await directServer(ada, projectId)
  const transport = new QuietLine()
  const server = { ...direct, ...change(direct) }
  const store = await openWindow(ada, projectId, { transport, server })
  await vi.waitFor(() => expect(store.connection.status).toBe('live'))
  const scope = await projectScope(ada, projectId)
  const news = () => storedLog(projectId, store.screen.seq)
  return { project, ids, store, scope, transport, news }
}

test('a gap is fetched without anybody asking, and what is old is dropped', async () => {
  const { project, ids, store, scope, transport, news } = await window(2)
  const [first = '', second = ''] = ids
  await project.move(first, 1, 'done')
  await project.send({
    type: 'comment.add',
    taskId: second,
    baseVersion: 1,
    commentId: crypto.randomUUID(),
    body: 'Hi',
  })
  await project.move(first, 2, 'review')
  const [, ...late] = await news()
  const message = { from: late[0]?.seq ?? 0, to: late.at(-1)?.seq ?? 0, events: late }
  transport.listener?.message(message)
  await vi.waitFor(async () => expect(await differences(store, scope)).toEqual([]))
  transport.listener?.message(message)
  expect(await differences(store, scope)).toEqual([])
})

test('a message without events is fetched', async () => {
  const { project, ids, store, scope, transport, news } = await window(1)
  await project.move(ids[0] ?? '', 1, 'done')
  const [event] = await news()
  transport.listener?.message({ from: event?.seq ?? 0, to: event?.seq ?? 0 })
  await vi.waitFor(async () => expect(await differences(store, scope)).toEqual([]))
})

test('cards that were fetched ahead of the board take each event once', async () => {
  const { project, ids, store, scope, transport, news } = await window(40)
  const last = ids.at(-1) ?? ''
  for (const baseVersion of [1, 2]) {
    await project.send({
      type: 'comment.add',
      taskId: last,
      baseVersion,
      commentId: crypto.randomUUID(),
      body: 'Hi',
    })
  }
  store.loadMore('todo')
  await vi.waitFor(() => expect(store.screen.cards.get(last)?.comments).toBe(2))
  const events = await news()
  transport.listener?.message({ from: events[0]?.seq ?? 0, to: events[1]?.seq ?? 0, events })
  expect(await differences(store, scope)).toEqual([])
})

test('a page that was read before the newest events is caught up', async () => {
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  let wasRead = false
  const { project, ids, store, scope, transport, news } = await window(40, (server) => ({
    column: async (ask) => {
      const page = await server.column(ask)
      wasRead = true
      await held
      return page
    },
  }))
  store.loadMore('todo')
  const [moved = '', renamed = ''] = ids.slice(-2)
  await vi.waitFor(() => expect(wasRead).toBe(true))
  await project.createTask({ place: { after: renamed } })
  await project.move(moved, 1, 'done', { end: 'top' })
  await project.send({ type: 'task.edit', taskId: renamed, baseVersion: 1, set: { title: 'New' } })
  const events = await news()
  const [from, to] = [events[0]?.seq ?? 0, events.at(-1)?.seq ?? 0]
  transport.listener?.message({ from, to, events })
  release()
  await vi.waitFor(() => expect(store.screen.windows.get('todo')?.complete).toBe(true))
  await vi.waitFor(async () => expect(await differences(store, scope)).toEqual([]))
})
