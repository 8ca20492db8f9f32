import { expect, test } from 'vitest'
import type { EventData, LoggedEvent } from '@/domain/events'
import { ada, at, ben, event, inProject, inTask } from '@/tests/support/told'

const edited = (data: EventData['task.edited']) => event('task.edited', data)

test.each<[LoggedEvent, string]>([
  [event('task.created', {} as EventData['task.created']), 'created ALO-12 Logger fails'],
  [
    event('task.moved', { from: 'todo', to: 'done', rank: 'a', fromRank: 'b' }),
    'moved ALO-12 Logger fails from To do to Done',
  ],
  [
    event('task.moved', { from: 'gone', to: 'gone', rank: 'a', fromRank: 'b' }),
    'reordered ALO-12 Logger fails in a removed column',
  ],
  [event('task.archived', { statusId: 'todo' }), 'archived ALO-12 Logger fails'],
  [
    event('task.archived', { statusId: 'todo', movedTo: { projectId: 'q', taskId: 'r' } }),
    'moved ALO-12 Logger fails to another project',
  ],
  [
    event('task.archived', {
      statusId: 'todo',
      movedTo: {
        ...{ projectId: 'q', taskId: 'r' },
        stayed: { parent: true, sprint: 'Spring', components: ['API', 'Web'] },
      },
    }),
    'moved ALO-12 Logger fails to another project, without its place below its parent, the sprint Spring, the component API and the component Web',
  ],
  [
    event('task.created', {
      movedFrom: 'TERN-4',
      stayed: { fixVersions: ['1.0'] },
    } as EventData['task.created']),
    'created ALO-12 Logger fails, as TERN-4, without the fix version 1.0',
  ],
  [
    event('task.restored', { from: 'todo', statusId: 'todo', rank: 'a', archivedAt: at }),
    'restored ALO-12 Logger fails to To do',
  ],
  [
    edited({ set: { priority: { from: 0, to: 3 } } }),
    'set the priority of ALO-12 Logger fails to High',
  ],
  [
    edited({ set: { estimate: { from: 3, to: null } } }),
    'removed the estimate of ALO-12 Logger fails (3 points)',
  ],
  [
    edited({ set: { type: { from: 'task', to: 'bug' }, description: { from: 'a', to: 'b' } } }),
    'changed the type of ALO-12 Logger fails from Task to Bug and edited the description',
  ],
  [
    edited({ sets: { assignees: { added: [ben], removed: [ada] } } }),
    'assigned Ben to ALO-12 Logger fails and unassigned Ada',
  ],
  [
    edited({ sets: { labels: { added: ['api', 'web'], removed: [] } } }),
    'added the labels api and web to ALO-12 Logger fails',
  ],
  [
    edited({ sets: { links: { added: ['relates-to:ALO-3'], removed: [] } } }),
    'added the link relates to ALO-3 to ALO-12 Logger fails',
  ],
  [
    event('comment.added', { commentId: 'c', body: 'First line\nsecond' }),
    'commented on ALO-12 Logger fails: “First line”',
  ],
  [
    event('comment.edited', { commentId: 'c', from: 'a', to: 'b' }),
    'edited a comment on ALO-12 Logger fails: “b”',
  ],
  [event('comment.deleted', { commentId: 'c' }), 'deleted a comment on ALO-12 Logger fails'],
  [
    event('task.edited', { set: { remainingEstimate: { from: null, to: 9_000 } } }),
    'set the remaining estimate of ALO-12 Logger fails to 2h 30m',
  ],
  [
    event('worklog.added', {
      ...{ worklogId: 'w', seconds: 5_400, startedAt: at, note: 'Tests\nand more', taken: 5_400 },
      remaining: { from: 9_000, to: 3_600 },
    }),
    'logged 1h 30m on ALO-12 Logger fails: “Tests”, leaving 1h',
  ],
  [
    event('worklog.edited', {
      ...{ worklogId: 'w', taken: null },
      set: { seconds: { from: 5_400, to: 60 }, note: { from: 'Tests', to: '' } },
    }),
    'changed time logged on ALO-12 Logger fails: from 1h 30m to 1m and its note',
  ],
  [
    event('worklog.deleted', { worklogId: 'w', seconds: 60, remaining: { from: 0, to: 60 } }),
    'deleted 1m logged on ALO-12 Logger fails, leaving 1m',
  ],
])('%o is told as a sentence', (each, sentence) => {
  expect(inProject(each)).toBe(`Ada ${sentence}`)
})

test('a task’s own history does not name the task', () => {
  const data = { title: { from: 'Old', to: 'New' }, priority: { from: 0, to: 4 } } as const
  expect(inTask(edited({ set: data }))).toBe(
    'Ada renamed the task to “New” and set the priority to Urgent',
  )
})

test('what was imported says so', () => {
  const created = event('task.created', {} as EventData['task.created'], { imported: true })
  expect(inTask(created)).toBe('Ada created the task imported')
})
