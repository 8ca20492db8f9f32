import { expect, test, vi } from 'vitest'
import { testDatabase } from '@/tests/support/database'
import { differences } from '@/tests/support/fresh'
import { makeWorkspace } from '@/tests/support/people'
import { makeProject } from '@/tests/support/project'
import { directServer, openWindow, projectScope } from '@/tests/support/replica'

await testDatabase()

test('after a short sleep it catches up by the log, after a long one from a fresh board', async () => {
  const ada = await makeWorkspace()
  const project = await makeProject(ada)
  const { projectId } = project
  const first = await project.createTask({ title: 'Opened', description: 'Before' })
  const direct = await directServer(ada, projectId)
  let snapshots = 0
  const server = {
    ...direct,
    board: () => {
      snapshots++
      return direct.board()
    },
  }
  const store = await openWindow(ada, projectId, { server })
  const scope = await projectScope(ada, projectId)
  await store.openTask(first)

  await Promise.all(Array.from({ length: 700 }, () => project.createTask()))
  store.refresh()
  await vi.waitFor(async () => expect(await differences(store, scope)).toEqual([]))
  expect(snapshots).toBe(0)

  await project.send({
    type: 'task.edit',
    taskId: first,
    baseVersion: 1,
    set: { description: 'After' },
  })
  await Promise.all(Array.from({ length: 2_100 }, () => project.createTask()))
  store.refresh()
  await vi.waitFor(async () => expect(await differences(store, scope)).toEqual([]))
  expect(snapshots).toBe(1)
  await vi.waitFor(() => expect(store.screen.cards.get(first)?.description).toBe('After'))
})
