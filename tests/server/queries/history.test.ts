import { v7 as newId } from 'uuid'
import { describe, expect, it } from 'vitest'
import { parseHistoryFilter } from '@/app/_features/history/historyFilterParams'
import type { StoredEvent } from '@/domain/events'
import type { HistoryFilter } from '@/domain/views/history'
import { authorizeProjectById, authorizeProjectInWorkspace } from '@/server/access/authorize'
import { loadHistory } from '@/server/queries/history'
import { loadTaskByNumber } from '@/server/queries/taskByNumber'
import { makeProject, TestClient } from '@/tests/support/testClient'
import { testDatabase } from '@/tests/support/testDatabase'
import { makePerson, makeWorkspace } from '../../support/people'

await testDatabase()
const ann = await makeWorkspace()
const ben = await makePerson(ann)
const window = await makeProject(ann, 'HIST')
const benClient = new TestClient(ben, window.projectId)
const taskId = await window.createTask({ title: 'Watched' })
await benClient.move(taskId, 1, 'done')
for (let i = 0; i < 60; i++) await window.createTask({ title: `Filler ${i}` })
await benClient.send({
  type: 'comment.add',
  taskId,
  baseVersion: 2,
  commentId: newId(),
  body: 'Hello',
})
const lostMove = await window.move(taskId, 1, 'review')
await window.send({
  type: 'conflict.resolve',
  conflictId: lostMove.conflict?.id ?? '',
  choice: 'theirs',
  baseVersion: 3,
})
const scope = await scopeOf()

describe('the history of a project', () => {
  it('the whole history is returned page by page, newest first', async () => {
    const events = await readAllPages({})
    expect(events.map((event) => event.seq)).toEqual(Array.from({ length: 66 }, (_, i) => 66 - i))
  })

  it('the history is filtered by person, task and kind', async () => {
    expect((await readAllPages({ personId: ben.personId })).map((e) => e.type)).toEqual([
      'comment.added',
      'task.moved',
    ])
    expect(await readAllPages({ taskId })).toHaveLength(5)
    expect((await readAllPages({ kind: 'conflicts' })).map((e) => e.type)).toEqual([
      'conflict.resolved',
      'conflict.detected',
    ])
  })

  it('filter values that the database cannot search for are ignored', async () => {
    for (const q of ['\u0000watch', `watch\u0000`, `${'x'.repeat(199)}\u{1f600}`, '%', "'"]) {
      const address = new URLSearchParams({ q, person: "1' or true", kind: '__proto__' })
      const { events } = await loadHistory(scope, parseHistoryFilter(address), null)
      expect(events).toHaveLength(q.includes('watch') ? 5 : 0)
    }
  })

  it('tasks are found by a part of the title, a whole key or the start of a key', async () => {
    expect(await readAllPages({ text: 'watch' })).toHaveLength(5)
    expect(await readAllPages({ text: 'hist-1' })).toHaveLength(5)
    expect(await readAllPages({ text: 'Filler 59' })).toHaveLength(1)
    expect((await readAllPages({ text: 'HIST-' })).length).toBe(65)
    expect(await readAllPages({ text: '100%' })).toEqual([])
  })

  it('only events after a seq are returned, with the seq that was read', async () => {
    const page = await loadHistory(scope, { sinceSeq: 64 }, null)
    expect(page.events.map((event) => event.seq)).toEqual([66, 65])
    expect(page.seq).toBe(66)
    expect((await loadHistory(scope, { sinceSeq: 66 }, null)).events).toEqual([])
  })

  it('people, tasks and the conflict of a resolution are named', async () => {
    const page = await loadHistory(scope, { kind: 'conflicts' }, null)
    expect(page.tasks).toEqual([{ id: taskId, number: 1, title: 'Watched' }])
    expect(page.conflicts[0]).toMatchObject({ id: lostMove.conflict?.id, reason: 'changed' })
    expect(page.people.map((person) => person.id).sort()).toEqual(
      [ann.personId, ben.personId].sort(),
    )
  })

  it('the history contains only its own project', async () => {
    const other = await makeProject(ann)
    const elsewhere = await authorizeProjectById(ann.account, other.projectId)
    expect(elsewhere?.projectId).toBe(other.projectId)
    if (elsewhere) expect((await loadHistory(elsewhere, { taskId }, null)).events).toEqual([])
  })
})

describe('the detail of a task', () => {
  it('a task is returned with its comments and its seq', async () => {
    const found = await loadTaskByNumber(scope, 1)
    expect(found).toMatchObject({ seq: 66, task: { id: taskId, version: 3, commentCount: 1 } })
    expect(found?.comments.map((comment) => comment.body)).toEqual(['Hello'])
  })

  it('an unknown task number returns null', async () => {
    expect(await loadTaskByNumber(scope, 999)).toBeNull()
  })
})

async function scopeOf() {
  const found = await authorizeProjectInWorkspace(ann.scope, 'HIST')
  if (!found) throw new Error('No project HIST.')
  return found
}

async function readAllPages(filter: HistoryFilter): Promise<StoredEvent[]> {
  const events: StoredEvent[] = []
  let page = await loadHistory(scope, filter, null)
  events.push(...page.events)
  while (page.next) {
    page = await loadHistory(scope, filter, page.next)
    events.push(...page.events)
  }
  return events
}

it('the completion of a sprint lists once where its tasks went, and names the sprints', async () => {
  const other = await makeProject(ann)
  const send = other.send.bind(other)
  const sprintId = newId()
  const planned = await other.createTask()
  await send({ type: 'sprint.create', baseVersion: 1, sprintId, name: 'Alpha' })
  const tasks = [{ taskId: planned, baseVersion: 1 }]
  await send({ type: 'task.plan', tasks, sprintId, position: {} })
  const dates = { startDate: '2031-02-03', endDate: '2031-02-14' }
  await send({ type: 'sprint.start', baseVersion: 2, sprintId, ...dates })
  await send({ type: 'sprint.complete', baseVersion: 3, sprintId, defaultDestination: null })
  const there = await authorizeProjectById(ann.account, other.projectId)
  if (!there) throw new Error('The project is not there.')
  const page = await loadHistory(there, { kind: 'sprints' }, null)
  expect(page.events.map((e) => e.type)).toEqual([
    'sprint.completed',
    'sprint.started',
    'task.planned',
    'sprint.created',
  ])
  expect(page.sprints).toEqual([{ id: sprintId, name: 'Alpha' }])
  const own = await loadHistory(there, { taskId: planned }, null)
  expect(own.events.map((e) => e.type)).toEqual(['task.planned', 'task.planned', 'task.created'])
})

it('items are named even after they were removed', async () => {
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
  const there = await authorizeProjectById(ann.account, other.projectId)
  if (!there) throw new Error('The project is not there.')
  const page = await loadHistory(there, {}, null)
  expect(page.events.filter((e) => e.type === 'task.edited')).toHaveLength(3)
  expect(page.sprints).toEqual([{ id: sprintId, name: 'Alpha' }])
  expect(new Map(page.componentsAndVersions.map(({ id, name }) => [id, name]))).toEqual(
    new Map([
      [componentId, 'API'],
      [versionId, '1.0'],
    ]),
  )
  const own = await loadHistory(there, { taskId: tagged }, null)
  expect(own.componentsAndVersions).toHaveLength(2)
})

it('people are named whom a transition unassigned or who lead a component', async () => {
  const other = await makeProject(ann)
  const send = other.send.bind(other)
  const [lead, assignee] = [await makePerson(ann), await makePerson(ann)]
  const componentId = newId()
  const assigned = await other.createTask({ assignees: [assignee.personId] })
  await send({ type: 'component.add', baseVersion: 1, componentId, name: 'API' })
  const set = { lead: lead.personId }
  await send({ type: 'component.edit', baseVersion: 2, componentId, set })
  const unassign = { kind: 'postFunction', field: 'assignees', to: 'none' } as const
  const transitions = [{ to: 'done', rules: [unassign] }]
  await send({ type: 'status.edit', baseVersion: 3, statusId: 'todo', set: { transitions } })
  await other.move(assigned, 1, 'done')
  const there = await authorizeProjectById(ann.account, other.projectId)
  if (!there) throw new Error('The project is not there.')
  const peopleOf = async (filter: HistoryFilter) =>
    (await loadHistory(there, filter, null)).people.map((person) => person.id)
  expect(await peopleOf({ kind: 'moves' })).toContain(assignee.personId)
  expect(await peopleOf({ kind: 'project' })).toContain(lead.personId)
})
