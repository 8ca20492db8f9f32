import { expect, test } from 'vitest'
import { parseHistoryFilter } from '@/app/_features/history/historyFilterParams'
import type { EventData, StoredEvent } from '@/domain/events'
import {
  ada,
  ben,
  createEvent,
  EVENT_TIME,
  projectHistoryText,
  renderHistoryEntry,
  task,
  taskHistoryText,
} from '@/tests/support/historyText'

const edited = (data: EventData['task.edited']) => createEvent('task.edited', data)

test.each<[StoredEvent, string]>([
  [createEvent('task.created', {} as EventData['task.created']), 'created ALO-12 Logger fails'],
  [
    createEvent('task.moved', { from: 'todo', to: 'done', rank: 'a', fromRank: 'b' }),
    'moved ALO-12 Logger fails from To do to Done',
  ],
  [
    createEvent('task.moved', { from: 'gone', to: 'gone', rank: 'a', fromRank: 'b' }),
    'reordered ALO-12 Logger fails in a removed status',
  ],
  [createEvent('task.archived', { statusId: 'todo' }), 'archived ALO-12 Logger fails'],
  [
    createEvent('task.archived', { statusId: 'todo', movedTo: { projectId: 'q', taskId: 'r' } }),
    'moved ALO-12 Logger fails to another project',
  ],
  [
    createEvent('task.archived', {
      statusId: 'todo',
      movedTo: {
        ...{ projectId: 'q', taskId: 'r' },
        droppedFields: { parent: true, sprint: 'Spring', components: ['API', 'Web'] },
      },
    }),
    'moved ALO-12 Logger fails to another project, without its place below its parent, the sprint Spring, the component API and the component Web',
  ],
  [
    createEvent('task.created', {
      movedFrom: 'TERN-4',
      droppedFields: { fixVersions: ['1.0'] },
    } as EventData['task.created']),
    'created ALO-12 Logger fails, as TERN-4, without the fix version 1.0',
  ],
  [
    createEvent('task.restored', {
      from: 'todo',
      statusId: 'todo',
      rank: 'a',
      archivedAt: EVENT_TIME,
    }),
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
    createEvent('comment.added', { commentId: 'c', body: 'First line\nsecond' }),
    'commented on ALO-12 Logger fails: “First line”',
  ],
  [
    createEvent('comment.edited', { commentId: 'c', from: 'a', to: 'b' }),
    'edited a comment on ALO-12 Logger fails: “b”',
  ],
  [createEvent('comment.deleted', { commentId: 'c' }), 'deleted a comment on ALO-12 Logger fails'],
  [
    createEvent('task.edited', { set: { remainingEstimate: { from: null, to: 9_000 } } }),
    'set the remaining estimate of ALO-12 Logger fails to 2h 30m',
  ],
  [
    createEvent('worklog.added', {
      ...{
        worklogId: 'w',
        seconds: 5_400,
        startedAt: EVENT_TIME,
        note: 'Tests\nand more',
        deductedFromRemaining: 5_400,
      },
      remaining: { from: 9_000, to: 3_600 },
    }),
    'logged 1h 30m on ALO-12 Logger fails: “Tests”, leaving 1h',
  ],
  [
    createEvent('worklog.edited', {
      ...{ worklogId: 'w', deductedFromRemaining: null },
      set: { seconds: { from: 5_400, to: 60 }, note: { from: 'Tests', to: '' } },
    }),
    'changed time logged on ALO-12 Logger fails: from 1h 30m to 1m and its note',
  ],
  [
    createEvent('worklog.deleted', { worklogId: 'w', seconds: 60, remaining: { from: 0, to: 60 } }),
    'deleted 1m logged on ALO-12 Logger fails, leaving 1m',
  ],
])('the history shows an event as the sentence $1', (each, sentence) => {
  expect(projectHistoryText(each)).toBe(`Ada ${sentence}`)
})

test('the history of a task does not name the task itself', () => {
  const data = { title: { from: 'Old', to: 'New' }, priority: { from: 0, to: 4 } } as const
  expect(taskHistoryText(edited({ set: data }))).toBe(
    'Ada renamed the task to “New” and set the priority to Urgent',
  )
})

test('the former key of a moved task links to the history of that task', () => {
  const event = createEvent('task.created', {
    movedFrom: 'TERN-4',
  } as EventData['task.created'])
  const [, href = ''] =
    /href="([^"]*)"[^>]*>TERN-4</.exec(renderHistoryEntry({ event }, 'project')) ?? []
  const { pathname, searchParams } = new URL(href, 'http://localhost')
  expect(pathname).toBe('/field/TERN/history')
  expect(parseHistoryFilter(searchParams)).toEqual({ text: 'TERN-4' })
})

test('setting and removing a parent names the parent', () => {
  const parent = (from: string | null, to: string | null) =>
    projectHistoryText(edited({ set: { parentId: { from, to } } }))
  expect(parent(null, task)).toBe(
    'Ada set the parent of ALO-12 Logger fails to ALO-12 Logger fails',
  )
  expect(parent(task, null)).toBe(
    'Ada removed the parent ALO-12 Logger fails of ALO-12 Logger fails',
  )
})

test('imported events are marked as imported', () => {
  const created = createEvent('task.created', {} as EventData['task.created'], { imported: true })
  expect(taskHistoryText(created)).toBe('Ada created the task imported')
})
