import { describe, expect, it } from 'vitest'
import type { createTestProject } from '../support/testProject'
import { comparableRows, filledProject, undoCommand } from '../support/undoFixtures'

describe('undoing the removal of a column', () => {
  const transitions = (...ids: string[]) => ids.map((to) => ({ to, rules: [] }))
  const lead = (
    testProject: ReturnType<typeof createTestProject>,
    statusId: string,
    ...ids: string[]
  ) =>
    testProject.send('ann', {
      type: 'status.edit',
      statusId,
      set: { transitions: transitions(...ids) },
    })
  const remove = { type: 'status.remove', statusId: 'in-progress', moveTo: 'done' } as const

  it('undo restores the transitions to the column, and undoing the undo removes them again', () => {
    const { testProject } = filledProject()
    lead(testProject, 'todo', 'done', 'in-progress')
    const before = comparableRows(testProject)
    const done = testProject.send('ann', remove)
    expect(testProject.status('todo').transitions).toEqual(transitions('done'))
    const undone = testProject.send('ann', undoCommand(done.commandId))
    expect(testProject.status('todo').transitions).toEqual(transitions('done', 'in-progress'))
    expect(comparableRows(testProject)).toEqual(before)
    testProject.send('ann', undoCommand(undone.commandId))
    expect(testProject.status('todo').transitions).toEqual(transitions('done'))
  })

  it('undoing a change of the whole workflow restores the transitions to the column', () => {
    const { testProject } = filledProject()
    lead(testProject, 'todo', 'done', 'in-progress')
    lead(testProject, 'done', 'in-progress')
    const before = comparableRows(testProject)
    const statuses = testProject.project.statuses.filter((status) => status.id !== 'in-progress')
    const reassignments = { 'in-progress': 'done' }
    const done = testProject.send('ann', { type: 'workflow.change', statuses, reassignments })
    expect(testProject.status('done').transitions).toEqual([])
    expect(testProject.send('ann', undoCommand(done.commandId)).rejection).toBeUndefined()
    expect(comparableRows(testProject)).toEqual(before)
  })

  it('transitions that others have added or removed since are not changed', () => {
    const { testProject } = filledProject()
    lead(testProject, 'todo', 'done', 'in-progress')
    lead(testProject, 'done', 'in-progress', 'todo')
    const done = testProject.send('ann', remove)
    testProject.send('ann', { type: 'status.edit', statusId: 'todo', set: { transitions: null } })
    lead(testProject, 'done')
    expect(testProject.send('ann', undoCommand(done.commandId)).outcome).toBe('applied')
    expect(testProject.status('todo').transitions).toBeNull()
    expect(testProject.status('done').transitions).toEqual(transitions('in-progress'))
  })

  it('undoing a change of transitions restores none to a column that is removed', () => {
    const { testProject } = filledProject()
    lead(testProject, 'todo', 'done', 'in-progress')
    const closed = lead(testProject, 'todo', 'done')
    testProject.send('ann', remove)
    testProject.send('ann', undoCommand(closed.commandId))
    expect(testProject.status('todo').transitions).toEqual(transitions('done'))
  })

  it('a workflow change based on an older version does not remove the restored transitions', () => {
    const { testProject } = filledProject()
    lead(testProject, 'todo', 'done', 'in-progress')
    const done = testProject.send('ann', remove)
    const { version, statuses } = testProject.project
    const drawn = statuses.filter((status) => !status.removedAt)
    testProject.send('ann', undoCommand(done.commandId))
    const renamed = drawn.map((each) => (each.id === 'done' ? { ...each, name: 'Closed' } : each))
    const testCommand = { type: 'workflow.change', statuses: renamed, reassignments: {} } as const
    const end = testProject.send(
      'ann',
      { ...testCommand, baseVersion: version },
      { client: 'elsewhere' },
    )
    expect([end.rejection, end.outcome]).toEqual([undefined, 'merged'])
    expect(testProject.status('todo').transitions).toEqual(transitions('done', 'in-progress'))
    expect(testProject.status('done').name).toBe('Closed')
  })

  it('the removal of somebody else after a restoration is not undone', () => {
    const { testProject } = filledProject()
    testProject.people.set('zoe', { role: 'admin', roleSince: '2030' })
    const removals = [
      [remove, 'The column has been removed again since.'],
      [
        { type: 'component.remove', componentId: 'k', moveTo: null },
        'API has been removed again since.',
      ],
    ] as const
    for (const [command, message] of removals) {
      const mine = testProject.send('ann', command)
      testProject.send('ann', undoCommand(mine.commandId))
      testProject.send('zoe', command)
      expect(testProject.send('ann', undoCommand(mine.commandId)).rejection?.message).toBe(message)
    }
  })
})
