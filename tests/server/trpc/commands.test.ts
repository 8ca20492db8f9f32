import { v4 as newClientId, v7 as newId } from 'uuid'
import { describe, expect, it } from 'vitest'
import { appRouter } from '@/server/trpc/appRouter'
import { makeProject } from '@/tests/support/testClient'
import { testDatabase } from '@/tests/support/testDatabase'
import { makePerson, makeWorkspace, trpcContextFor } from '../../support/people'

await testDatabase()
const ann = await makeWorkspace()
const window = await makeProject(ann)
const { projectId } = window
const api = appRouter.createCaller(await trpcContextFor(ann))
const commandBase = () => ({ projectId, commandId: newId(), clientId: newClientId() })

describe('command procedures', () => {
  it('a project is created from a template', async () => {
    const answer = await api.project.create({
      ...commandBase(),
      projectId: newId(),
      workspace: ann.slug,
      key: 'DOOR',
      name: 'Doors',
      template: 'kanban',
    })
    expect(answer.outcome).toBe('applied')
  })

  it('a command returns its result', async () => {
    const taskId = newId()
    const created = await api.task.create({
      ...commandBase(),
      taskId,
      taskType: 'bug',
      title: 'Logger fails',
      statusId: 'todo',
      position: { end: 'top' },
    })
    expect(created.outcome).toBe('applied')
    const edited = await api.task.edit({
      ...commandBase(),
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
  ])(
    'an edit with an invalid %s is rejected, and the error names the field',
    async (field, set) => {
      const taskId = await window.createTask()
      const edit = api.task.edit({ ...commandBase(), taskId, baseVersion: 1, set: set as never })
      await expect(edit).rejects.toMatchObject({ code: 'BAD_REQUEST' })
      await expect(edit).rejects.toThrow(field)
    },
  )

  it('a viewer is rejected', async () => {
    const viewer = await makePerson(ann, 'viewer')
    const theirs = appRouter.createCaller(await trpcContextFor(viewer))
    const taskId = await window.createTask()
    const answer = await theirs.task.archive({ ...commandBase(), taskId, baseVersion: 1 })
    expect(answer).toMatchObject({ outcome: 'rejected', rejection: { code: 'forbidden' } })
  })
})
