import { expect, test } from 'vitest'
import type { Transport, TransportListener } from '@/app/_replica/sync/transport'
import { eventually } from '@/tests/support/eventually'
import { makeWorkspace } from '@/tests/support/people'
import { directServer, openReplica, projectScope, type TestServer } from '@/tests/support/replica'
import { replicaDifferences } from '@/tests/support/replicaDifferences'
import { storedLog } from '@/tests/support/storedProject'
import { makeProject } from '@/tests/support/testClient'
import { testDatabase } from '@/tests/support/testDatabase'

await testDatabase()

/** A transport on which only the test sends messages. */
class SilentTransport implements Transport {
  listener: TransportListener | null = null
  open(listener: TransportListener): void {
    this.listener = listener
    listener.onConnected()
  }
  sendPresence(): void {}
  close(): void {}
}

async function openTestReplica(
  tasks: number,
  change: (server: TestServer) => Partial<TestServer> = () => ({}),
) {
  const ada = await makeWorkspace()
  const project = await makeProject(ada)
  const ids = []
  for (let i = 0; i < tasks; i++) ids.push(await project.createTask())
  const { projectId } = project
  const direct = await directServer(ada, projectId)
  const transport = new SilentTransport()
  const api = { ...direct, ...change(direct) }
  const store = await openReplica(ada, projectId, { transport, api })
  await eventually(() => expect(store.connection.status).toBe('live'))
  const scope = await projectScope(ada, projectId)
  const newEvents = () => storedLog(projectId, store.optimisticState.seq)
  return { project, ids, store, scope, transport, news: newEvents }
}

test('a gap in the events is fetched automatically, and old events are ignored', async () => {
  const { project, ids, store, scope, transport, news: newEvents } = await openTestReplica(2)
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
  const [, ...late] = await newEvents()
  const message = { from: late[0]?.seq ?? 0, to: late.at(-1)?.seq ?? 0, events: late }
  transport.listener?.onBroadcast(message)
  await eventually(async () => expect(await replicaDifferences(store, scope)).toEqual([]))
  transport.listener?.onBroadcast(message)
  expect(await replicaDifferences(store, scope)).toEqual([])
})

test('a message without events makes the replica fetch them', async () => {
  const { project, ids, store, scope, transport, news: newEvents } = await openTestReplica(1)
  await project.move(ids[0] ?? '', 1, 'done')
  const [event] = await newEvents()
  transport.listener?.onBroadcast({ from: event?.seq ?? 0, to: event?.seq ?? 0 })
  await eventually(async () => expect(await replicaDifferences(store, scope)).toEqual([]))
})

test('cards that were fetched ahead of the board apply each event once', async () => {
  const { project, ids, store, scope, transport, news: newEvents } = await openTestReplica(40)
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
  await store.openTask(last)
  expect(store.optimisticState.cards.get(last)?.commentCount).toBe(2)
  const events = await newEvents()
  transport.listener?.onBroadcast({ from: events[0]?.seq ?? 0, to: events[1]?.seq ?? 0, events })
  expect(await replicaDifferences(store, scope)).toEqual([])
})

test('a page that was read before the newest events catches up', async () => {
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  let hasRead = false
  const {
    project,
    ids,
    store,
    scope,
    transport,
    news: newEvents,
  } = await openTestReplica(40, (server) => ({
    fetchColumnPage: async (ask) => {
      const page = await server.fetchColumnPage(ask)
      hasRead = true
      await held
      return page
    },
  }))
  store.loadMore('todo')
  const [moved = '', renamed = ''] = ids.slice(-2)
  await eventually(() => expect(hasRead).toBe(true))
  await project.createTask({ position: { after: renamed } })
  await project.move(moved, 1, 'done', { end: 'top' })
  await project.send({ type: 'task.edit', taskId: renamed, baseVersion: 1, set: { title: 'New' } })
  const events = await newEvents()
  const [from, to] = [events[0]?.seq ?? 0, events.at(-1)?.seq ?? 0]
  transport.listener?.onBroadcast({ from, to, events })
  release()
  await eventually(() => expect(store.optimisticState.columns.get('todo')?.complete).toBe(true))
  await eventually(async () => expect(await replicaDifferences(store, scope)).toEqual([]))
})
