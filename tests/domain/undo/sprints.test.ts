import { describe, expect, it } from 'vitest'
import { filled, plan, undo } from '../support/undone'

describe('a sprint that has come back', () => {
  it('stays when its removal is done again after something was planned in it', () => {
    const { world, a } = filled()
    const removed = world.send('ben', { type: 'sprint.remove', sprintId: 's' })
    const restored = world.send('ben', undo(removed.commandId))
    world.send('ben', plan(a, 's'))
    const { refusal } = world.send('ben', undo(restored.commandId))
    expect(refusal).toMatchObject({ code: 'in-the-way' })
    expect(world.at(a).sprintId).toBe('s')
    expect(world.project.sprints).toMatchObject([{ id: 's', removedAt: null }])
  })

  it('goes again, its tasks too, when nothing else is planned in it', () => {
    const { world, a } = filled()
    world.send('ben', plan(a, 's'))
    const removed = world.send('ben', { type: 'sprint.remove', sprintId: 's' })
    const restored = world.send('ben', undo(removed.commandId))
    expect(world.at(a).sprintId).toBe('s')
    expect(world.send('ben', undo(restored.commandId)).outcome).toBe('applied')
    expect(world.at(a).sprintId).toBeNull()
  })
})
