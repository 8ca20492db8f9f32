import { describe, expect, it } from 'vitest'
import type { given } from '../support/given'
import { filled, rows, undo } from '../support/undone'

describe('a column that returns', () => {
  const ways = (...ids: string[]) => ids.map((to) => ({ to, rules: [] }))
  const lead = (world: ReturnType<typeof given>, statusId: string, ...ids: string[]) =>
    world.send('ann', { type: 'status.edit', statusId, set: { transitions: ways(...ids) } })
  const remove = { type: 'status.remove', statusId: 'in-progress', moveTo: 'done' } as const

  it('is led to again from where it was, and the removal again closes those ways', () => {
    const { world } = filled()
    lead(world, 'todo', 'done', 'in-progress')
    const before = rows(world)
    const done = world.send('ann', remove)
    expect(world.status('todo').transitions).toEqual(ways('done'))
    const undone = world.send('ann', undo(done.commandId))
    expect(world.status('todo').transitions).toEqual(ways('done', 'in-progress'))
    expect(rows(world)).toEqual(before)
    world.send('ann', undo(undone.commandId))
    expect(world.status('todo').transitions).toEqual(ways('done'))
  })

  it('is led to again after a change of the whole workflow', () => {
    const { world } = filled()
    lead(world, 'todo', 'done', 'in-progress')
    lead(world, 'done', 'in-progress')
    const before = rows(world)
    const statuses = world.project.statuses.filter((status) => status.id !== 'in-progress')
    const orphans = { 'in-progress': 'done' }
    const done = world.send('ann', { type: 'workflow.change', statuses, orphans })
    expect(world.status('done').transitions).toEqual([])
    expect(world.send('ann', undo(done.commandId)).refusal).toBeUndefined()
    expect(rows(world)).toEqual(before)
  })

  it('leaves alone the ways that others have opened or closed since', () => {
    const { world } = filled()
    lead(world, 'todo', 'done', 'in-progress')
    lead(world, 'done', 'in-progress', 'todo')
    const done = world.send('ann', remove)
    world.send('ann', { type: 'status.edit', statusId: 'todo', set: { transitions: null } })
    lead(world, 'done')
    expect(world.send('ann', undo(done.commandId)).outcome).toBe('applied')
    expect(world.status('todo').transitions).toBeNull()
    expect(world.status('done').transitions).toEqual(ways('in-progress'))
  })

  it('is no goal of a way that returns while the column is gone', () => {
    const { world } = filled()
    lead(world, 'todo', 'done', 'in-progress')
    const closed = lead(world, 'todo', 'done')
    world.send('ann', remove)
    world.send('ann', undo(closed.commandId))
    expect(world.status('todo').transitions).toEqual(ways('done'))
  })

  it('is nothing that a workflow drawn before has closed', () => {
    const { world } = filled()
    lead(world, 'todo', 'done', 'in-progress')
    const done = world.send('ann', remove)
    const { version, statuses } = world.project
    const drawn = statuses.filter((status) => !status.removedAt)
    world.send('ann', undo(done.commandId))
    const renamed = drawn.map((each) => (each.id === 'done' ? { ...each, name: 'Closed' } : each))
    const wish = { type: 'workflow.change', statuses: renamed, orphans: {} } as const
    const end = world.send('ann', { ...wish, baseVersion: version }, { client: 'elsewhere' })
    expect([end.refusal, end.outcome]).toEqual([undefined, 'merged'])
    expect(world.status('todo').transitions).toEqual(ways('done', 'in-progress'))
    expect(world.status('done').name).toBe('Closed')
  })
})
