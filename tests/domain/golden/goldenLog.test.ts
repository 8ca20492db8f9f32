import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { applyEvent } from '@/domain/applyEvent'
import type { Comment } from '@/domain/comment/comment'
import type { Conflict } from '@/domain/conflict/conflict'
import type { EventType, StoredEvent } from '@/domain/events'
import type { Id } from '@/domain/kernel/primitives'
import type { Project } from '@/domain/project/project'
import type { Task } from '@/domain/task/task'
import type { Worklog } from '@/domain/worklog/worklog'

/**
 * Events in the form in which format version 1 stores them, and the state that results from their
 * replay. Real logs contain such events: when this test fails, change the code and never the file.
 * Add a new event type at the end, with its effect on the state.
 */
const golden: { formatVersion: 1; events: StoredEvent[]; state: Record<string, unknown> } =
  JSON.parse(readFileSync(new URL('./goldenLog.json', import.meta.url), 'utf8'))

const EVENT_TYPES = {
  'task.created': true,
  'task.edited': true,
  'task.moved': true,
  'task.planned': true,
  'task.archived': true,
  'task.restored': true,
  'comment.added': true,
  'comment.edited': true,
  'comment.deleted': true,
  'comment.restored': true,
  'worklog.added': true,
  'worklog.edited': true,
  'worklog.deleted': true,
  'sprint.created': true,
  'sprint.imported': true,
  'sprint.edited': true,
  'sprint.moved': true,
  'sprint.started': true,
  'sprint.completed': true,
  'sprint.reopened': true,
  'sprint.removed': true,
  'sprint.restored': true,
  'sprint.capacityChanged': true,
  'project.created': true,
  'project.renamed': true,
  'project.parallelSprintsChanged': true,
  'status.added': true,
  'status.edited': true,
  'status.moved': true,
  'status.removed': true,
  'status.restored': true,
  'component.added': true,
  'component.edited': true,
  'component.removed': true,
  'component.restored': true,
  'version.added': true,
  'version.edited': true,
  'version.removed': true,
  'version.restored': true,
  'conflict.detected': true,
  'conflict.resolved': true,
} satisfies Record<EventType, true>

test('the golden log contains every event type', () => {
  const stored = new Set(golden.events.map((event) => event.type))
  expect([...stored].sort()).toEqual(Object.keys(EVENT_TYPES).sort())
})

test('the golden log numbers its events from 1 without a gap', () => {
  expect(golden.events.map((event) => event.seq)).toEqual(golden.events.map((_, i) => i + 1))
})

test('the golden log replays to the state that it had when it was written', () => {
  const state = emptyState()
  for (const event of golden.events) applyEvent(state, event)
  expect(toJson(state)).toEqual(golden.state)
})

function emptyState() {
  return {
    project: undefined as Project | undefined,
    tasks: new Map<Id, Task>(),
    comments: new Map<Id, Comment>(),
    worklogs: new Map<Id, Worklog>(),
    conflicts: new Map<Id, Conflict>(),
  }
}

function toJson({
  project,
  tasks,
  comments,
  worklogs,
  conflicts,
}: ReturnType<typeof emptyState>): unknown {
  const { versions, ...rest } = project ?? {}
  const state = {
    // The file stores the versions of a project as `fixVersions`.
    project: { ...rest, fixVersions: versions },
    tasks: [...tasks.values()],
    comments: [...comments.values()],
    worklogs: [...worklogs.values()],
    conflicts: [...conflicts.values()],
  }
  return JSON.parse(JSON.stringify(state))
}
