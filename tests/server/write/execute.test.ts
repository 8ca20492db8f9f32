import { v7 as newId } from 'uuid'
import { describe, expect, it } from 'vitest'
import { database } from '@/db/client'
import { makePerson, makeWorkspace } from '@/tests/support/people'
import { eventOfType, makeProject, TestClient } from '@/tests/support/testClient'
import { testDatabase } from '@/tests/support/testDatabase'

await testDatabase()
const ann = await makeWorkspace()
const ben = await makePerson(ann)

describe('executing commands', () => {
  it('a new task gets the next number, a rank and version 1, and is counted', async () => {
    const client = await makeProject(ann)
    await client.createTask()
    const taskId = await client.createTask({ title: 'Second' })
    const [row] = await database().sql`select * from task where id = ${taskId}`
    expect(row).toMatchObject({ number: 2, title: 'Second', version: 1, status_id: 'todo' })
    const [todo] = await database().sql`
      select task_count from status where project_id = ${client.projectId} and id = 'todo'`
    expect(todo?.task_count).toBe(2)
  })

  it('a repeated command gets the first result and changes nothing', async () => {
    const client = await makeProject(ann)
    const taskId = await client.createTask()
    const commandId = newId()
    const command = {
      type: 'task.move',
      taskId,
      baseVersion: 1,
      statusId: 'done',
      position: {},
    } as const
    const [first, otherFixture] = await Promise.all([
      client.send(command, commandId),
      client.send(command, commandId),
    ])
    const later = await client.send(command, commandId)
    expect(otherFixture).toEqual(first)
    expect(later).toEqual(first)
    expect(first.events).toHaveLength(1)
    const [log] = await database().sql`
      select count(*)::int as count from event where project_id = ${client.projectId}`
    expect(log?.count).toBe(3)
  })

  it('a command id that somebody else has used is rejected', async () => {
    const client = await makeProject(ann)
    const taskId = await client.createTask()
    const other = new TestClient(ben, client.projectId)
    const commandId = newId()
    await client.move(taskId, 1, 'done')
    const archive = { type: 'task.archive', taskId, baseVersion: 1 } as const
    await client.send(archive, commandId)
    const answer = await other.send(archive, commandId)
    expect(answer).toMatchObject({ outcome: 'rejected', rejection: { code: 'id-taken' } })
    expect(answer.events).toEqual([])
  })

  it('a foreign project and a missing one get the same error', async () => {
    const stranger = await makeWorkspace()
    const client = await makeProject(ann)
    const taskId = await client.createTask()
    const there = await new TestClient(stranger, client.projectId).move(taskId, 1, 'done')
    const nowhere = await new TestClient(stranger, newId()).move(taskId, 1, 'done')
    expect(there).toMatchObject({ outcome: 'rejected', rejection: { code: 'not-found' } })
    expect({ ...there, commandId: '' }).toEqual({ ...nowhere, commandId: '' })
  })

  it('a project key is unique in a workspace, also for concurrent commands', async () => {
    const create = { type: 'project.create', key: 'TWIN', name: 'Twin' } as const
    const statuses = [
      { id: 'todo', name: 'To do', category: 'todo', color: 'slate', wipLimit: null },
    ] as const
    const windows = [new TestClient(ann, newId()), new TestClient(ann, newId())]
    const answers = await Promise.all(
      windows.map((each) => each.send({ ...create, statuses: [...statuses] })),
    )
    expect(answers.map((each) => each.outcome).sort()).toEqual(['applied', 'rejected'])
    expect(answers.find((each) => each.outcome === 'rejected')?.rejection?.code).toBe('key-taken')
  })

  it('all positions of one batch are ranked as each command asked', async () => {
    const client = await makeProject(ann)
    const first = await client.createTask({ title: 'first' })
    const ids = [newId(), newId(), newId()]
    const create = (taskId: string, position: { after?: string; before?: string; end?: 'top' }) =>
      client.createTask({ taskId, title: taskId, position })
    await Promise.all([
      create(ids[0] as string, { after: first }),
      create(ids[1] as string, { after: first }),
      create(ids[2] as string, { before: ids[0] as string }),
    ])
    const rows = await database().sql`
      select id from task where project_id = ${client.projectId} order by rank`
    expect(rows.map((row) => row.id)).toEqual([first, ids[1], ids[2], ids[0]])
  })

  it('only one of two tasks gets the last place of a column', async () => {
    const client = await makeProject(ann)
    await client.send({
      type: 'status.edit',
      baseVersion: 1,
      statusId: 'review',
      set: { wipLimit: 1 },
    })
    const [a, b] = [await client.createTask(), await client.createTask()]
    const answers = await Promise.all([
      client.move(a, 1, 'review'),
      new TestClient(ben, client.projectId).move(b, 1, 'review'),
    ])
    expect(answers.map((each) => each.outcome).sort()).toEqual(['applied', 'rejected'])
    expect(answers.find((each) => each.rejection)?.rejection?.message).toContain('is full (1 of 1)')
  })

  it('tasks of a removed column move to the given one in their order', async () => {
    const client = await makeProject(ann)
    const kept = await client.createTask({ statusId: 'todo' })
    const ids = [
      await client.createTask({ statusId: 'review' }),
      await client.createTask({ statusId: 'review' }),
    ]
    const answer = await client.send({
      type: 'status.remove',
      baseVersion: 1,
      statusId: 'review',
      moveTo: 'todo',
    })
    expect(answer.events.map((event) => event.type)).toEqual([
      'task.moved',
      'task.moved',
      'status.removed',
    ])
    const rows = await database().sql`
      select id from task where project_id = ${client.projectId} and status_id = 'todo' order by rank`
    expect(rows.map((row) => row.id)).toEqual([kept, ...ids])
  })

  it('the rejection of a command is kept in the log', async () => {
    const client = await makeProject(ann)
    const viewer = await makePerson(ann, 'viewer')
    const taskId = await client.createTask()
    const answer = await new TestClient(viewer, client.projectId).move(taskId, 1, 'done')
    const [row] = await database().sql`
      select outcome, rejection from command where command_id = ${answer.commandId}`
    expect(row).toMatchObject({ outcome: 'rejected', rejection: { code: 'forbidden' } })
  })

  it('a conflict contains both sides, its author and the concurrent changes', async () => {
    const client = await makeProject(ann)
    const taskId = await client.createTask()
    await new TestClient(ben, client.projectId).move(taskId, 1, 'in-progress')
    const answer = await client.move(taskId, 1, 'done')
    expect(answer.outcome).toBe('conflict')
    expect(answer.conflict?.fields).toMatchObject([
      { field: 'status', base: 'todo', theirs: 'in-progress', mine: 'done', by: ben.personId },
    ])
    expect(answer.concurrentEvents?.map((event) => event.type)).toEqual(['task.moved'])
    const again = await client.send(
      { type: 'task.archive', taskId, baseVersion: 1 },
      answer.commandId,
    )
    expect(again).toEqual(answer)
    const resolved = await client.send({
      type: 'conflict.resolve',
      conflictId: answer.conflict?.id ?? '',
      choice: 'mine',
      baseVersion: 2,
    })
    expect(eventOfType(resolved, 'task.moved').data).toMatchObject({ to: 'done' })
    expect(eventOfType(resolved, 'conflict.resolved').data).toMatchObject({ choice: 'mine' })
  })

  it('the lost command is applied to the whole task, also beside an edit that was not chosen', async () => {
    const client = await makeProject(ann)
    const taskId = await client.createTask({ description: 'one\ntwo\nthree' })
    const edit = { type: 'task.edit', taskId } as const
    await client.send({ ...edit, baseVersion: 1, set: { title: 'Hers' } })
    const benClient = new TestClient(ben, client.projectId)
    const mine = { title: 'His', description: 'one\ntwo\nTHREE' }
    const { conflict } = await benClient.send({ ...edit, baseVersion: 1, set: mine })
    await client.send({ ...edit, baseVersion: 2, set: { description: 'ONE\ntwo\nthree' } })
    const resolved = await benClient.send({
      type: 'conflict.resolve',
      conflictId: conflict?.id ?? '',
      choice: 'mine',
      baseVersion: 2,
      edit: { ...edit, baseVersion: 2, set: { priority: 1 } },
    })
    expect(resolved.outcome).toBe('merged')
    const [row] = await database().sql`select title, description from task where id = ${taskId}`
    expect(row).toEqual({ title: 'His', description: 'ONE\ntwo\nTHREE' })
  })
})
