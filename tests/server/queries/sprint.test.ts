import { v7 as newId } from 'uuid'
import { expect, it } from 'vitest'
import { database } from '@/db/client'
import type { Id } from '@/domain/words'
import { enterProjectById } from '@/server/access/enter'
import { nextSprintName, sprintContents, sprintLoad, sprints } from '@/server/queries/sprint'
import { testDatabase } from '../../support/database'
import { makePerson, makeWorkspace } from '../../support/people'
import { makeProject, type Window } from '../../support/project'

await testDatabase()
const ann = await makeWorkspace()
const ben = await makePerson(ann)
const DATES = { startDate: '2031-02-03', endDate: '2031-02-14' } as const

async function world() {
  const window = await makeProject(ann)
  const scope = await enterProjectById(ann.account, window.projectId)
  if (!scope) throw new Error('The project is not there.')
  return { window, scope }
}

async function version({ projectId }: Window): Promise<number> {
  const [row] = await database().sql`select version from project where id = ${projectId}`
  return row?.version
}

async function sprint(window: Window, name: string, taskIds: Id[] = []): Promise<Id> {
  const sprintId = newId()
  const baseVersion = await version(window)
  await window.send({ type: 'sprint.create', baseVersion, sprintId, name })
  const tasks = taskIds.map((taskId) => ({ taskId, baseVersion: 99 }))
  if (tasks.length > 0) await window.send({ type: 'task.plan', tasks, sprintId, place: {} })
  return sprintId
}

it('gives the open sprints and those completed by page, with their figures', async () => {
  const { window, scope } = await world()
  const made: Id[] = []
  for (let i = 0; i < 22; i++) {
    const taskId = await window.createTask({ estimate: 2 })
    const id = await sprint(window, `S${i}`, [taskId, await window.createTask()])
    await window.send({
      type: 'sprint.start',
      baseVersion: await version(window),
      sprintId: id,
      ...DATES,
    })
    await window.move(taskId, 99, 'done')
    const baseVersion = await version(window)
    await window.send({ type: 'sprint.complete', baseVersion, sprintId: id, rest: null })
    made.push(id)
  }
  const open = await sprint(window, 'Open', [await window.createTask({ estimate: 3 })])
  const first = await sprints(scope, null)
  expect(first.open).toMatchObject([
    { id: open, all: { tasks: 1, points: 3, unestimated: 0 }, done: { tasks: 0, points: 0 } },
  ])
  expect(first.closed[0]).toMatchObject({ name: 'S21', done: { tasks: 1, points: 2 } })
  const second = await sprints(scope, first.next)
  expect(second.next).toBeNull()
  const ids = [...first.closed, ...second.closed].map((each) => each.id)
  expect(ids).toEqual(made.toReversed())
})

it('gives what a sprint holds: its figures, and what is not done in planning order', async () => {
  const { window, scope } = await world()
  const [a, b, c] = [
    await window.createTask({ title: 'A', estimate: 5 }),
    await window.createTask({ title: 'B' }),
    await window.createTask({ title: 'C', estimate: 1 }),
  ]
  const id = await sprint(window, 'One', [c, b, a])
  await window.move(b, 99, 'done')
  const found = await sprintContents(scope, id)
  expect(found?.all).toEqual({ tasks: 3, points: 6, unestimated: 1 })
  expect(found?.done).toEqual({ tasks: 1, points: 0, unestimated: 1 })
  expect(found?.open.map((task) => task.title)).toEqual(['C', 'A'])
  expect(await sprintContents(scope, newId())).toBeNull()
})

it('adds up what is left to do by person, parted among those who share it', async () => {
  const { window, scope } = await world()
  const both = [ann.personId, ben.personId]
  const shared = await window.createTask({ assignees: both, estimate: 4 })
  const own = await window.createTask({ assignees: [ben.personId], estimate: 1 })
  const nobodys = await window.createTask()
  const done = await window.createTask({ assignees: both, estimate: 9 })
  const id = await sprint(window, 'One', [shared, own, nobodys, done])
  const time = (taskId: Id, set: object) =>
    window.send({ type: 'task.edit', taskId, baseVersion: 99, set })
  await time(shared, { originalEstimate: 7_200 })
  await time(own, { originalEstimate: 36_000, remainingEstimate: 3_600 })
  await window.move(done, 99, 'done')
  const load = new Map((await sprintLoad(scope, id)).map((each) => [each.personId, each]))
  expect(load.get(ann.personId)).toMatchObject({ tasks: 1, seconds: 3_600, points: 2, untimed: 0 })
  expect(load.get(ben.personId)).toMatchObject({ tasks: 2, seconds: 7_200, points: 3, untimed: 0 })
  expect(load.get(null)).toMatchObject({ tasks: 1, seconds: 0, points: 0, untimed: 1 })
})

it('proposes a name after those that were, completed ones too', async () => {
  const { window, scope } = await world()
  const key = scope.projectKey
  expect(await nextSprintName(scope)).toBe(`${key} Sprint 1`)
  await sprint(window, `${key} Sprint 4`)
  expect(await nextSprintName(scope)).toBe(`${key} Sprint 5`)
})
