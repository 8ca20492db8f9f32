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
  const annsClient = await makeProject(ann)
  const taskId = await annsClient.createTask({ title: 'Hers' })
  const commentId = newId()
  await annsClient.send({ type: 'comment.add', taskId, baseVersion: 1, commentId, body: 'Hers' })
  const edit = { type: 'task.edit', taskId, baseVersion: 1 } as const
  await annsClient.send({ ...edit, set: { title: 'One' } })
  const { conflict } = await new TestClient(ann, annsClient.projectId).send({
    ...edit,
    set: { title: 'Another' },
  })
  const before = toComparable(await storedProject(annsClient.projectId))
  return {
    annsClient,
    taskId,
    commentId,
    conflictId: conflict?.id ?? '',
    before,
    evesClient: await makeProject(eve),
  }
}

async function expectConsistent(projectId: Id) {
  const rows = toComparable(await storedProject(projectId))
  expect(rows).toEqual(toComparable(await replayedProject(projectId)))
  return rows
}

describe('ids that exist in another project', () => {
  it('the id can be used for a new task, and the other task is unchanged', async () => {
    const { annsClient, taskId, before, evesClient } = await createTwoProjects()
    await evesClient.createTask({ taskId, title: 'Mine' })
    await evesClient.send({
      type: 'task.edit',
      taskId,
      baseVersion: 1,
      set: { description: 'Mine' },
    })
    expect((await evesClient.move(taskId, 2, 'done')).outcome).toBe('applied')
    await evesClient.createTask({ statusId: 'done', position: { after: taskId } })
    expect((await annsClient.move(taskId, 99, 'done')).outcome).toBe('applied')
    await expectConsistent(evesClient.projectId)
    expect(await expectConsistent(annsClient.projectId)).not.toEqual(before)
    const titles = await database().sql`select title from task where id = ${taskId} order by title`
    expect(titles.map((row) => row.title)).toEqual(['Mine', 'One'])
  })

  it('the id can be used for a new comment, and the other comment is unchanged', async () => {
    const { annsClient, commentId, before, evesClient } = await createTwoProjects()
    const taskId = await evesClient.createTask()
    const add = { type: 'comment.add', taskId, baseVersion: 1, commentId, body: 'Mine' } as const
    expect((await evesClient.send(add)).outcome).toBe('applied')
    await expectConsistent(evesClient.projectId)
    expect(await expectConsistent(annsClient.projectId)).toEqual(before)
  })

  it('the id can be used for a command that raises a conflict, and the other conflict is unchanged', async () => {
    const { annsClient, conflictId, before, evesClient } = await createTwoProjects()
    const taskId = await evesClient.createTask()
    const edit = { type: 'task.edit', taskId, baseVersion: 1 } as const
    await evesClient.send({ ...edit, set: { title: 'One' } })
    const other = new TestClient(eve, evesClient.projectId)
    const answer = await other.send({ ...edit, set: { title: 'Mine' } }, conflictId)
    expect(answer.outcome).toBe('conflict')
    await expectConsistent(evesClient.projectId)
    expect(await expectConsistent(annsClient.projectId)).toEqual(before)
  })

  it('the id is rejected at once for a new project', async () => {
    const { annsClient, before } = await createTwoProjects()
    const client = new TestClient(eve, annsClient.projectId)
    const create = { type: 'project.create', key: 'MINE', name: 'Mine' } as const
    const answer = await client.send({ ...create, statuses: [...statuses] })
    expect(answer.rejection).toMatchObject({ code: 'id-taken', field: 'projectId' })
    expect(await expectConsistent(annsClient.projectId)).toEqual(before)
  })
})

it('ids of a task and a comment of the same project are rejected', async () => {
  const { annsClient, taskId, commentId } = await createTwoProjects()
  const position = { end: 'top' } as const
  const task = { taskType: 'task', title: 'Again', statusId: 'todo', position } as const
  const created = await annsClient.send({ type: 'task.create', taskId, ...task })
  expect(created.rejection).toMatchObject({ code: 'id-taken', field: 'taskId' })
  const other = await annsClient.createTask()
  const add = { type: 'comment.add', taskId: other, baseVersion: 1, commentId, body: 'x' } as const
  expect((await annsClient.send(add)).rejection).toMatchObject({
    code: 'id-taken',
    field: 'commentId',
  })
})
