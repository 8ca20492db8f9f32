import { v7 as newId } from 'uuid'
import { afterAll, expect, it } from 'vitest'
import type { Id } from '@/domain/words'
import { enterProjectById } from '@/server/access/enter'
import { sprintReport } from '@/server/queries/sprintReport'
import { reports } from '@/server/subscribers/reports'
import { testDatabase } from '../../support/database'
import { makePerson, makeWorkspace, type TestPerson } from '../../support/people'
import { makeProject, Window } from '../../support/project'
import { following } from '../../support/readModel'

await testDatabase()
const ann = await makeWorkspace()
const live = following(reports)
afterAll(() => live.stop())

async function scopeOf(person: TestPerson, projectId: Id) {
  const scope = await enterProjectById(person.account, projectId)
  if (!scope) throw new Error('not let in')
  return scope
}

/** A sprint with one task, which ben adds another to. */
async function sprinted() {
  const window = await makeProject(ann)
  const sprintId = newId()
  const one = await window.createTask({ title: 'Retry on 409', taskType: 'bug', estimate: 3 })
  const two = await window.createTask({ title: 'Logger fails', estimate: 2 })
  const plan = (who: Window, taskId: Id) => {
    const tasks = [{ taskId, baseVersion: 1 }]
    return who.send({ type: 'task.plan', tasks, sprintId, place: {} })
  }
  await window.send({ type: 'sprint.create', baseVersion: 1, sprintId, name: 'One', goal: 'Calm' })
  await plan(window, one)
  const ben = await makePerson(ann, 'member', 'Ben Ode')
  const start = () =>
    window.send({
      type: 'sprint.start',
      baseVersion: 2,
      sprintId,
      startDate: '2031-01-06',
      endDate: '2031-01-17',
    })
  return {
    window,
    sprintId,
    one,
    two,
    start,
    add: () => plan(new Window(ben, window.projectId), two),
  }
}

it('names the sprint, its tasks and whoever changed its scope', async () => {
  const { window, sprintId, one, two, start, add } = await sprinted()
  await start()
  await add()
  await live.caughtUp(window.projectId)
  const found = await sprintReport(await scopeOf(ann, window.projectId), sprintId)
  expect(found?.sprint).toMatchObject({ name: 'One', goal: 'Calm', endDate: '2031-01-17' })
  expect(found?.report?.committed).toEqual([{ taskId: one, points: 3 }])
  const [change] = found?.report?.scope ?? []
  expect(change).toMatchObject({ kind: 'added', taskId: two, to: 2 })
  const actor = found?.people.find((person) => person.id === change?.actor)
  expect(actor?.name).toBe('Ben Ode')
  expect(found?.tasks.map(({ number, title, type }) => [number, title, type]).sort()).toEqual([
    [1, 'Retry on 409', 'bug'],
    [2, 'Logger fails', 'task'],
  ])
})

it('has nothing to report before the start', async () => {
  const { window, sprintId } = await sprinted()
  await live.caughtUp(window.projectId)
  const found = await sprintReport(await scopeOf(ann, window.projectId), sprintId)
  expect(found).toMatchObject({ sprint: { state: 'planned' }, report: null })
})

it('knows no sprint of another project, none that is unknown, and none that was deleted', async () => {
  const { window, sprintId } = await sprinted()
  const elsewhere = await makeProject(ann)
  expect(await sprintReport(await scopeOf(ann, elsewhere.projectId), sprintId)).toBeNull()
  const scope = await scopeOf(ann, window.projectId)
  expect(await sprintReport(scope, newId())).toBeNull()
  await window.send({ type: 'sprint.remove', baseVersion: 2, sprintId })
  expect(await sprintReport(scope, sprintId)).toBeNull()
})
