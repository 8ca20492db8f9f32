import { v7 as newId, v4 as newWindow } from 'uuid'
import { describe, expect, it } from 'vitest'
import type { Command } from '@/domain/commands'
import { projectOf } from '@/server/access/enter'
import type { ProjectScope } from '@/server/access/scope'
import { execute } from '@/server/execute/execute'
import { history } from '@/server/queries/history'
import { relations } from '@/server/queries/relations'
import { task as openTask } from '@/server/queries/task'
import { testDatabase } from '../../support/database'
import { makePerson, makeWorkspace } from '../../support/people'
import { makeProject, type Window } from '../../support/project'
import { foldedProject, plain, storedProject } from '../../support/stored'

await testDatabase()
const ann = await makeWorkspace()
const ben = await makePerson(ann, 'member')
const eve = await makeWorkspace()

async function open(person = ann) {
  const mine = await makeProject(person)
  const key = (await storedProject(mine.projectId)).project?.key ?? ''
  return { mine, key, scope: (await projectOf(person.scope, key)) as ProjectScope }
}

function sent(mine: Window, command: Command, commandId = newId()) {
  return { commandId, clientId: newWindow(), projectId: mine.projectId, command }
}

async function same(projectId: string) {
  const stored = await storedProject(projectId)
  expect(plain(stored)).toEqual(plain(await foldedProject(projectId)))
  return stored
}

describe('a clone', () => {
  it('has the fields of its task, goes to one column, and says what it copies', async () => {
    const { mine, key, scope } = await open()
    const fields = { title: 'Original', description: 'Long text', labels: ['api'], estimate: 3 }
    const task = await mine.createTask({ ...fields, statusId: 'review' })
    const sub = await mine.createTask({ taskType: 'subtask', parentId: task, title: 'Below' })
    const copies = [task, sub].map((from) => ({ from, to: newId() }))
    const clone = { type: 'task.clone', taskId: task, statusId: 'todo', copies } as const
    const answer = await mine.send({ ...clone, place: { end: 'top' } })
    expect(answer.outcome).toBe('applied')
    const { tasks } = await same(mine.projectId)
    const [root, below] = copies.map(({ to }) => tasks.get(to))
    expect(root).toMatchObject({ ...fields, statusId: 'todo', links: [`clones:${key}-1`] })
    expect(below).toMatchObject({ title: 'Below', parentId: root?.id, type: 'subtask', links: [] })
    expect((await relations(scope, task))?.ties).toMatchObject([{ kind: 'is-cloned-by' }])
    const again = await mine.send({ ...clone, place: {} })
    expect(again.refusal).toMatchObject({ code: 'id-taken', field: 'copies' })
    const stray = [...copies.slice(0, 1), { from: newId(), to: newId() }]
    const end = await mine.send({ ...clone, copies: stray, place: {} })
    expect(end.refusal?.code).toBe('not-found')
  })
})

describe('a task that moves to another project', () => {
  it('arrives with its subtasks, texts, comments and links, and its old key leads there', async () => {
    const [from, to] = [await open(), await open()]
    const task = await from.mine.createTask({
      title: 'Moving',
      description: 'Long text',
      statusId: 'review',
      assignees: [ben.personId],
    })
    const sub = await from.mine.createTask({ taskType: 'subtask', parentId: task, title: 'Below' })
    const child = await from.mine.createTask({ parentId: task, title: 'Stays' })
    const other = await from.mine.createTask({ title: 'Other' })
    const comment = { taskId: task, commentId: newId(), baseVersion: 1, body: 'Look here' }
    await from.mine.send({ type: 'comment.add', ...comment })
    const edit = { type: 'task.edit', taskId: other, baseVersion: 1 } as const
    await from.mine.send({ ...edit, add: { links: [`blocks:${from.key}-1`] } })

    const command: Command = {
      type: 'task.transfer',
      taskId: task,
      baseVersion: 2,
      to: to.mine.projectId,
    }
    const envelope = sent(from.mine, command)
    expect((await execute(ben.scope, envelope)).outcome).toBe('applied')
    expect((await execute(ben.scope, envelope)).outcome).toBe('applied')

    const there = await same(to.mine.projectId)
    const here = await same(from.mine.projectId)
    expect(there.tasks.size).toBe(2)
    const [root, below] = [...there.tasks.values()]
    expect(root).toMatchObject({
      title: 'Moving',
      description: 'Long text',
      statusId: 'review',
      assignees: [ben.personId],
      reporter: ann.personId,
      comments: 1,
    })
    expect(below).toMatchObject({ title: 'Below', parentId: root?.id })
    expect([...there.comments.values()]).toMatchObject([
      { body: 'Look here', author: ann.personId },
    ])
    expect(here.tasks.get(task)).toMatchObject({ movedTo: root?.id })
    expect(here.tasks.get(sub)?.archivedAt).not.toBeNull()
    expect(here.tasks.get(child)).toMatchObject({ parentId: null, archivedAt: null })

    expect((await openTask(from.scope, 1))?.movedTo).toBe(`${to.key}-1`)
    expect((await relations(to.scope, root?.id ?? ''))?.ties).toMatchObject([
      { kind: 'is-blocked-by', key: `${from.key}-4` },
    ])
    expect((await relations(from.scope, other))?.ties).toMatchObject([
      { kind: 'blocks', key: `${to.key}-1`, task: { title: 'Moving' } },
    ])
    const story = await history(from.scope, { text: `${from.key}-1` }, null)
    expect(story.events.map((event) => event.type)).toContain('task.created')
    const restore = await from.mine.send({ type: 'task.restore', taskId: task, baseVersion: 9 })
    expect(restore.refusal?.code).toBe('archived')
  })

  it('is found over several moves, also when it comes back', async () => {
    const [from, to] = [await open(), await open()]
    const task = await from.mine.createTask({ title: 'There and back' })
    const go = (mine: Window, taskId: string, projectId: string) =>
      execute(
        ann.scope,
        sent(mine, { type: 'task.transfer', taskId, baseVersion: 1, to: projectId }),
      )
    await go(from.mine, task, to.mine.projectId)
    const [there] = [...(await storedProject(to.mine.projectId)).tasks.keys()]
    await go(to.mine, there ?? '', from.mine.projectId)
    expect((await openTask(from.scope, 1))?.movedTo).toBe(`${from.key}-2`)
    expect((await openTask(to.scope, 1))?.movedTo).toBe(`${from.key}-2`)
    expect((await openTask(from.scope, 2))?.movedTo).toBeNull()
  })

  it('never goes to another workspace, which tells nothing of what is there', async () => {
    const [from, hers] = [await open(), await open(eve)]
    const task = await from.mine.createTask()
    const to = async (projectId: string) => {
      const command: Command = {
        type: 'task.transfer',
        taskId: task,
        baseVersion: 1,
        to: projectId,
      }
      const { refusal } = await execute(ann.scope, sent(from.mine, command))
      return refusal
    }
    expect(await to(hers.mine.projectId)).toEqual(await to(newId()))
    expect((await storedProject(hers.mine.projectId)).tasks.size).toBe(0)
    expect((await to(from.mine.projectId))?.code).toBe('invalid')
  })
})
