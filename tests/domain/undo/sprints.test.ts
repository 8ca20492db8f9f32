import { describe, expect, it } from 'vitest'
import { filledProject, planCommand, undoCommand } from '../support/undoFixtures'

describe('undoing the restoration of a sprint', () => {
  it('the sprint is not removed again when a task was planned in it', () => {
    const { testProject, a } = filledProject()
    const removed = testProject.send('ben', { type: 'sprint.remove', sprintId: 's' })
    const restored = testProject.send('ben', undoCommand(removed.commandId))
    testProject.send('ben', planCommand(a, 's'))
    const { rejection } = testProject.send('ben', undoCommand(restored.commandId))
    expect(rejection).toMatchObject({ code: 'undo-blocked' })
    expect(testProject.taskById(a).sprintId).toBe('s')
    expect(testProject.project.sprints).toMatchObject([{ id: 's', removedAt: null }])
  })

  it('the sprint is removed again with its own tasks when no other was planned in it', () => {
    const { testProject, a } = filledProject()
    testProject.send('ben', planCommand(a, 's'))
    const removed = testProject.send('ben', { type: 'sprint.remove', sprintId: 's' })
    const restored = testProject.send('ben', undoCommand(removed.commandId))
    expect(testProject.taskById(a).sprintId).toBe('s')
    expect(testProject.send('ben', undoCommand(restored.commandId)).outcome).toBe('applied')
    expect(testProject.taskById(a).sprintId).toBeNull()
  })
})
