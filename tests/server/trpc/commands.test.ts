import { v7 as newId, v4 as newWindow } from 'uuid'
import { describe, expect, it } from 'vitest'
import { appRouter } from '@/server/trpc/router'
import { testDatabase } from '../../support/database'
import { contextFor, makePerson, makeWorkspace } from '../../support/people'
import { makeProject } from '../../support/project'

await testDatabase()
const ann = await makeWorkspace()
const window = await makeProject(ann)
const { projectId } = window
const api = appRouter.createCaller(await contextFor(ann))
const from = () => ({ projectId, commandId: newId(), clientId: newWindow() })

describe('the doors of the commands', () => {
  it('create a project from a template', async () => {
    const answer = await api.project.create({
      ...from(),
      projectId: newId(),
      workspace: ann.slug,
      key: 'DOOR',
      name: 'Doors',
      template: 'kanban',
    })
    expect(answer.outcome).toBe('applied')
  })

  it('carry a command to its answer', async () => {
    const taskId = newId()
    const created = await api.task.create({
      ...from(),
      taskId,
      taskType: 'bug',
      title: 'Logger fails',
      statusId: 'todo',
      place: { end: 'top' },
    })
    expect(created.outcome).toBe('applied')
    const edited = await api.task.edit({
      ...from(),
      taskId,
      baseVersion: 1,
      set: { priority: 3, dueDate: '2026-12-24' },
      add: { labels: [' core '] },
    })
    expect(edited.events[0]?.data).toMatchObject({
      set: { priority: { from: 0, to: 3 } },
      sets: { labels: { added: ['core'] } },
    })
  })

  it.each([
    ['title', { title: '   ' }],
    ['title', { title: 'x'.repeat(501) }],
    ['title', { title: 'a\u0000b' }],
    ['estimate', { estimate: -1 }],
    ['dueDate', { dueDate: '2026-02-30' }],
    ['priority', { priority: 9 }],
    ['colour', { colour: 'red' }],
  ])('name the field %s when it is wrong', async (field, set) => {
    const taskId = await window.createTask()
    const edit = api.task.edit({ ...from(), taskId, baseVersion: 1, set: set as never })
    await expect(edit).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    await expect(edit).rejects.toThrow(field)
  })

  it('answer a viewer with a refusal', async () => {
    const viewer = await makePerson(ann, 'viewer')
    const theirs = appRouter.createCaller(await contextFor(viewer))
    const taskId = await window.createTask()
    const answer = await theirs.task.archive({ ...from(), taskId, baseVersion: 1 })
    expect(answer).toMatchObject({ outcome: 'refused', refusal: { code: 'forbidden' } })
  })
})
