import { describe, expect, it } from 'vitest'
import { canSendCommand } from '@/domain/decide'
import { createTestProject } from './support/testProject'

describe('permissions by role', () => {
  it('viewers may change nothing, members may change tasks, and admins everything', () => {
    expect(canSendCommand('viewer', 'comment.add')).toBe(false)
    expect(canSendCommand('member', 'task.move')).toBe(true)
    expect(canSendCommand('member', 'status.add')).toBe(false)
    expect(canSendCommand('admin', 'status.remove')).toBe(true)
  })

  it('the rejection of a viewer does not reveal whether the task exists', () => {
    const testProject = createTestProject()
    const there = testProject.task()
    const refusals = [there, 'not there'].map(
      (taskId) => testProject.send('vic', { type: 'task.archive', taskId }).rejection,
    )
    expect(refusals[0]).toMatchObject({ code: 'forbidden' })
    expect(refusals[1]).toEqual(refusals[0])
  })

  it('a command for admins is rejected for a member', () => {
    const end = createTestProject().send('ben', { type: 'project.rename', name: 'B' })
    expect(end.rejection?.message).toBe('Only an admin of this workspace may do that.')
  })
})

describe('rights that are lost after a command was issued', () => {
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

  it('a command issued while its sender still had the right is a conflict', () => {
    const { testProject, move, issuedAt, taskId } = demoted()
    const end = testProject.send('ben', move, { issuedAt })
    expect(end.conflict).toMatchObject({ reason: 'rights', taskId, personId: 'ben' })
    expect(testProject.taskById(taskId).version).toBe(1)
  })

  it('a sender who never had the right is rejected, even with an old time of issue', () => {
    const { testProject, move } = demoted()
    testProject.changeRole('vic', 'viewer')
    const issuedAt = '2000-01-01T00:00:00.000Z'
    expect(testProject.send('vic', move, { issuedAt }).rejection?.code).toBe('forbidden')
    testProject.changeRole('cleo', 'viewer')
    const rename = { type: 'project.rename', name: 'B' } as const
    expect(testProject.send('cleo', rename, { issuedAt }).rejection?.code).toBe('forbidden')
    expect(testProject.projectState.conflicts.size).toBe(0)
  })

  it('a command issued after the loss is rejected', () => {
    const { testProject, move } = demoted()
    expect(testProject.send('ben', move).rejection?.code).toBe('forbidden')
  })

  it('the conflict can only be resolved by keeping theirs', () => {
    const { testProject, move, issuedAt } = demoted()
    const conflictId = testProject.send('ben', move, { issuedAt }).conflict?.id ?? ''
    const resolve = { type: 'conflict.resolve', conflictId } as const
    const mine = { ...resolve, choice: 'mine' } as const
    expect(testProject.send('ben', mine).rejection?.code).toBe('forbidden')
    expect(testProject.send('ben', mine, { issuedAt }).rejection?.code).toBe('forbidden')
    expect(testProject.send('ben', { ...resolve, choice: 'theirs' }).outcome).toBe('applied')
  })

  it('the command can be applied when the right has been restored', () => {
    const { testProject, move, issuedAt, taskId } = demoted()
    const conflictId = testProject.send('ben', move, { issuedAt }).conflict?.id ?? ''
    testProject.changeRole('ben', 'member')
    testProject.send('ben', { type: 'conflict.resolve', conflictId, choice: 'mine' })
    expect(testProject.taskById(taskId).statusId).toBe('done')
  })

  it('a command of an admin who has become a member is a conflict too', () => {
    const testProject = createTestProject()
    const issuedAt = testProject.now()
    testProject.task()
    testProject.changeRole('ann', 'member')
    const rename = { type: 'project.rename', name: 'B' } as const
    expect(testProject.send('ann', rename, { issuedAt }).conflict?.reason).toBe('rights')
  })

  it('a former admin cannot apply a conflicting command that only admins may send', () => {
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
