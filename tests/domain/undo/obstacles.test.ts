import { describe, expect, it } from 'vitest'
import type { Id } from '@/domain/words'
import { given, limited } from '../support/given'
import type { Wish } from '../support/log'
import { filled, plan, undo } from '../support/undone'

describe('what stands in the way', () => {
  it('is named: the field, who changed it later, when, and where in the log', () => {
    const { world, a } = filled()
    const mine = world.send('ben', { type: 'task.edit', taskId: a, set: { title: 'B' } })
    const theirs = world.send('cleo', { type: 'task.edit', taskId: a, set: { title: 'C' } })
    const { refusal } = world.send('ben', undo(mine.commandId))
    const later = theirs.events[0]
    expect(refusal?.code).toBe('in-the-way')
    expect(refusal?.inTheWay).toEqual({
      rest: 0,
      obstacles: [
        {
          taskId: a,
          field: 'title',
          message: 'The title has been changed since.',
          by: 'cleo',
          at: later?.at,
          seq: later?.seq,
        },
      ],
    })
    expect(world.at(a).title).toBe('C')
  })

  it('keeps back only its own tasks when the rest is asked for', () => {
    const { world, a, b } = filled()
    const tasks = [a, b].map((taskId) => ({ taskId, baseVersion: 99 }))
    const bulk = world.send('ben', { type: 'task.bulk', tasks, change: { statusId: 'done' } })
    world.send('cleo', { type: 'task.move', taskId: b, statusId: 'in-progress', place: {} })
    const { refusal } = world.send('ben', undo(bulk.commandId))
    expect(refusal?.inTheWay).toMatchObject({
      rest: 1,
      obstacles: [{ taskId: b, field: 'status', by: 'cleo' }],
    })
    expect(world.column('done')).toEqual([a])
    expect(world.send('ben', undo(bulk.commandId, true)).outcome).toBe('merged')
    expect([world.at(a).statusId, world.at(b).statusId]).toEqual(['todo', 'in-progress'])
  })

  it('merges texts: only lines that were changed again stay', () => {
    const { world, a } = filled()
    const set = (description: string): Wish => ({
      type: 'task.edit',
      taskId: a,
      set: { description },
    })
    world.send('ben', set('one\n\ntwo\n\nthree'))
    const mine = world.send('ben', set('ONE\n\ntwo\n\nthree'))
    world.send('cleo', set('ONE\n\ntwo\n\nTHREE'))
    expect(world.send('ben', undo(mine.commandId)).outcome).toBe('merged')
    expect(world.at(a).description).toBe('one\n\ntwo\n\nTHREE')
  })

  it('can be a full column', () => {
    const world = given(limited(1))
    const [a, b] = [world.task(), world.task()]
    const move = (taskId: Id, statusId: string) =>
      world.send('ben', { type: 'task.move', taskId, statusId, place: {} })
    move(a, 'in-progress')
    const away = move(a, 'done')
    move(b, 'in-progress')
    expect(world.send('ben', undo(away.commandId)).refusal?.inTheWay?.obstacles).toMatchObject([
      { taskId: a, field: 'status' },
    ])
  })

  it('can be the archive', () => {
    const { world, a } = filled()
    const edit = world.send('ben', { type: 'task.edit', taskId: a, set: { title: 'B' } })
    world.send('cleo', { type: 'task.archive', taskId: a })
    const [first] = world.send('ben', undo(edit.commandId)).refusal?.inTheWay?.obstacles ?? []
    expect(first).toMatchObject({ by: 'cleo', message: expect.stringMatching(/archived/) })
  })

  it('is said of what never goes back', () => {
    const { world, a } = filled()
    world.send('ben', plan(a, 's'))
    const dates = { startDate: '2031-02-03', endDate: '2031-02-14' } as const
    const started = world.send('ann', { type: 'sprint.start', sprintId: 's', ...dates })
    expect(world.send('ann', undo(started.commandId)).refusal?.message).toMatch(/is completed/)
  })
})
