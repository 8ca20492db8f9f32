import { expect, test } from 'vitest'
import { stories } from '@/app/(workspace)/_history/stories'
import type { EventData, LoggedEvent } from '@/domain/events'
import { ben, event, inProject, told } from '@/tests/support/told'

test.each<[LoggedEvent, string]>([
  [
    event('task.planned', { from: null, to: 's4', fromRank: 'a', rank: 'b' }),
    'moved ALO-12 Logger fails from the backlog to Sprint 4',
  ],
  [
    event('task.planned', { from: 'old', to: 'old', fromRank: 'a', rank: 'b' }),
    'ranked ALO-12 Logger fails anew in a sprint',
  ],
  [
    event('sprint.created', { name: 'Sprint 4' } as EventData['sprint.created']),
    'created the sprint Sprint 4',
  ],
  [
    event('sprint.edited', {
      sprintId: 's4',
      set: { goal: { from: '', to: 'Ship it' }, endDate: { from: null, to: '2025-02-14' } },
    }),
    'set the goal of Sprint 4 to “Ship it” and set the end to 14 Feb 2025',
  ],
  [
    event('sprint.edited', { sprintId: 's4', set: { name: { from: 'A', to: 'B' } } }),
    'renamed the sprint “A” to “B”',
  ],
  [
    event('sprint.started', {
      sprintId: 's4',
      set: {},
      scope: [
        { taskId: 'a', estimate: 3 },
        { taskId: 'b', estimate: null },
      ],
    }),
    'started Sprint 4 with 2 tasks, 3 points',
  ],
  [
    event('sprint.completed', {
      sprintId: 's4',
      done: [{ taskId: 'a', estimate: 1 }],
      left: [
        { taskId: 'b', estimate: 1, to: 's5' },
        { taskId: 'c', estimate: 1, to: null },
        { taskId: 'd', estimate: 1, to: 's5' },
      ],
    }),
    'completed Sprint 4 with 1 task done and 3 not done: 2 to Sprint 5 and 1 to the backlog',
  ],
  [
    event('sprint.completed', { sprintId: 's4', done: [], left: [] }, { imported: true }),
    'completed Sprint 4 imported',
  ],
  [
    event('sprint.started', { sprintId: 's4', set: {}, scope: [] }, { imported: true }),
    'started Sprint 4 imported',
  ],
  [
    event('sprint.reopened', { sprintId: 's4' } as EventData['sprint.reopened']),
    'reopened Sprint 4',
  ],
  [
    event('sprint.removed', { sprintId: 's4' }),
    'deleted Sprint 4; what was in it went to the backlog',
  ],
  [
    event('sprint.moved', { sprintId: 's4', fromRank: 'a', rank: 'b' }),
    'moved Sprint 4 to another place among the sprints',
  ],
  [
    event('sprint.capacity', {
      sprintId: 's4',
      personId: ben,
      from: null,
      to: { hoursPerDay: 6, daysOff: ['2026-02-14'] },
    }),
    'set Ben’s capacity in Sprint 4 to 6 h a day, 1 day off',
  ],
])('%o is told as a sentence', (each, sentence) => {
  expect(inProject(each)).toBe(`Ada ${sentence}`)
})

test('what one command planned is one line', () => {
  const sent = { commandId: 'drag' }
  const data = { from: null, to: 's4', fromRank: 'a', rank: 'b' }
  const all = [1, 2, 3].map(() => event('task.planned', data, sent))
  const other = event('task.planned', { ...data, to: null }, sent)
  const [line, rest, ...none] = stories([...all, other], new Map())
  expect(line && told(line, 'project')).toBe(
    'Ada moved ALO-12 Logger fails and 2 others from the backlog to Sprint 4',
  )
  expect([rest?.event, none]).toEqual([other, []])
})
