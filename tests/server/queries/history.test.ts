import { v7 as newId } from 'uuid'
import { describe, expect, it } from 'vitest'
import { filterOf } from '@/app/(workspace)/[workspace]/[project]/history/filter/address'
import type { LoggedEvent } from '@/domain/events'
import type { HistoryFilter } from '@/domain/history'
import { enterProjectById, projectOf } from '@/server/access/enter'
import { history } from '@/server/queries/history'
import { task } from '@/server/queries/task'
import { testDatabase } from '../../support/database'
import { makePerson, makeWorkspace } from '../../support/people'
import { makeProject, Window } from '../../support/project'

await testDatabase()
const ann = await makeWorkspace()
const ben = await makePerson(ann)
const window = await makeProject(ann)
const bens = new Window(ben, window.projectId)
const taskId = await window.createTask({ title: 'Watched' })
await bens.move(taskId, 1, 'done')
for (let i = 0; i < 60; i++) await window.createTask({ title: `Filler ${i}` })
await bens.send({ type: 'comment.add', taskId, baseVersion: 2, commentId: newId(), body: 'Hello' })
const lost = await window.move(taskId, 1, 'review')
await window.send({
  type: 'conflict.resolve',
  conflictId: lost.conflict?.id ?? '',
  choice: 'theirs',
  baseVersion: 3,
})
const scope = await scopeOf()

describe('the history', () => {
  it('comes whole, page by page, newest first', async () => {
    const events = await everything({})
    expect(events.map((event) => event.seq)).toEqual(Array.from({ length: 66 }, (_, i) => 66 - i))
  })

  it('is narrowed to a person, a task, a kind', async () => {
    expect((await everything({ personId: ben.personId })).map((e) => e.type)).toEqual([
      'comment.added',
      'task.moved',
    ])
    expect(await everything({ taskId })).toHaveLength(5)
    expect((await everything({ kind: 'conflicts' })).map((e) => e.type)).toEqual([
      'conflict.resolved',
      'conflict.found',
    ])
  })

  it('takes any address: what the database cannot look for is passed over', async () => {
    for (const q of ['\u0000watch', `watch\u0000`, `${'x'.repeat(199)}\u{1f600}`, '%', "'"]) {
      const address = new URLSearchParams({ q, person: "1' or true", kind: '__proto__' })
      const { events } = await history(scope, filterOf(address), null)
      expect(events).toHaveLength(q.includes('watch') ? 5 : 0)
    }
  })

  it('is narrowed to tasks by a part of their title, a whole key, or how one begins', async () => {
    expect(await everything({ text: 'watch' })).toHaveLength(5)
    expect(await everything({ text: 'p1-1' })).toHaveLength(5)
    expect(await everything({ text: 'Filler 59' })).toHaveLength(1)
    expect((await everything({ text: 'P1-' })).length).toBe(65)
    expect(await everything({ text: '100%' })).toEqual([])
  })

  it('gives only what came into the log after a position, and how far it was read', async () => {
    const page = await history(scope, { since: 64 }, null)
    expect(page.events.map((event) => event.seq)).toEqual([66, 65])
    expect(page.seq).toBe(66)
    expect((await history(scope, { since: 66 }, null)).events).toEqual([])
  })

  it('names people, tasks and the conflict that a decision ended', async () => {
    const page = await history(scope, { kind: 'conflicts' }, null)
    expect(page.tasks).toEqual([{ id: taskId, number: 1, title: 'Watched' }])
    expect(page.conflicts[0]).toMatchObject({ id: lost.conflict?.id, reason: 'changed' })
    expect(page.people.map((person) => person.id).sort()).toEqual(
      [ann.personId, ben.personId].sort(),
    )
  })

  it('keeps to its project', async () => {
    const other = await makeProject(ann)
    const elsewhere = await enterProjectById(ann.account, other.projectId)
    expect(elsewhere?.projectId).toBe(other.projectId)
    if (elsewhere) expect((await history(elsewhere, { taskId }, null)).events).toEqual([])
  })
})

describe('a task', () => {
  it('comes with its comments and the position it is true at', async () => {
    const found = await task(scope, 1)
    expect(found).toMatchObject({ seq: 66, task: { id: taskId, version: 3, comments: 1 } })
    expect(found?.comments.map((comment) => comment.body)).toEqual(['Hello'])
  })

  it('is null where the project has no such number', async () => {
    expect(await task(scope, 999)).toBeNull()
  })
})

async function scopeOf() {
  const found = await projectOf(ann.scope, 'P1')
  if (!found) throw new Error('No project P1.')
  return found
}

async function everything(filter: HistoryFilter): Promise<LoggedEvent[]> {
  const events: LoggedEvent[] = []
  let page = await history(scope, filter, null)
  events.push(...page.events)
  while (page.next) {
    page = await history(scope, filter, page.next)
    events.push(...page.events)
  }
  return events
}

it('tells where the tasks of a sprint went once, by its end, and names the sprints', async () => {
  const other = await makeProject(ann)
  const send = other.send.bind(other)
  const sprintId = newId()
  const planned = await other.createTask()
  await send({ type: 'sprint.create', baseVersion: 1, sprintId, name: 'Alpha' })
  const tasks = [{ taskId: planned, baseVersion: 1 }]
  await send({ type: 'task.plan', tasks, sprintId, place: {} })
  const dates = { startDate: '2031-02-03', endDate: '2031-02-14' }
  await send({ type: 'sprint.start', baseVersion: 2, sprintId, ...dates })
  await send({ type: 'sprint.complete', baseVersion: 3, sprintId, rest: null })
  const there = await enterProjectById(ann.account, other.projectId)
  if (!there) throw new Error('The project is not there.')
  const page = await history(there, { kind: 'sprints' }, null)
  expect(page.events.map((e) => e.type)).toEqual([
    'sprint.completed',
    'sprint.started',
    'task.planned',
    'sprint.created',
  ])
  expect(page.sprints).toEqual([{ id: sprintId, name: 'Alpha' }])
  const own = await history(there, { taskId: planned }, null)
  expect(own.events.map((e) => e.type)).toEqual(['task.planned', 'task.planned', 'task.created'])
})

it('names what has been removed since', async () => {
  const other = await makeProject(ann)
  const send = other.send.bind(other)
  const [sprintId, componentId, versionId] = [newId(), newId(), newId()]
  const tagged = await other.createTask()
  await send({ type: 'sprint.create', baseVersion: 1, sprintId, name: 'Alpha' })
  await send({ type: 'component.add', baseVersion: 2, componentId, name: 'API' })
  await send({ type: 'version.add', baseVersion: 3, versionId, name: '1.0' })
  const add = { components: [componentId], affectedVersions: [versionId] }
  await send({ type: 'task.edit', taskId: tagged, baseVersion: 1, add })
  await send({ type: 'sprint.remove', baseVersion: 4, sprintId })
  await send({ type: 'component.remove', baseVersion: 5, componentId, moveTo: null })
  await send({ type: 'version.remove', baseVersion: 6, versionId, moveTo: null })
  const there = await enterProjectById(ann.account, other.projectId)
  if (!there) throw new Error('The project is not there.')
  const page = await history(there, {}, null)
  expect(page.events.filter((e) => e.type === 'task.edited')).toHaveLength(3)
  expect(page.sprints).toEqual([{ id: sprintId, name: 'Alpha' }])
  expect(new Map(page.entries.map(({ id, name }) => [id, name]))).toEqual(
    new Map([
      [componentId, 'API'],
      [versionId, '1.0'],
    ]),
  )
  const own = await history(there, { taskId: tagged }, null)
  expect(own.entries).toHaveLength(2)
})
