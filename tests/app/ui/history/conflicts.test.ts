import { expect, test } from 'vitest'
import { toHistoryEntries } from '@/app/_features/history/historyEntries'
import {
  ada,
  ben,
  createEvent,
  EVENT_TIME,
  historyText,
  projectHistoryText,
  task,
  taskHistoryText,
} from '@/tests/support/historyText'

const conflictField = {
  field: 'status',
  base: 'todo',
  theirs: 'done',
  mine: 'todo',
  by: ada,
  at: EVENT_TIME,
}

const conflictFound = createEvent(
  'conflict.detected',
  {
    id: 'lost',
    reason: 'changed',
    fields: [conflictField],
    unaffectedFields: [],
    command: { type: 'task.archive', taskId: task, baseVersion: 1 },
    concurrentSeqs: [],
  },
  { actor: ben },
)

const lostSentence = 'Ben wanted the status to be To do, but Ada had just made it Done'

test('a conflict, its resolution and the resulting changes are one entry', () => {
  const decision = { actor: ben, commandId: 'decision' }
  const moved = { from: 'done', to: 'todo', rank: 'a', fromRank: 'b' }
  const applied = createEvent('task.moved', moved, decision)
  const choice = { conflictId: 'lost', choice: 'mine' } as const
  const resolved = createEvent('conflict.resolved', choice, decision)
  const other = createEvent('task.archived', { statusId: 'todo' })
  const all = toHistoryEntries([other, resolved, applied, conflictFound], new Map())
  expect(all.map((story) => story.event)).toEqual([other, resolved])
  expect(all[1]?.resolutionChanges).toEqual([applied])
  expect(all[1] && historyText(all[1], 'task')).toBe(
    `${lostSentence}\nBen applied their own: To do`,
  )
})

test('an open conflict says that it is open', () => {
  const [story] = toHistoryEntries([conflictFound], new Map())
  expect(story && historyText(story, 'task')).toBe(`${lostSentence}\nUnresolved`)
})

test('a resolution tells its conflict even when the conflict is older than the loaded events', () => {
  const choice = { conflictId: 'lost', choice: 'theirs' } as const
  const resolved = createEvent('conflict.resolved', choice, { actor: ben })
  const [known] = toHistoryEntries([conflictFound], new Map())
  const conflicts = new Map(known?.conflict ? [['lost', known.conflict]] : [])
  const [story] = toHistoryEntries([resolved], conflicts)
  expect(story && historyText(story, 'task')).toBe(`${lostSentence}\nBen kept Ada’s: Done`)
})

test('conflicts about a completed sprint and about two sprints are described', () => {
  const tasks = [{ taskId: task, baseVersion: 1 }]
  const command = { type: 'task.plan', tasks, sprintId: 's4', position: {} } as const
  const base = { id: 'late', unaffectedFields: [], command, concurrentSeqs: [] }
  const late = createEvent('conflict.detected', { ...base, reason: 'sprint-closed', fields: [] })
  expect(projectHistoryText(late)).toContain(
    'moved ALO-12 Logger fails to Sprint 4, which had just been closed',
  )
  const conflict = {
    field: 'sprint',
    base: null,
    theirs: 's5',
    mine: 's4',
    by: ben,
    at: EVENT_TIME,
  }
  const both = createEvent('conflict.detected', { ...base, reason: 'changed', fields: [conflict] })
  expect(taskHistoryText(both)).toContain(
    'wanted the sprint to be Sprint 4, but Ben had just made it',
  )
})
