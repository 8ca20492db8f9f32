import { expect, test } from 'vitest'
import type { ConnectionStatus } from '@/app/_replica/replicaTypes'
import type { Transport, TransportListener } from '@/app/_replica/sync/transport'
import { eventually } from '@/tests/support/eventually'
import { makeWorkspace } from '@/tests/support/people'
import { directServer, openReplica, projectScope } from '@/tests/support/replica'
import { replicaDifferences } from '@/tests/support/replicaDifferences'
import { makeProject } from '@/tests/support/testClient'
import { testDatabase } from '@/tests/support/testDatabase'

await testDatabase()

/** A transport whose connection the test opens; a proxy blocks it at first. */
class BlockedTransport implements Transport {
  listener: TransportListener | null = null
  open(listener: TransportListener): void {
    this.listener = listener
    listener.onDisconnected()
  }
  sendPresence(): void {}
  close(): void {}
}

test('without a realtime connection the window polls, and its status changes only when the server is unreachable', async () => {
  const ada = await makeWorkspace()
  const project = await makeProject(ada)
  const { projectId } = project
  const taskId = await project.createTask()
  const transport = new BlockedTransport()
  const direct = await directServer(ada, projectId)
  let isCut = false
  const api = {
    ...direct,
    fetchEvents: (seq: number) =>
      isCut ? Promise.reject(new TypeError('fetch failed')) : direct.fetchEvents(seq),
  }
  const store = await openReplica(ada, projectId, { api, transport })
  const statuses: ConnectionStatus[] = []
  store.changes.subscribe(() => {
    const { status } = store.connection
    if (statuses.at(-1) !== status) statuses.push(status)
  })
  store.refresh()
  await eventually(() => expect(store.connection.status).toBe('polling'))

  await project.move(taskId, 1, 'done')
  store.refresh()
  const scope = await projectScope(ada, projectId)
  await eventually(async () => expect(await replicaDifferences(store, scope)).toEqual([]))
  isCut = true
  store.refresh()
  await eventually(() => expect(store.connection.status).toBe('offline'))
  isCut = false
  store.refresh()
  await eventually(() => expect(store.connection.status).toBe('polling'))
  transport.listener?.onConnected()
  await eventually(() => expect(store.connection.status).toBe('live'))
  expect(statuses).toEqual(['polling', 'offline', 'polling', 'live'])
})
