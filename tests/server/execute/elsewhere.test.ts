import { v7 as newId } from 'uuid'
import { describe, expect, it } from 'vitest'
import { database } from '@/db/client'
import type { Id } from '@/domain/words'
import { testDatabase } from '../../support/database'
import { makeWorkspace } from '../../support/people'
import { makeProject, Window } from '../../support/project'
import { foldedProject, plain, storedProject } from '../../support/stored'

await testDatabase()
const ann = await makeWorkspace()
const eve = await makeWorkspace()
const statuses = [
  { id: 'todo', name: 'To do', category: 'todo', color: 'slate', wipLimit: null },
] as const

/** Ann's project with a task, a comment and a conflict in it; Eve's is empty. */
async function world() {
  const hers = await makeProject(ann)
  const taskId = await hers.createTask({ title: 'Hers' })
  const commentId = newId()
  await hers.send({ type: 'comment.add', taskId, baseVersion: 1, commentId, body: 'Hers' })
  const edit = { type: 'task.edit', taskId, baseVersion: 1 } as const
  await hers.send({ ...edit, set: { title: 'One' } })
  const { conflict } = await new Window(ann, hers.projectId).send({
    ...edit,
    set: { title: 'Another' },
  })
  const before = plain(await storedProject(hers.projectId))
  return {
    hers,
    taskId,
    commentId,
    conflictId: conflict?.id ?? '',
    before,
    eves: await makeProject(eve),
  }
}

async function same(projectId: Id) {
  const rows = plain(await storedProject(projectId))
  expect(rows).toEqual(plain(await foldedProject(projectId)))
  return rows
}

describe('ids that another project holds', () => {
  it('are free for a task, and leave the other as it is', async () => {
    const { hers, taskId, before, eves } = await world()
    await eves.createTask({ taskId, title: 'Mine' })
    await eves.send({ type: 'task.edit', taskId, baseVersion: 1, set: { description: 'Mine' } })
    expect((await eves.move(taskId, 2, 'done')).outcome).toBe('applied')
    await eves.createTask({ statusId: 'done', place: { after: taskId } })
    expect((await hers.move(taskId, 99, 'done')).outcome).toBe('applied')
    await same(eves.projectId)
    expect(await same(hers.projectId)).not.toEqual(before)
    const titles = await database().sql`select title from task where id = ${taskId} order by title`
    expect(titles.map((row) => row.title)).toEqual(['Mine', 'One'])
  })

  it('are free for a comment, and leave the other as it is', async () => {
    const { hers, commentId, before, eves } = await world()
    const taskId = await eves.createTask()
    const add = { type: 'comment.add', taskId, baseVersion: 1, commentId, body: 'Mine' } as const
    expect((await eves.send(add)).outcome).toBe('applied')
    await same(eves.projectId)
    expect(await same(hers.projectId)).toEqual(before)
  })

  it('are free for a command that ends as a conflict, and leave the other as it is', async () => {
    const { hers, conflictId, before, eves } = await world()
    const taskId = await eves.createTask()
    const edit = { type: 'task.edit', taskId, baseVersion: 1 } as const
    await eves.send({ ...edit, set: { title: 'One' } })
    const other = new Window(eve, eves.projectId)
    const answer = await other.send({ ...edit, set: { title: 'Mine' } }, conflictId)
    expect(answer.outcome).toBe('conflict')
    await same(eves.projectId)
    expect(await same(hers.projectId)).toEqual(before)
  })

  it('are refused for a project, at once', async () => {
    const { hers, before } = await world()
    const window = new Window(eve, hers.projectId)
    const create = { type: 'project.create', key: 'MINE', name: 'Mine' } as const
    const answer = await window.send({ ...create, statuses: [...statuses] })
    expect(answer.refusal).toMatchObject({ code: 'id-taken', field: 'projectId' })
    expect(await same(hers.projectId)).toEqual(before)
  })
})

it('refuses a task id and a comment id that the project holds', async () => {
  const { hers, taskId, commentId } = await world()
  const place = { end: 'top' } as const
  const task = { taskType: 'task', title: 'Again', statusId: 'todo', place } as const
  const created = await hers.send({ type: 'task.create', taskId, ...task })
  expect(created.refusal).toMatchObject({ code: 'id-taken', field: 'taskId' })
  const other = await hers.createTask()
  const add = { type: 'comment.add', taskId: other, baseVersion: 1, commentId, body: 'x' } as const
  expect((await hers.send(add)).refusal).toMatchObject({ code: 'id-taken', field: 'commentId' })
})
