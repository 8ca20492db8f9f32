import { v7 as newId } from 'uuid'
import { describe, expect, it } from 'vitest'
import { database } from '@/db/client'
import type { Id } from '@/domain/kernel/primitives'
import { makeWorkspace } from '@/tests/support/people'
import { replayedProject, storedProject, toComparable } from '@/tests/support/storedProject'
import { makeProject, TestClient } from '@/tests/support/testClient'
import { testDatabase } from '@/tests/support/testDatabase'

await testDatabase()
const ann = await makeWorkspace()
const eve = await makeWorkspace()
const statuses = [
  { id: 'todo', name: 'To do', category: 'todo', color: 'slate', wipLimit: null },
] as const

/** Creates Ann's project with a task, a comment and a conflict, and Eve's empty project. */
async function createTwoProjects() {
  const herClient = await makeProject(ann)
  const taskId = await herClient.createTask({ title: 'Hers' })
  const commentId = newId()
  await herClient.send({ type: 'comment.add', taskId, baseVersion: 1, commentId, body: 'Hers' })
  const edit = { type: 'task.edit', taskId, baseVersion: 1 } as const
  await herClient.send({ ...edit, set: { title: 'One' } })
  const { conflict } = await new TestClient(ann, herClient.projectId).send({
    ...edit,
    set: { title: 'Another' },
  })
  const before = toComparable(await storedProject(herClient.projectId))
  return {
    hers: herClient,
    taskId,
    commentId,
    conflictId: conflict?.id ?? '',
    before,
    eves: await makeProject(eve),
  }
}

async function expectConsistent(projectId: Id) {
  const rows = toComparable(await storedProject(projectId))
  expect(rows).toEqual(toComparable(await replayedProject(projectId)))
  return rows
}

describe('ids that exist in another project', () => {
  it('the id can be used for a new task, and the other task is unchanged', async () => {
    const { hers: herClient, taskId, before, eves } = await createTwoProjects()
    await eves.createTask({ taskId, title: 'Mine' })
    await eves.send({ type: 'task.edit', taskId, baseVersion: 1, set: { description: 'Mine' } })
    expect((await eves.move(taskId, 2, 'done')).outcome).toBe('applied')
    await eves.createTask({ statusId: 'done', position: { after: taskId } })
    expect((await herClient.move(taskId, 99, 'done')).outcome).toBe('applied')
    await expectConsistent(eves.projectId)
    expect(await expectConsistent(herClient.projectId)).not.toEqual(before)
    const titles = await database().sql`select title from task where id = ${taskId} order by title`
    expect(titles.map((row) => row.title)).toEqual(['Mine', 'One'])
  })

  it('the id can be used for a new comment, and the other comment is unchanged', async () => {
    const { hers: herClient, commentId, before, eves } = await createTwoProjects()
    const taskId = await eves.createTask()
    const add = { type: 'comment.add', taskId, baseVersion: 1, commentId, body: 'Mine' } as const
    expect((await eves.send(add)).outcome).toBe('applied')
    await expectConsistent(eves.projectId)
    expect(await expectConsistent(herClient.projectId)).toEqual(before)
  })

  it('the id can be used for a command that raises a conflict, and the other conflict is unchanged', async () => {
    const { hers: herClient, conflictId, before, eves } = await createTwoProjects()
    const taskId = await eves.createTask()
    const edit = { type: 'task.edit', taskId, baseVersion: 1 } as const
    await eves.send({ ...edit, set: { title: 'One' } })
    const other = new TestClient(eve, eves.projectId)
    const answer = await other.send({ ...edit, set: { title: 'Mine' } }, conflictId)
    expect(answer.outcome).toBe('conflict')
    await expectConsistent(eves.projectId)
    expect(await expectConsistent(herClient.projectId)).toEqual(before)
  })

  it('the id is rejected at once for a new project', async () => {
    const { hers: herClient, before } = await createTwoProjects()
    const client = new TestClient(eve, herClient.projectId)
    const create = { type: 'project.create', key: 'MINE', name: 'Mine' } as const
    const answer = await client.send({ ...create, statuses: [...statuses] })
    expect(answer.rejection).toMatchObject({ code: 'id-taken', field: 'projectId' })
    expect(await expectConsistent(herClient.projectId)).toEqual(before)
  })
})

it('ids of a task and a comment of the same project are rejected', async () => {
  const { hers: herClient, taskId, commentId } = await createTwoProjects()
  const position = { end: 'top' } as const
  const task = { taskType: 'task', title: 'Again', statusId: 'todo', position } as const
  const created = await herClient.send({ type: 'task.create', taskId, ...task })
  expect(created.rejection).toMatchObject({ code: 'id-taken', field: 'taskId' })
  const other = await herClient.createTask()
  const add = { type: 'comment.add', taskId: other, baseVersion: 1, commentId, body: 'x' } as const
  expect((await herClient.send(add)).rejection).toMatchObject({
    code: 'id-taken',
    field: 'commentId',
  })
})
