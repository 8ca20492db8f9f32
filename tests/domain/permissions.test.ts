import { describe, expect, it } from 'vitest'
import { canSendCommand } from '@/domain/decide'
import { createTestProject } from './support/testProject'

describe('who may do what', () => {
  it('gives viewers nothing, members the tasks, admins all', () => {
    expect(canSendCommand('viewer', 'comment.add')).toBe(false)
    expect(canSendCommand('member', 'task.move')).toBe(true)
    expect(canSendCommand('member', 'status.add')).toBe(false)
    expect(canSendCommand('admin', 'status.remove')).toBe(true)
  })

  it('refuses a viewer before telling what exists', () => {
    const testProject = createTestProject()
    const there = testProject.task()
    const refusals = [there, 'not there'].map(
      (taskId) => testProject.send('vic', { type: 'task.archive', taskId }).rejection,
    )
    expect(refusals[0]).toMatchObject({ code: 'forbidden' })
    expect(refusals[1]).toEqual(refusals[0])
  })

  it('refuses members what is for admins', () => {
    const end = createTestProject().send('ben', { type: 'project.rename', name: 'B' })
    expect(end.rejection?.message).toBe('Only an admin of this workspace may do that.')
  })
})

describe('rights lost after a command was made', () => {
  function demoted() {
    const testProject = createTestProject()
    const taskId = testProject.task()
    const issuedAt = testProject.now()
    testProject.task()
    testProject.changeRole('ben', 'viewer')
    testProject.task()
    const move = { type: 'task.move', taskId, statusId: 'done', position: {} } as const
    return { testProject, taskId, issuedAt, move }
  }

  it('are a conflict, since the work was done in good faith', () => {
    const { testProject, move, issuedAt, taskId } = demoted()
    const end = testProject.send('ben', move, { issuedAt })
    expect(end.conflict).toMatchObject({ reason: 'rights', taskId, personId: 'ben' })
    expect(testProject.taskById(taskId).version).toBe(1)
  })

  it('are a refusal for whoever never had them, whatever the command says of its age', () => {
    const { testProject, move } = demoted()
    testProject.changeRole('vic', 'viewer')
    const issuedAt = '2000-01-01T00:00:00.000Z'
    expect(testProject.send('vic', move, { issuedAt }).rejection?.code).toBe('forbidden')
    testProject.changeRole('cleo', 'viewer')
    const rename = { type: 'project.rename', name: 'B' } as const
    expect(testProject.send('cleo', rename, { issuedAt }).rejection?.code).toBe('forbidden')
    expect(testProject.projectState.conflicts.size).toBe(0)
  })

  it('are a refusal for a command made after', () => {
    const { testProject, move } = demoted()
    expect(testProject.send('ben', move).rejection?.code).toBe('forbidden')
  })

  it('leave the choice to keep theirs, and no other', () => {
    const { testProject, move, issuedAt } = demoted()
    const conflictId = testProject.send('ben', move, { issuedAt }).conflict?.id ?? ''
    const resolve = { type: 'conflict.resolve', conflictId } as const
    const mine = { ...resolve, choice: 'mine' } as const
    expect(testProject.send('ben', mine).rejection?.code).toBe('forbidden')
    expect(testProject.send('ben', mine, { issuedAt }).rejection?.code).toBe('forbidden')
    expect(testProject.send('ben', { ...resolve, choice: 'theirs' }).outcome).toBe('applied')
  })

  it('can be applied once they are given back', () => {
    const { testProject, move, issuedAt, taskId } = demoted()
    const conflictId = testProject.send('ben', move, { issuedAt }).conflict?.id ?? ''
    testProject.changeRole('ben', 'member')
    testProject.send('ben', { type: 'conflict.resolve', conflictId, choice: 'mine' })
    expect(testProject.taskById(taskId).statusId).toBe('done')
  })

  it('are a conflict for an admin who has become a member, too', () => {
    const testProject = createTestProject()
    const issuedAt = testProject.now()
    testProject.task()
    testProject.changeRole('ann', 'member')
    const rename = { type: 'project.rename', name: 'B' } as const
    expect(testProject.send('ann', rename, { issuedAt }).conflict?.reason).toBe('rights')
  })

  it("do not come back through an admin's lost command", () => {
    const testProject = createTestProject()
    const edit = { type: 'status.edit', statusId: 'todo', baseVersion: 1 } as const
    testProject.send('ann', { ...edit, set: { name: 'Open' } })
    const late = testProject.send('ann', { ...edit, set: { name: 'New' } }, { client: 'phone' })
    testProject.changeRole('ann', 'member')
    testProject.task({ taskId: 't' })
    const conflictId = late.conflict?.id ?? ''
    const end = testProject.send('ann', { type: 'conflict.resolve', conflictId, choice: 'mine' })
    expect(end.rejection?.code).toBe('forbidden')
    expect(testProject.status('todo').name).toBe('Open')
  })
})
