import { expect, test } from 'vitest'
import type { ProjectStore } from '@/app/_replica/store/projectStore'
import { eventually } from '@/tests/support/eventually'
import { makePerson, makeWorkspace } from '@/tests/support/people'
import { directServer, openReplica } from '@/tests/support/replica'
import { makeProject, TestClient } from '@/tests/support/testClient'
import { testDatabase } from '@/tests/support/testDatabase'

await testDatabase()

/** Ada's replica, whose commands reach the server only after `release`, and Bob, another admin. */
async function openWaitingReplica() {
  const ada = await makeWorkspace()
  const project = await makeProject(ada)
  const { projectId } = project
  const description = 'One\nTwo\nThree\nFour\nFive'
  const taskId = await project.createTask({ description })
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  const server = await directServer(ada, projectId)
  const api = {
    ...server,
    execute: async (envelope: Parameters<typeof server.execute>[0]) => {
      await released
      return server.execute(envelope)
    },
  }
  const store = await openReplica(ada, projectId, { api })
  const bob = new TestClient(await makePerson(ada, 'admin'), projectId)
  return { store, bob, taskId, release: () => release() }
}

const limitOf = (store: ProjectStore, id: string) =>
  store.optimisticState.project.statuses.find((status) => status.id === id)?.wipLimit

/** Bob has seen everything, so his own change conflicts with nothing. */
const baseVersion = Number.MAX_SAFE_INTEGER

test('an edit of a project that starts while another one is pending does not overwrite a concurrent change', async () => {
  const { store, bob, release } = await openWaitingReplica()
  store.send({ type: 'status.edit', statusId: 'todo', set: { wipLimit: 3 } })
  const versionAtStart = store.confirmedVersion(null)
  const edit = { type: 'status.edit', statusId: 'review' } as const
  const theirs = await bob.send({ ...edit, baseVersion, set: { wipLimit: 5 } })
  expect(theirs.outcome).toBe('applied')
  const sent = store.send({ ...edit, baseVersion: versionAtStart, set: { wipLimit: 2 } })
  release()

  expect((await sent.result)?.outcome).toBe('conflict')
  await eventually(() => expect(store.optimisticState.conflicts).toHaveLength(1))
  expect(store.optimisticState.conflicts[0]?.fields).toMatchObject([{ theirs: 5, mine: 2 }])
  expect([limitOf(store, 'todo'), limitOf(store, 'review')]).toEqual([3, 5])
})

test('a text whose editing starts while another edit of the task is pending is merged with a concurrent change', async () => {
  const { store, bob, taskId, release } = await openWaitingReplica()
  await store.openTask(taskId)
  store.send({ type: 'task.edit', taskId, set: { title: 'Renamed' } })
  const versionAtStart = store.confirmedVersion(taskId)
  const edit = { type: 'task.edit', taskId } as const
  await bob.send({ ...edit, baseVersion, set: { description: 'ONE\nTwo\nThree\nFour\nFive' } })
  const set = { description: 'One\nTwo\nThree\nFour\nFIVE' }
  const sent = store.send({ ...edit, baseVersion: versionAtStart, set })
  release()

  expect((await sent.result)?.outcome).toBe('merged')
  await eventually(() =>
    expect(store.optimisticState.cards.get(taskId)).toMatchObject({
      title: 'Renamed',
      description: 'ONE\nTwo\nThree\nFour\nFIVE',
    }),
  )
})

test('a second edit of a field by the same person does not conflict with their own pending one', async () => {
  const { store, taskId, release } = await openWaitingReplica()
  const edit = { type: 'task.edit', taskId } as const
  store.send({ ...edit, set: { title: 'Renamed' } })
  const versionAtStart = store.confirmedVersion(taskId)
  const sent = store.send({ ...edit, baseVersion: versionAtStart, set: { title: 'Renamed again' } })
  release()
  expect((await sent.result)?.outcome).toBe('applied')
})
