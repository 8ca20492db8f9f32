import { describe, expect, it } from 'vitest'
import { may } from '@/domain/decide'
import { given } from './support/given'

describe('who may do what', () => {
  it('gives viewers nothing, members the tasks, admins all', () => {
    expect(may('viewer', 'comment.add')).toBe(false)
    expect(may('member', 'task.move')).toBe(true)
    expect(may('member', 'status.add')).toBe(false)
    expect(may('admin', 'status.remove')).toBe(true)
  })

  it('refuses a viewer before telling what exists', () => {
    const world = given()
    const there = world.task()
    const refusals = [there, 'not there'].map(
      (taskId) => world.send('vic', { type: 'task.archive', taskId }).refusal,
    )
    expect(refusals[0]).toMatchObject({ code: 'forbidden' })
    expect(refusals[1]).toEqual(refusals[0])
  })

  it('refuses members what is for admins', () => {
    const end = given().send('ben', { type: 'project.rename', name: 'B' })
    expect(end.refusal?.message).toBe('Only an admin of this workspace may do that.')
  })
})

describe('rights lost after a command was made', () => {
  function demoted() {
    const world = given()
    const taskId = world.task()
    const madeAt = world.now()
    world.task()
    world.becomes('ben', 'viewer')
    world.task()
    const move = { type: 'task.move', taskId, statusId: 'done', place: {} } as const
    return { world, taskId, madeAt, move }
  }

  it('are a conflict, since the work was done in good faith', () => {
    const { world, move, madeAt, taskId } = demoted()
    const end = world.send('ben', move, { madeAt })
    expect(end.conflict).toMatchObject({ reason: 'rights', taskId, personId: 'ben' })
    expect(world.at(taskId).version).toBe(1)
  })

  it('are a refusal for whoever never had them, whatever the command says of its age', () => {
    const { world, move } = demoted()
    world.becomes('vic', 'viewer')
    const madeAt = '2000-01-01T00:00:00.000Z'
    expect(world.send('vic', move, { madeAt }).refusal?.code).toBe('forbidden')
    world.becomes('cleo', 'viewer')
    const rename = { type: 'project.rename', name: 'B' } as const
    expect(world.send('cleo', rename, { madeAt }).refusal?.code).toBe('forbidden')
    expect(world.folded.conflicts.size).toBe(0)
  })

  it('are a refusal for a command made after', () => {
    const { world, move } = demoted()
    expect(world.send('ben', move).refusal?.code).toBe('forbidden')
  })

  it('leave the choice to keep theirs, and no other', () => {
    const { world, move, madeAt } = demoted()
    const conflictId = world.send('ben', move, { madeAt }).conflict?.id ?? ''
    const resolve = { type: 'conflict.resolve', conflictId } as const
    const mine = { ...resolve, choice: 'mine' } as const
    expect(world.send('ben', mine).refusal?.code).toBe('forbidden')
    expect(world.send('ben', mine, { madeAt }).refusal?.code).toBe('forbidden')
    expect(world.send('ben', { ...resolve, choice: 'theirs' }).outcome).toBe('applied')
  })

  it('can be applied once they are given back', () => {
    const { world, move, madeAt, taskId } = demoted()
    const conflictId = world.send('ben', move, { madeAt }).conflict?.id ?? ''
    world.becomes('ben', 'member')
    world.send('ben', { type: 'conflict.resolve', conflictId, choice: 'mine' })
    expect(world.at(taskId).statusId).toBe('done')
  })

  it('are a conflict for an admin who has become a member, too', () => {
    const world = given()
    const madeAt = world.now()
    world.task()
    world.becomes('ann', 'member')
    const rename = { type: 'project.rename', name: 'B' } as const
    expect(world.send('ann', rename, { madeAt }).conflict?.reason).toBe('rights')
  })

  it("do not come back through an admin's lost command", () => {
    const world = given()
    const edit = { type: 'status.edit', statusId: 'todo', baseVersion: 1 } as const
    world.send('ann', { ...edit, set: { name: 'Open' } })
    const late = world.send('ann', { ...edit, set: { name: 'New' } }, { client: 'phone' })
    world.becomes('ann', 'member')
    world.task({ taskId: 't' })
    const conflictId = late.conflict?.id ?? ''
    const end = world.send('ann', { type: 'conflict.resolve', conflictId, choice: 'mine' })
    expect(end.refusal?.code).toBe('forbidden')
    expect(world.status('todo').name).toBe('Open')
  })
})
