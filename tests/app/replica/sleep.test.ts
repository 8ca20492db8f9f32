import { expect, test } from 'vitest'
import type { Transport } from '@/app/_replica/sync/transport'
import { eventually } from '@/tests/support/eventually'
import { makeWorkspace } from '@/tests/support/people'
import { directServer, openReplica, projectScope } from '@/tests/support/replica'
import { replicaDifferences } from '@/tests/support/replicaDifferences'
import { makeProject } from '@/tests/support/testClient'
import { testDatabase } from '@/tests/support/testDatabase'

await testDatabase()

/** A connection that brings nothing: the replica is behind until it is woken, however long that is. */
const asleep: Transport = {
  open: (listener) => listener.onConnected(),
  sendPresence: () => {},
  close: () => {},
}

test('a replica catches up by the log after a short sleep and reloads the board after a long one', async () => {
  const ada = await makeWorkspace()
  const project = await makeProject(ada)
  const { projectId } = project
  const first = await project.createTask({ title: 'Opened', description: 'Before' })
  const direct = await directServer(ada, projectId)
  let snapshots = 0
  const api = {
    ...direct,
    fetchBoard: () => {
      snapshots++
      return direct.fetchBoard()
    },
  }
  const store = await openReplica(ada, projectId, { api, transport: asleep })
  const scope = await projectScope(ada, projectId)
  await store.openTask(first)

  await Promise.all(Array.from({ length: 700 }, () => project.createTask()))
  store.refresh()
  await eventually(async () => expect(await replicaDifferences(store, scope)).toEqual([]))
  expect(snapshots).toBe(0)

  await project.send({
    type: 'task.edit',
    taskId: first,
    baseVersion: 1,
    set: { description: 'After' },
  })
  await Promise.all(Array.from({ length: 2_100 }, () => project.createTask()))
  store.refresh()
  await eventually(async () => expect(await replicaDifferences(store, scope)).toEqual([]))
  expect(snapshots).toBe(1)
  await eventually(() => expect(store.optimisticState.cards.get(first)?.description).toBe('After'))
})
