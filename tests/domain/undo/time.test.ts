import { describe, expect, it } from 'vitest'
import type { CommandOf } from '@/domain/commands'
import type { Id } from '@/domain/words'
import { given, present } from '../support/given'

const base = {
  type: 'worklog.add',
  worklogId: 'w',
  seconds: 3_600,
  startedAt: '2031-01-05T10:00:00.000Z',
  note: 'Read',
  remaining: 'auto',
} as const

/** A task of which 10,000 seconds are left, with a worklog of ben's. */
function logged(how: Partial<CommandOf<'worklog.add'>> = {}) {
  const world = given()
  const taskId = world.task()
  world.send('ann', { type: 'task.edit', taskId, set: { originalEstimate: 10_000 } })
  const { commandId } = world.send('ben', { ...base, taskId, ...how })
  const undo = (undoes: Id, who = 'ben') => world.send(who, { type: 'command.undo', undoes })
  const sums = () => [world.at(taskId).timeSpent, world.at(taskId).remainingEstimate]
  return { world, taskId, commandId, undo, sums }
}

describe('taking back logged time', () => {
  it.each([
    ['what it took off by itself', 'auto', 6_400],
    ['what was set by hand', { set: 1_000 }, 1_000],
    ['what was taken off by hand', { by: 500 }, 9_500],
    ['what it left alone', 'keep', 10_000],
  ] as const)('gives the remaining estimate back: %s', (_name, remaining, left) => {
    const { world, commandId, undo, sums } = logged({ remaining })
    expect(sums()).toEqual([3_600, left])
    const undone = undo(commandId)
    expect(undone.outcome).toBe('applied')
    expect(sums()).toEqual([0, 10_000])
    expect(undo(undone.commandId).outcome).toBe('applied')
    expect(sums()).toEqual([3_600, left])
    expect(world.folded.worklogs.get('w')).toMatchObject({ note: 'Read', deletedAt: null })
  })

  it('counts what others have logged meanwhile', () => {
    const { world, taskId, commandId, undo, sums } = logged()
    world.send('cleo', { ...base, taskId, worklogId: 'hers', seconds: 400 })
    undo(commandId)
    expect(sums()).toEqual([400, 9_600])
  })

  it('puts back an edit, and a deletion with its note', () => {
    const { world, taskId, undo, sums } = logged()
    const on = { taskId, worklogId: 'w' }
    const edit = world.send('ben', { type: 'worklog.edit', ...on, set: { seconds: 60 } })
    expect(undo(edit.commandId).outcome).toBe('applied')
    expect(sums()).toEqual([3_600, 6_400])
    const gone = world.send('ben', { type: 'worklog.delete', ...on })
    expect(undo(gone.commandId).outcome).toBe('applied')
    expect(sums()).toEqual([3_600, 6_400])
    expect(present(world.folded.worklogs.get('w'))).toMatchObject({ note: 'Read', author: 'ben' })
  })

  it('says why not: another author, a newer change, a locked period', () => {
    const { world, taskId, commandId, undo } = logged()
    expect(undo(commandId, 'ann').refusal?.message).toMatch(/Only its author/)
    const on = { taskId, worklogId: 'w' }
    const first = world.send('ben', { type: 'worklog.edit', ...on, set: { note: 'One' } })
    world.send('ben', { type: 'worklog.edit', ...on, set: { note: 'Two' } })
    expect(undo(first.commandId).refusal?.message).toBe('The note has been changed since.')
    world.lockedUntil = '2031-01-05'
    expect(undo(commandId).refusal?.message).toMatch(/locked/)
  })
})
