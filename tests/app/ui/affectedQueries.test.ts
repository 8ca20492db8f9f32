import { describe, expect, it } from 'vitest'
import { affectsRelations } from '@/app/_features/task/relations/affectsRelations'
import { affectsTimeTotals } from '@/app/_features/time/tracking/affectsTimeTotals'
import { mayAffect } from '@/app/_replica/react/affectedQueries'
import type { StoredEvent } from '@/domain/events'
import type { TaskRelations } from '@/domain/views/relations'
import { createTestProject } from '@/tests/domain/support/testProject'

const testProject = createTestProject()
const taskId = testProject.task({ title: 'Watched' })
const otherId = testProject.task({ title: 'Another' })
const subject = {
  id: taskId,
  key: 'ALO-1',
  relations: {
    ...{ seq: 0, parent: null, children: [], links: [] },
    progress: { done: 0, total: 0, donePoints: 0, totalPoints: 0 },
  } satisfies TaskRelations,
}

/** Returns the last event of a command. */
function eventOf(command: Parameters<typeof testProject.send>[1]): StoredEvent {
  testProject.send('ann', command)
  const event = testProject.events.at(-1)
  if (!event) throw new Error('Nothing happened.')
  return event
}

describe('the queries that are fetched again after an event', () => {
  it('a status that counts as done changes the progress of components and versions', () => {
    const set = { category: 'done' } as const
    const event = eventOf({ type: 'status.edit', statusId: 'in-progress', set })
    expect(event.type).toBe('status.edited')
    expect(mayAffect('progress', event)).toBe(true)
    expect(mayAffect('time', event)).toBe(false)
  })

  it('a transition that sets the remaining estimate changes the time of tasks', () => {
    const rule = { kind: 'postFunction', field: 'remainingEstimate', to: 0 } as const
    const transitions = [
      { to: 'done', rules: [rule] },
      { to: 'in-progress', rules: [] },
    ]
    testProject.send('ann', {
      type: 'status.edit',
      statusId: 'todo',
      set: { transitions },
    })
    const set = { remainingEstimate: 3_600 }
    expect(affectsTimeTotals(eventOf({ type: 'task.edit', taskId, set }))).toBe(true)
    const move = { type: 'task.move', taskId, position: {} } as const
    const moved = eventOf({ ...move, statusId: 'done' })
    expect(moved).toMatchObject({ type: 'task.moved', data: { set: { remainingEstimate: {} } } })
    expect(affectsTimeTotals(moved)).toBe(true)
  })

  it('an edit without times and parents does not change the time of tasks', () => {
    const set = { title: 'Renamed' }
    const event = eventOf({ type: 'task.edit', taskId: otherId, set })
    expect(affectsTimeTotals(event)).toBe(false)
  })

  it('links to a task change its relations, and edits of unrelated tasks do not', () => {
    const edit = { type: 'task.edit', taskId: otherId } as const
    const renamed = eventOf({ ...edit, set: { title: 'Once more' } })
    expect(affectsRelations(renamed, subject)).toBe(false)
    const linked = eventOf({ ...edit, add: { links: ['blocks:ALO-1'] } })
    expect(affectsRelations(linked, subject)).toBe(true)
    const comment = { type: 'comment.add', taskId } as const
    const commented = eventOf({ ...comment, commentId: 'c1', body: 'Hello' })
    expect(affectsRelations(commented, subject)).toBe(false)
  })
})
