import { v4 as newClientId, v7 as newId } from 'uuid'
import { describe, expect, it } from 'vitest'
import type { Command } from '@/domain/commands'
import { authorizeProjectInWorkspace } from '@/server/access/authorize'
import type { ProjectScope } from '@/server/access/scope'
import { loadHistory } from '@/server/queries/history'
import { loadRelations } from '@/server/queries/relations'
import { loadTaskByNumber as openTask } from '@/server/queries/taskByNumber'
import { execute } from '@/server/write/execute'
import { replayedProject, storedProject, toComparable } from '@/tests/support/storedProject'
import { makeProject, type TestClient } from '@/tests/support/testClient'
import { testDatabase } from '@/tests/support/testDatabase'
import { makePerson, makeWorkspace } from '../../support/people'

await testDatabase()
const ann = await makeWorkspace()
const ben = await makePerson(ann, 'member')
const eve = await makeWorkspace()

async function openProject(person = ann) {
  const mine = await makeProject(person)
  const key = (await storedProject(mine.projectId)).project?.key ?? ''
  return {
    mine,
    key,
    scope: (await authorizeProjectInWorkspace(person.scope, key)) as ProjectScope,
  }
}

function sendCommand(mine: TestClient, command: Command, commandId = newId()) {
  return { commandId, clientId: newClientId(), projectId: mine.projectId, command }
}

async function expectConsistent(projectId: string) {
  const stored = await storedProject(projectId)
  expect(toComparable(stored)).toEqual(toComparable(await replayedProject(projectId)))
  return stored
}

describe('a cloned task', () => {
  it('a clone has the fields of its original, goes to one column and links to the original', async () => {
    const { mine, key, scope } = await openProject()
    const fields = { title: 'Original', description: 'Long text', labels: ['api'], estimate: 3 }
    const taskId = await mine.createTask({ ...fields, statusId: 'review' })
    const sub = await mine.createTask({ taskType: 'subtask', parentId: taskId, title: 'Below' })
    const copies = [taskId, sub].map((from) => ({ from, to: newId() }))
    const clone = { type: 'task.clone', taskId, statusId: 'todo', copies } as const
    const answer = await mine.send({ ...clone, position: { end: 'top' } })
    expect(answer.outcome).toBe('applied')
    const { tasks } = await expectConsistent(mine.projectId)
    const [root, below] = copies.map(({ to }) => tasks.get(to))
    expect(root).toMatchObject({ ...fields, statusId: 'todo', links: [`clones:${key}-1`] })
    expect(below).toMatchObject({ title: 'Below', parentId: root?.id, type: 'subtask', links: [] })
    expect((await loadRelations(scope, taskId))?.links).toMatchObject([{ kind: 'is-cloned-by' }])
    const again = await mine.send({ ...clone, position: {} })
    expect(again.rejection).toMatchObject({ code: 'id-taken', field: 'copies' })
    const unknownCopies = [...copies.slice(0, 1), { from: newId(), to: newId() }]
    const end = await mine.send({ ...clone, copies: unknownCopies, position: {} })
    expect(end.rejection?.code).toBe('not-found')
  })
})

describe('a task that moves to another project', () => {
  it('subtasks, texts, comments and links move along, and the old key redirects', async () => {
    const [from, to] = [await openProject(), await openProject()]
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
    const envelope = sendCommand(from.mine, command)
    expect((await execute(ben.scope, envelope)).outcome).toBe('applied')
    expect((await execute(ben.scope, envelope)).outcome).toBe('applied')

    const there = await expectConsistent(to.mine.projectId)
    const here = await expectConsistent(from.mine.projectId)
    expect(there.tasks.size).toBe(2)
    const [root, below] = [...there.tasks.values()]
    expect(root).toMatchObject({
      title: 'Moving',
      description: 'Long text',
      statusId: 'review',
      assignees: [ben.personId],
      reporter: ann.personId,
      commentCount: 1,
    })
    expect(below).toMatchObject({ title: 'Below', parentId: root?.id })
    expect([...there.comments.values()]).toMatchObject([
      { body: 'Look here', author: ann.personId },
    ])
    expect(here.tasks.get(task)).toMatchObject({ movedTo: root?.id })
    expect(here.tasks.get(sub)?.archivedAt).not.toBeNull()
    expect(here.tasks.get(child)).toMatchObject({ parentId: null, archivedAt: null })

    expect((await openTask(from.scope, 1))?.movedTo).toBe(`${to.key}-1`)
    expect((await loadRelations(to.scope, root?.id ?? ''))?.links).toMatchObject([
      { kind: 'is-blocked-by', key: `${from.key}-4` },
    ])
    expect((await loadRelations(from.scope, other))?.links).toMatchObject([
      { kind: 'blocks', key: `${to.key}-1`, task: { title: 'Moving' } },
    ])
    const story = await loadHistory(from.scope, { text: `${from.key}-1` }, null)
    expect(story.events.map((event) => event.type)).toContain('task.created')
    const restore = await from.mine.send({ type: 'task.restore', taskId: task, baseVersion: 9 })
    expect(restore.rejection?.code).toBe('archived')
  })

  it('a task is found by all its old keys after several moves, also when it returns', async () => {
    const [from, to] = [await openProject(), await openProject()]
    const task = await from.mine.createTask({ title: 'There and back' })
    const go = (mine: TestClient, taskId: string, projectId: string) =>
      execute(
        ann.scope,
        sendCommand(mine, { type: 'task.transfer', taskId, baseVersion: 1, to: projectId }),
      )
    await go(from.mine, task, to.mine.projectId)
    const [there] = [...(await storedProject(to.mine.projectId)).tasks.keys()]
    await go(to.mine, there ?? '', from.mine.projectId)
    expect((await openTask(from.scope, 1))?.movedTo).toBe(`${from.key}-2`)
    expect((await openTask(to.scope, 1))?.movedTo).toBe(`${from.key}-2`)
    expect((await openTask(from.scope, 2))?.movedTo).toBeNull()
  })

  it('a task cannot move to another workspace, and the error reveals nothing about it', async () => {
    const [from, evesProject] = [await openProject(), await openProject(eve)]
    const task = await from.mine.createTask()
    const to = async (projectId: string) => {
      const command: Command = {
        type: 'task.transfer',
        taskId: task,
        baseVersion: 1,
        to: projectId,
      }
      const { rejection } = await execute(ann.scope, sendCommand(from.mine, command))
      return rejection
    }
    expect(await to(evesProject.mine.projectId)).toEqual(await to(newId()))
    expect((await storedProject(evesProject.mine.projectId)).tasks.size).toBe(0)
    expect((await to(from.mine.projectId))?.code).toBe('invalid')
  })
})
