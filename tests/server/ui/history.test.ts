import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { EventLine } from '@/app/(workspace)/_history/EventLine'
import type { Names, Within } from '@/app/(workspace)/_history/names'
import { type Story, stories } from '@/app/(workspace)/_history/stories'
import type { EventData, EventType, LoggedEvent } from '@/domain/events'
import type { Status } from '@/domain/project/project'

// Links ask for the router, which only a browser has.
vi.mock('next/navigation', () => ({ useRouter: () => ({}) }))

const [ada, ben, task] = ['ada', 'ben', 'task']
const at = '2026-03-01T10:00:00.000Z'
const status = (id: string, name: string) =>
  ({ id, name, category: 'todo', color: 'teal' }) as Status
const person = (id: string, name: string) =>
  ({ id, name, role: 'member', placeholder: false }) as const
const names: Names = {
  slug: 'field',
  projectKey: 'ALO',
  people: new Map([
    [ada, person(ada, 'Ada')],
    [ben, person(ben, 'Ben')],
  ]),
  work: { hoursPerDay: 8, daysPerWeek: 5 },
  statuses: [status('todo', 'To do'), status('done', 'Done')],
  tasks: new Map([[task, { number: 12, title: 'Logger fails' }]]),
  entries: new Map(),
  sprints: new Map([
    ['s4', 'Sprint 4'],
    ['s5', 'Sprint 5'],
  ]),
  conflicts: new Map(),
  commands: new Map(),
}

let seq = 0
function event<K extends EventType>(type: K, data: EventData[K], more: Partial<LoggedEvent> = {}) {
  const about = /^(project|status|sprint)\./.test(type) ? null : task
  seq++
  const place = { seq, projectId: 'p', taskId: about, version: seq, actor: ada, at }
  const sender = { commandId: `command ${seq}`, clientId: 'c', imported: false }
  return { type, data, ...place, ...sender, ...more } as LoggedEvent
}

/** A line as it is read. */
function told(story: Story, within: Within): string {
  const line = createElement(EventLine, { story, names, within })
  const router = {} as NonNullable<React.ContextType<typeof AppRouterContext>>
  const html = renderToStaticMarkup(
    createElement(AppRouterContext.Provider, { value: router }, line),
  )
  const lines = [...html.matchAll(/<p[^>]*>(.*?)<\/p>/g)].map(([, line = '']) => line)
  return lines
    .map((line) =>
      line
        .replace(/<[^>]+>/g, '')
        .replace(/ · .*?(imported)?$/, ' $1')
        .trim(),
    )
    .join('\n')
}
const inProject = (e: LoggedEvent) => told({ event: e }, 'project')
const inTask = (e: LoggedEvent) => told({ event: e }, 'task')

const edited = (data: EventData['task.edited']) => event('task.edited', data)
const seed = { name: 'Kept', id: 's', category: 'todo', color: 'teal', wipLimit: null, rank: 'a' }

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
  [
    event('project.created', { workspaceId: 'w', key: 'ALO', name: 'Aloy', statuses: [] }),
    'created the project Aloy',
  ],
  [event('project.renamed', { from: 'A', to: 'B' }), 'renamed the project from “A” to “B”'],
  [event('status.added', seed as EventData['status.added']), 'added the column Kept'],
  [
    event('status.edited', { statusId: 'done', set: { wipLimit: { from: null, to: 5 } } }),
    'set the limit of Done to 5',
  ],
  [event('status.moved', { statusId: 'done', fromRank: 'a', rank: 'b' }), 'moved the column Done'],
  [
    event('status.removed', { statusId: 'done', to: 'todo' }),
    'removed the column Done; its tasks went to To do',
  ],
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
  [event('project.sprints', { from: false, to: true }), 'let several sprints run at once'],
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
