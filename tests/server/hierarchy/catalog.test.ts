import { v7 as newId } from 'uuid'
import { expect, it } from 'vitest'
import { projectOf } from '@/server/access/enter'
import type { ProjectScope } from '@/server/access/scope'
import { board } from '@/server/queries/board'
import { catalogUse } from '@/server/queries/catalog'
import { testDatabase } from '../../support/database'
import { makeWorkspace } from '../../support/people'
import { makeProject } from '../../support/project'
import { foldedProject, plain, storedProject } from '../../support/stored'

await testDatabase()
const ann = await makeWorkspace()

it('keeps components and versions, and takes a removed one off its tasks in the same batch', async () => {
  const mine = await makeProject(ann)
  const key = (await storedProject(mine.projectId)).project?.key ?? ''
  const scope = (await projectOf(ann.scope, key)) as ProjectScope
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
  // Given in the very batch that takes it away again.
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
  expect((await give(b, [api])).refusal?.code).toBe('not-found')
  const stored = await storedProject(mine.projectId)
  expect([a, b].map((id) => stored.tasks.get(id)?.components)).toEqual([[web], [web]])
  expect(plain(stored)).toEqual(plain(await foldedProject(mine.projectId)))

  const { project } = await board(scope)
  expect(project.components).toEqual([
    { id: web, name: 'Web', lead: ann.personId, removedAt: null },
  ])
  expect(project.fixVersions).toMatchObject([{ name: '1.0', releaseDate: '2031-05-01' }])
  const { use } = await catalogUse(scope)
  expect(use).toEqual({
    [web]: { all: 2, done: 1, points: 3, donePoints: 3 },
    [one]: { all: 2, done: 1, points: 3, donePoints: 3 },
  })
})
