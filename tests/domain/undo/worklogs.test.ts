import { describe, expect, it } from 'vitest'
import type { CommandOf } from '@/domain/commands'
import type { Id } from '@/domain/kernel/primitives'
import { createTestProject, required } from '../support/testProject'

const base = {
  type: 'worklog.add',
  worklogId: 'w',
  seconds: 3_600,
  startedAt: '2031-01-05T10:00:00.000Z',
  note: 'Read',
  remaining: 'auto',
} as const

/** Returns a project with a task of 10,000 remaining seconds and a worklog of Ben's. */
function projectWithWorklog(how: Partial<CommandOf<'worklog.add'>> = {}) {
  const testProject = createTestProject()
  const taskId = testProject.task()
  testProject.send('ann', { type: 'task.edit', taskId, set: { originalEstimate: 10_000 } })
  const { commandId } = testProject.send('ben', { ...base, taskId, ...how })
  const undo = (undoneCommandId: Id, who = 'ben') =>
    testProject.send(who, { type: 'command.undo', undoneCommandId })
  const sums = () => [
    testProject.taskById(taskId).timeSpent,
    testProject.taskById(taskId).remainingEstimate,
  ]
  return { testProject, taskId, commandId, undo, sums }
}

describe('undoing logged time', () => {
  it.each([
    ['was reduced automatically', 'auto', 6_400],
    ['was set by hand', { set: 1_000 }, 1_000],
    ['was reduced by hand', { by: 500 }, 9_500],
    ['was left unchanged', 'keep', 10_000],
  ] as const)(
    'undo reverts a worklog after which the remaining estimate %s',
    (_name, remaining, left) => {
      const { testProject, commandId, undo, sums } = projectWithWorklog({ remaining })
      expect(sums()).toEqual([3_600, left])
      const undone = undo(commandId)
      expect(undone.outcome).toBe('applied')
      expect(sums()).toEqual([0, 10_000])
      expect(undo(undone.commandId).outcome).toBe('applied')
      expect(sums()).toEqual([3_600, left])
      expect(testProject.projectState.worklogs.get('w')).toMatchObject({
        note: 'Read',
        deletedAt: null,
      })
    },
  )

  it('time logged by others in the meantime still counts', () => {
    const { testProject, taskId, commandId, undo, sums } = projectWithWorklog()
    testProject.send('cleo', { ...base, taskId, worklogId: 'hers', seconds: 400 })
    undo(commandId)
    expect(sums()).toEqual([400, 9_600])
  })

  it('an edit and a deletion of a worklog are undone, and its note returns', () => {
    const { testProject, taskId, undo, sums } = projectWithWorklog()
    const on = { taskId, worklogId: 'w' }
    const edit = testProject.send('ben', { type: 'worklog.edit', ...on, set: { seconds: 60 } })
    expect(undo(edit.commandId).outcome).toBe('applied')
    expect(sums()).toEqual([3_600, 6_400])
    const gone = testProject.send('ben', { type: 'worklog.delete', ...on })
    expect(undo(gone.commandId).outcome).toBe('applied')
    expect(sums()).toEqual([3_600, 6_400])
    expect(required(testProject.projectState.worklogs.get('w'))).toMatchObject({
      note: 'Read',
      author: 'ben',
    })
  })

  it('undo is rejected for another author, after a newer change and in a locked period', () => {
    const { testProject, taskId, commandId, undo } = projectWithWorklog()
    expect(undo(commandId, 'ann').rejection?.message).toMatch(/Only its author/)
    const on = { taskId, worklogId: 'w' }
    const first = testProject.send('ben', { type: 'worklog.edit', ...on, set: { note: 'One' } })
    testProject.send('ben', { type: 'worklog.edit', ...on, set: { note: 'Two' } })
    expect(undo(first.commandId).rejection?.message).toBe('The note has been changed since.')
    testProject.lockedUntil = '2031-01-05'
    expect(undo(commandId).rejection?.message).toMatch(/locked/)
  })

  it.each([
    ['the deletion of a worklog', { type: 'worklog.delete' }],
    ['a shorter time', { type: 'worklog.edit', set: { seconds: 1_800 } }],
    ['a longer time', { type: 'worklog.edit', set: { seconds: 5_400 } }],
  ] as const)('undoing %s restores an estimate that is newer than the worklog', (_name, change) => {
    const testProject = createTestProject()
    const taskId = testProject.task()
    testProject.send('ben', { ...base, taskId })
    testProject.send('ann', { type: 'task.edit', taskId, set: { remainingEstimate: 18_000 } })
    const numbers = () => {
      const { timeSpent, remainingEstimate } = testProject.taskById(taskId)
      const { deductedFromRemaining } = required(testProject.projectState.worklogs.get('w'))
      return { timeSpent, remainingEstimate, deductedFromRemaining }
    }
    const before = numbers()
    expect(before).toEqual({
      timeSpent: 3_600,
      remainingEstimate: 18_000,
      deductedFromRemaining: 0,
    })
    const changed = testProject.send('ben', { ...change, taskId, worklogId: 'w' })
    const after = numbers()
    const undone = testProject.send('ben', {
      type: 'command.undo',
      undoneCommandId: changed.commandId,
    })
    expect(numbers()).toEqual(before)
    testProject.send('ben', { type: 'command.undo', undoneCommandId: undone.commandId })
    expect(numbers()).toEqual(after)
  })

  it('undoing a change of time takes back its own effect on a later estimate, and no more', () => {
    const { testProject, taskId, undo, sums } = projectWithWorklog()
    const on = { taskId, worklogId: 'w' }
    const shorter = testProject.send('ben', { type: 'worklog.edit', ...on, set: { seconds: 600 } })
    expect(sums()).toEqual([600, 9_400])
    testProject.send('ann', { type: 'task.edit', taskId, set: { remainingEstimate: 1_000 } })
    undo(shorter.commandId)
    // Only 1,000 of the 3,000 seconds could be deducted again.
    expect(sums()).toEqual([3_600, 0])
    testProject.send('ben', { type: 'worklog.delete', ...on })
    expect(sums()).toEqual([0, 1_600])
  })
})
