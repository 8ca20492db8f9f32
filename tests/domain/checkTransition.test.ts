import { describe, expect, it } from 'vitest'
import type { StatusId } from '@/domain/kernel/primitives'
import type { Transition, TransitionRule } from '@/domain/workflow/transition'
import { createTestProject, required, type TestProject } from './support/testProject'

const transitionsOf = (transitions: Record<StatusId, TransitionRule[]>): Transition[] =>
  Object.entries(transitions).map(([to, rules]) => ({ to, rules }))

/** Returns a project with the simple workflow, in which `todo` has only these transitions. */
function projectWithTransitions(transitions: Record<StatusId, TransitionRule[]>): TestProject {
  const testProject = createTestProject()
  replaceTransitions(testProject, transitions)
  return testProject
}

function replaceTransitions(
  testProject: TestProject,
  transitions: Record<StatusId, TransitionRule[]> | null,
) {
  const set = { transitions: transitions && transitionsOf(transitions) }
  return testProject.send('ann', { type: 'status.edit', statusId: 'todo', set })
}

const moveCommand = (statusId: StatusId) => ({ type: 'task.move', statusId, position: {} }) as const

describe('transitions between statuses', () => {
  it('every transition is allowed when none are defined', () => {
    const testProject = createTestProject()
    expect(testProject.project.statuses.map((status) => status.transitions)).toEqual([
      null,
      null,
      null,
    ])
    expect(
      testProject.send('ben', { ...moveCommand('done'), taskId: testProject.task() }).outcome,
    ).toBe('applied')
  })

  it('a move without a transition is rejected, and the message names the allowed targets', () => {
    const testProject = projectWithTransitions({ 'in-progress': [] })
    const taskId = testProject.task()
    const end = testProject.send('ben', { ...moveCommand('done'), taskId })
    expect(end).toMatchObject({ outcome: 'rejected', events: [] })
    expect(end.rejection).toEqual({
      code: 'transition',
      field: 'statusId',
      message: 'The workflow leads from To do to In progress, not to Done.',
    })
    expect(testProject.send('ben', { ...moveCommand('in-progress'), taskId }).outcome).toBe(
      'applied',
    )
  })

  it('a status without transitions rejects every move but allows reordering', () => {
    const testProject = projectWithTransitions({})
    const [a, b] = [testProject.task(), testProject.task()]
    const end = testProject.send('ann', { ...moveCommand('done'), taskId: a })
    expect(end.rejection?.message).toBe(
      'The workflow leads from To do nowhere. An admin can change that.',
    )
    expect(
      testProject.send('ben', { ...moveCommand('todo'), taskId: b, position: { before: a } })
        .outcome,
    ).toBe('applied')
  })

  it('transitions do not restrict restoring a task or removing a column', () => {
    const testProject = projectWithTransitions({})
    const [a, b] = [testProject.task(), testProject.task()]
    testProject.send('ben', { type: 'task.archive', taskId: a })
    const restored = testProject.send('ben', { type: 'task.restore', taskId: a, statusId: 'done' })
    expect(restored.outcome).toBe('applied')
    testProject.send('ann', { type: 'status.remove', statusId: 'todo', moveTo: 'done' })
    expect(testProject.column('done')).toEqual([a, b])
  })

  it('transitions to a removed status are removed with it', () => {
    const testProject = projectWithTransitions({ 'in-progress': [], done: [] })
    testProject.send('ann', { type: 'status.remove', statusId: 'in-progress', moveTo: 'todo' })
    expect(testProject.status('todo').transitions).toEqual([{ to: 'done', rules: [] }])
  })
})

describe('rules of a transition', () => {
  const needs = {
    done: [{ kind: 'validator', fields: ['estimate', 'assignees'] }] as TransitionRule[],
  }

  it('a move without the required fields is rejected, and the message names them', () => {
    const testProject = projectWithTransitions(needs)
    const taskId = testProject.task()
    const { rejection } = testProject.send('ben', { ...moveCommand('done'), taskId })
    expect(rejection).toEqual({
      code: 'transition',
      field: 'estimate',
      message: 'From To do to Done it needs an estimate and an assignee. Fill that in first.',
    })
  })

  it('fix versions and affected versions can be required', () => {
    const testProject = projectWithTransitions({
      done: [{ kind: 'validator', fields: ['fixVersions', 'affectedVersions'] }],
    })
    testProject.send('ann', { type: 'version.add', versionId: 'one', name: '1.0' })
    const taskId = testProject.task()
    expect(testProject.send('ben', { ...moveCommand('done'), taskId }).rejection?.message).toBe(
      'From To do to Done it needs a fix version and an affected version. Fill that in first.',
    )
    const add = { fixVersions: ['one'], affectedVersions: ['one'] }
    expect(testProject.send('ben', { ...moveCommand('done'), taskId, add }).outcome).toBe('applied')
    expect(testProject.taskById(taskId)).toMatchObject({ statusId: 'done', ...add })
  })

  it('a move can fill in the required fields in the same command', () => {
    const testProject = projectWithTransitions(needs)
    const taskId = testProject.task()
    const fill = { set: { estimate: 3 }, add: { assignees: ['cleo'] } }
    const end = testProject.send('ben', { ...moveCommand('done'), taskId, ...fill })
    expect(end.events.map((event) => event.type)).toEqual(['task.edited', 'task.moved'])
    expect(testProject.taskById(taskId)).toMatchObject({
      estimate: 3,
      assignees: ['cleo'],
      statusId: 'done',
    })
  })

  it('the fields of a move apply when the task is already in the target status', () => {
    const testProject = projectWithTransitions(needs)
    const taskId = testProject.task({ estimate: 1, assignees: ['ben'] })
    const baseVersion = testProject.taskById(taskId).version
    testProject.send('cleo', { ...moveCommand('done'), taskId })
    const end = testProject.send('ben', {
      ...moveCommand('done'),
      taskId,
      baseVersion,
      set: { estimate: 5 },
    })
    expect(end.outcome).toBe('merged')
    expect(testProject.taskById(taskId)).toMatchObject({ estimate: 5, statusId: 'done' })
  })

  it('a move whose field was changed concurrently is a conflict', () => {
    const testProject = projectWithTransitions(needs)
    const taskId = testProject.task({ assignees: ['ben'] })
    const baseVersion = testProject.taskById(taskId).version
    testProject.send('cleo', { type: 'task.edit', taskId, set: { estimate: 8 } })
    const fill = { baseVersion, set: { estimate: 3 } }
    const end = testProject.send('ben', { ...moveCommand('done'), taskId, ...fill })
    expect(end.conflict?.fields).toMatchObject([{ field: 'estimate', theirs: 8, mine: 3 }])
    expect(testProject.taskById(taskId).statusId).toBe('todo')
    const decide = { type: 'conflict.resolve', conflictId: required(end.conflict).id } as const
    expect(testProject.send('ben', { ...decide, choice: 'mine' }).outcome).toBe('applied')
    expect(testProject.taskById(taskId)).toMatchObject({ estimate: 3, statusId: 'done' })
  })

  it('a description can be required', () => {
    const testProject = projectWithTransitions({
      done: [{ kind: 'validator', fields: ['description'] }],
    })
    const [bare, described] = [testProject.task(), testProject.task({ description: 'x' })]
    expect(testProject.send('ben', { ...moveCommand('done'), taskId: bare }).rejection?.field).toBe(
      'description',
    )
    expect(testProject.send('ben', { ...moveCommand('done'), taskId: described }).outcome).toBe(
      'applied',
    )
  })

  it('a condition allows only certain roles and the assignees', () => {
    const testProject = projectWithTransitions({
      done: [{ kind: 'condition', roles: ['admin'], assignee: true }],
    })
    const [a, b, c] = [
      testProject.task(),
      testProject.task({ assignees: ['ben'] }),
      testProject.task(),
    ]
    expect(testProject.send('ben', { ...moveCommand('done'), taskId: a }).rejection?.message).toBe(
      'Only admins or the assignee may move it from To do to Done.',
    )
    expect(testProject.send('ben', { ...moveCommand('done'), taskId: b }).outcome).toBe('applied')
    expect(testProject.send('ann', { ...moveCommand('done'), taskId: c }).outcome).toBe('applied')
    // Assigning oneself in the same command does not fulfil the condition.
    const own = { add: { assignees: ['cleo'] } }
    expect(testProject.send('cleo', { ...moveCommand('done'), taskId: a, ...own }).outcome).toBe(
      'rejected',
    )
  })

  it('post-functions set fields in the event of the move, except those already set', () => {
    const testProject = projectWithTransitions({
      done: [
        { kind: 'postFunction', field: 'priority', to: 4 },
        { kind: 'postFunction', field: 'assignees', to: 'actor' },
        { kind: 'postFunction', field: 'resolution', to: 'done' },
        { kind: 'postFunction', field: 'dueDate', to: null },
        { kind: 'validator', fields: ['resolution'] },
      ],
    })
    const taskId = testProject.task({ assignees: ['cleo'] })
    const { events } = testProject.send('ben', { ...moveCommand('done'), taskId })
    expect(events).toHaveLength(1)
    expect(events[0]?.data).toMatchObject({
      set: { priority: { from: 0, to: 4 }, resolution: { from: null, to: 'done' } },
      sets: { assignees: { added: ['ben'], removed: ['cleo'] } },
    })
    expect(testProject.taskById(taskId)).toMatchObject({
      priority: 4,
      assignees: ['ben'],
      resolution: 'done',
      version: 2,
    })
  })

  it('a concurrent edit conflicts with a field that a post-function has set', () => {
    const testProject = projectWithTransitions({
      done: [{ kind: 'postFunction', field: 'priority', to: 4 }],
    })
    const taskId = testProject.task()
    const { version: baseVersion } = testProject.taskById(taskId)
    testProject.send('ben', { ...moveCommand('done'), taskId })
    const end = testProject.send('cleo', {
      type: 'task.edit',
      taskId,
      baseVersion,
      set: { priority: 1 },
    })
    expect(end.conflict?.fields).toMatchObject([{ field: 'priority', theirs: 4, mine: 1 }])
  })
})

describe('a workflow that changes concurrently with a move', () => {
  it('a move that is no longer allowed is a conflict and not a rejection', () => {
    const testProject = createTestProject()
    const taskId = testProject.task()
    const issuedAt = testProject.now()
    replaceTransitions(testProject, { 'in-progress': [] })
    const end = testProject.send('ben', { ...moveCommand('done'), taskId }, { issuedAt })
    expect(end).toMatchObject({ outcome: 'conflict', conflict: { reason: 'transition' } })
    expect(testProject.taskById(taskId).statusId).toBe('todo')
    const decide = { type: 'conflict.resolve', conflictId: required(end.conflict).id } as const
    const again = testProject.send('ben', { ...decide, choice: 'mine' })
    expect(again.rejection?.code).toBe('transition')
    const edit = { ...moveCommand('in-progress'), taskId, baseVersion: 1 }
    expect(testProject.send('ben', { ...decide, choice: 'edited', edit }).outcome).toBe('applied')
    expect(testProject.taskById(taskId).statusId).toBe('in-progress')
  })

  it('applying a move to an archived task keeps its fields and post-functions', () => {
    const testProject = projectWithTransitions({
      done: [{ kind: 'postFunction', field: 'priority', to: 4 }],
    })
    const taskId = testProject.task()
    const { version: baseVersion } = testProject.taskById(taskId)
    testProject.send('ann', { type: 'task.archive', taskId })
    const fill = { set: { estimate: 2 } }
    const lost = testProject.send('ben', { ...moveCommand('done'), taskId, baseVersion, ...fill })
    expect(lost.conflict?.reason).toBe('archived')
    const decide = { type: 'conflict.resolve', conflictId: required(lost.conflict).id } as const
    expect(testProject.send('ben', { ...decide, choice: 'mine' }).outcome).toBe('applied')
    expect(testProject.taskById(taskId)).toMatchObject({
      statusId: 'done',
      priority: 4,
      estimate: 2,
    })
  })
})
