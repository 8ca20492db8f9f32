import { v7 as newId } from 'uuid'
import { expect, it } from 'vitest'
import { authorizeProjectInWorkspace } from '@/server/access/authorize'
import type { ProjectScope } from '@/server/access/scope'
import { loadBoard } from '@/server/queries/board'
import { loadComponentAndVersionProgress } from '@/server/queries/componentAndVersionProgress'
import { makeWorkspace } from '@/tests/support/people'
import { replayedProject, storedProject, toComparable } from '@/tests/support/storedProject'
import { makeProject } from '@/tests/support/testClient'
import { testDatabase } from '@/tests/support/testDatabase'

await testDatabase()
const ann = await makeWorkspace()

it('a removed component or version is also removed from its tasks in the same batch', async () => {
  const mine = await makeProject(ann)
  const key = (await storedProject(mine.projectId)).project?.key ?? ''
  const scope = (await authorizeProjectInWorkspace(ann.scope, key)) as ProjectScope
  const [api, web, one] = [newId(), newId(), newId()]
  await mine.send({ type: 'component.add', baseVersion: 1, componentId: api, name: 'API' })
  const add = { type: 'component.add', baseVersion: 1, componentId: web, name: 'Web' } as const
  await mine.send({ ...add, lead: ann.personId })
  const version = { type: 'version.add', baseVersion: 1, versionId: one, name: '1.0' } as const
  await mine.send({ ...version, releaseDate: '2031-05-01' })
  const [a, b] = [await mine.createTask({ estimate: 3 }), await mine.createTask()]
  const give = (taskId: string, components: string[]) =>
    mine.send({
      type: 'task.edit',
      taskId,
      baseVersion: 1,
      add: { components, fixVersions: [one] },
    })
  await give(a, [api])
  await mine.move(a, 2, 'done')
  // The same batch sets the component and removes it again.
  const [given, removed] = await Promise.all([
    give(b, [api]),
    mine.send({ type: 'component.remove', baseVersion: 9, componentId: api, moveTo: web }),
  ])
  expect([given?.outcome, removed?.outcome]).toEqual(['applied', 'applied'])
  expect(removed?.events.map((event) => event.type)).toEqual([
    'task.edited',
    'task.edited',
    'component.removed',
  ])
  expect((await give(b, [api])).rejection?.code).toBe('not-found')
  const stored = await storedProject(mine.projectId)
  expect([a, b].map((id) => stored.tasks.get(id)?.components)).toEqual([[web], [web]])
  expect(toComparable(stored)).toEqual(toComparable(await replayedProject(mine.projectId)))

  const { project } = await loadBoard(scope)
  expect(project.components).toEqual([
    { id: web, name: 'Web', lead: ann.personId, removedAt: null },
  ])
  expect(project.versions).toMatchObject([{ name: '1.0', releaseDate: '2031-05-01' }])
  const { progress } = await loadComponentAndVersionProgress(scope)
  expect(progress).toEqual({
    [web]: { total: 2, done: 1, totalPoints: 3, donePoints: 3 },
    [one]: { total: 2, done: 1, totalPoints: 3, donePoints: 3 },
  })
})
