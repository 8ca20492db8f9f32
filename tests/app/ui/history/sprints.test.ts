import { expect, test } from 'vitest'
import { toHistoryEntries } from '@/app/_features/history/historyEntries'
import type { EventData, StoredEvent } from '@/domain/events'
import { ben, createEvent, historyText, projectHistoryText } from '@/tests/support/historyText'

test.each<[StoredEvent, string]>([
  [
    createEvent('task.planned', { from: null, to: 's4', fromRank: 'a', rank: 'b' }),
    'moved ALO-12 Logger fails from the backlog to Sprint 4',
  ],
  [
    createEvent('task.planned', { from: 'old', to: 'old', fromRank: 'a', rank: 'b' }),
    'reordered ALO-12 Logger fails in a sprint',
  ],
  [
    createEvent('sprint.created', { name: 'Sprint 4' } as EventData['sprint.created']),
    'created the sprint Sprint 4',
  ],
  [
    createEvent('sprint.edited', {
      sprintId: 's4',
      set: { goal: { from: '', to: 'Ship it' }, endDate: { from: null, to: '2025-02-14' } },
    }),
    'set the goal of Sprint 4 to “Ship it” and set the end to 14 Feb 2025',
  ],
  [
    createEvent('sprint.edited', { sprintId: 's4', set: { name: { from: 'A', to: 'B' } } }),
    'renamed the sprint “A” to “B”',
  ],
  [
    createEvent('sprint.started', {
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
    createEvent('sprint.completed', {
      sprintId: 's4',
      done: [{ taskId: 'a', estimate: 1 }],
      notDone: [
        { taskId: 'b', estimate: 1, to: 's5' },
        { taskId: 'c', estimate: 1, to: null },
        { taskId: 'd', estimate: 1, to: 's5' },
      ],
    }),
    'completed Sprint 4 with 1 task done and 3 not done: 2 to Sprint 5 and 1 to the backlog',
  ],
  [
    createEvent('sprint.completed', { sprintId: 's4', done: [], notDone: [] }, { imported: true }),
    'completed Sprint 4 imported',
  ],
  [
    createEvent('sprint.started', { sprintId: 's4', set: {}, scope: [] }, { imported: true }),
    'started Sprint 4 imported',
  ],
  [
    createEvent('sprint.reopened', { sprintId: 's4' } as EventData['sprint.reopened']),
    'reopened Sprint 4',
  ],
  [
    createEvent('sprint.removed', { sprintId: 's4' }),
    'deleted Sprint 4; what was in it went to the backlog',
  ],
  [
    createEvent('sprint.moved', { sprintId: 's4', fromRank: 'a', rank: 'b' }),
    'moved Sprint 4 to another place among the sprints',
  ],
  [
    createEvent('sprint.capacityChanged', {
      sprintId: 's4',
      personId: ben,
      from: null,
      to: { hoursPerDay: 6, daysOff: ['2026-02-14'] },
    }),
    'set Ben’s capacity in Sprint 4 to 6 h a day, 1 day off',
  ],
])('the history shows an event as the sentence $1', (each, sentence) => {
  expect(projectHistoryText(each)).toBe(`Ada ${sentence}`)
})

test('tasks that one command planned are one entry', () => {
  const sent = { commandId: 'drag' }
  const data = { from: null, to: 's4', fromRank: 'a', rank: 'b' }
  const all = [1, 2, 3].map(() => createEvent('task.planned', data, sent))
  const other = createEvent('task.planned', { ...data, to: null }, sent)
  const [line, rest, ...none] = toHistoryEntries([...all, other], new Map())
  expect(line && historyText(line, 'project')).toBe(
    'Ada moved ALO-12 Logger fails and 2 others from the backlog to Sprint 4',
  )
  expect([rest?.event, none]).toEqual([other, []])
})
