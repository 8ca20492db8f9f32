import { expect, test } from 'vitest'
import { stories } from '@/app/(workspace)/_history/stories'
import { ada, at, ben, event, inProject, inTask, task, told } from '@/tests/support/told'

const field = { field: 'status', base: 'todo', theirs: 'done', mine: 'todo', by: ada, at }

const found = event(
  'conflict.found',
  {
    id: 'lost',
    reason: 'changed',
    fields: [field],
    kept: [],
    command: { type: 'task.archive', taskId: task, baseVersion: 1 },
    missed: [],
  },
  { actor: ben },
)

const lost = 'Ben wanted the status to be To do, but Ada had just made it Done'

test('a conflict and its decision are one story, with what the decision changed', () => {
  const decision = { actor: ben, commandId: 'decision' }
  const moved = { from: 'done', to: 'todo', rank: 'a', fromRank: 'b' }
  const applied = event('task.moved', moved, decision)
  const choice = { conflictId: 'lost', choice: 'mine' } as const
  const resolved = event('conflict.resolved', choice, decision)
  const other = event('task.archived', { statusId: 'todo' })
  const all = stories([other, resolved, applied, found], new Map())
  expect(all.map((story) => story.event)).toEqual([other, resolved])
  expect(all[1]?.changes).toEqual([applied])
  expect(all[1] && told(all[1], 'task')).toBe(`${lost}\nBen applied their own: To do`)
})

test('an open conflict says that it is open', () => {
  const [story] = stories([found], new Map())
  expect(story && told(story, 'task')).toBe(`${lost}\nNot decided yet`)
})

test('a decision whose beginning lies further back still tells it', () => {
  const choice = { conflictId: 'lost', choice: 'theirs' } as const
  const resolved = event('conflict.resolved', choice, { actor: ben })
  const [known] = stories([found], new Map())
  const conflicts = new Map(known?.conflict ? [['lost', known.conflict]] : [])
  const [story] = stories([resolved], conflicts)
  expect(story && told(story, 'task')).toBe(`${lost}\nBen kept Ada’s: Done`)
})

test('a task that came too late for a sprint, and one that two sprints want', () => {
  const tasks = [{ taskId: task, baseVersion: 1 }]
  const command = { type: 'task.plan', tasks, sprintId: 's4', place: {} } as const
  const base = { id: 'late', kept: [], command, missed: [] }
  const late = event('conflict.found', { ...base, reason: 'sprint-closed', fields: [] })
  expect(inProject(late)).toContain(
    'moved ALO-12 Logger fails to Sprint 4, which had just been closed',
  )
  const clash = { field: 'sprint', base: null, theirs: 's5', mine: 's4', by: ben, at }
  const both = event('conflict.found', { ...base, reason: 'changed', fields: [clash] })
  expect(inTask(both)).toContain('wanted the sprint to be Sprint 4, but Ben had just made it')
})
