import { describe, expect, it } from 'vitest'
import type { StatusId } from '@/domain/kernel/primitives'
import type { WorkflowStatus } from '@/domain/project/commands'
import { expectLogInvariants, expectProjectInvariants } from './support/invariants'
import {
  createTestProject,
  required,
  statusesWithWipLimit,
  type TestProject,
} from './support/testProject'

/** Returns the statuses in the form in which a workflow editor sends them, unchanged. */
const workflowStatuses = (testProject: TestProject): WorkflowStatus[] =>
  testProject.project.statuses
    .filter((status) => !status.removedAt)
    .map(({ id, name, category, color, wipLimit, transitions }) => {
      return { id, name, category, color, wipLimit, transitions }
    })

type Edit = Partial<WorkflowStatus>
const withEdits = (all: WorkflowStatus[], edits: Record<StatusId, Edit>) =>
  all.map((status) => ({ ...status, ...edits[status.id] }))

const newStatus = (id: StatusId): WorkflowStatus => ({
  id,
  name: id,
  category: 'in_progress',
  color: 'violet',
  wipLimit: null,
  transitions: null,
})

function changeWorkflow(
  testProject: TestProject,
  statuses: WorkflowStatus[],
  reassignments: Record<StatusId, StatusId> = {},
  baseVersion?: number,
) {
  const end = testProject.send('ann', {
    type: 'workflow.change',
    statuses,
    reassignments,
    baseVersion,
  })
  expectProjectInvariants(testProject)
  return end
}

const statusOrder = (testProject: TestProject) =>
  workflowStatuses(testProject).map((status) => status.id)

describe('changing the workflow', () => {
  it('one command adds, edits, moves and removes statuses', () => {
    const testProject = createTestProject()
    const [a, b] = [testProject.task(), testProject.task()]
    const [todo, doing, done] = workflowStatuses(testProject)
    const next = [
      required(done),
      { ...newStatus('qa'), transitions: [{ to: 'done', rules: [] }] },
      { ...required(doing), name: ' Doing ', transitions: [{ to: 'qa', rules: [] }] },
    ]
    const end = changeWorkflow(testProject, next, { todo: 'qa' })
    expect(end.outcome).toBe('applied')
    const types = end.events.map((event) => event.type)
    expect(types).toEqual([
      'status.added',
      'status.edited',
      'status.moved',
      'task.moved',
      'task.moved',
      'status.removed',
    ])
    expect(statusOrder(testProject)).toEqual(['done', 'qa', 'in-progress'])
    expect(testProject.column('qa')).toEqual([a, b])
    expect(testProject.status('in-progress')).toMatchObject({
      name: 'Doing',
      transitions: [{ to: 'qa', rules: [] }],
      transitionsChangedAt: testProject.now(),
    })
    expect(testProject.status(required(todo).id).removedAt).toBe(testProject.now())
    expectLogInvariants(testProject)
  })

  it('sending the current workflow changes nothing', () => {
    const testProject = createTestProject()
    expect(changeWorkflow(testProject, workflowStatuses(testProject)).outcome).toBe('unchanged')
  })

  it('as few statuses as possible get a new rank', () => {
    const testProject = createTestProject([
      ...statusesWithWipLimit(9),
      { ...newStatus('d') },
      { ...newStatus('e') },
    ])
    const [a, b, c, d, e] = workflowStatuses(testProject)
    const next = [required(e), required(a), required(b), required(c), required(d)]
    const end = changeWorkflow(testProject, next)
    expect(end.events.map((event) => event.type)).toEqual(['status.moved'])
    expect(statusOrder(testProject)).toEqual(next.map((status) => status.id))
  })

  it.each([
    ['removing a status without a target for its tasks', {}, 'Say where the tasks of To do go.'],
    [
      'reassigning tasks to a status that is removed too',
      { todo: 'in-progress', 'in-progress': 'done' },
      'The tasks of To do need a status that stays.',
    ],
    [
      'reassigning tasks to an unknown status',
      { todo: 'x' },
      'The tasks of To do need a status that stays.',
    ],
    [
      'reassigning the tasks of an unknown status',
      { todo: 'done', x: 'done' },
      'There is no such status.',
    ],
  ])('%s is rejected', (_, reassignments, message) => {
    const testProject = createTestProject()
    testProject.task()
    const going = new Set(['todo', ...Object.keys(reassignments)])
    const left = workflowStatuses(testProject).filter((status) => !going.has(status.id))
    const end = changeWorkflow(
      testProject,
      left,
      reassignments as unknown as Record<string, string>,
    )
    expect(end.rejection).toMatchObject({ message, field: 'reassignments' })
  })

  it('a workflow that is empty or contains a duplicate, unnamed or removed status is rejected', () => {
    const testProject = createTestProject()
    const all = workflowStatuses(testProject)
    const first = required(all[0])
    expect(changeWorkflow(testProject, [], { todo: 'done' }).rejection?.code).toBe('last-status')
    expect(changeWorkflow(testProject, [...all, first]).rejection?.message).toBe(
      'A status is named twice.',
    )
    expect(
      changeWorkflow(testProject, [{ ...first, name: ' ' }, ...all.slice(1)]).rejection?.code,
    ).toBe('invalid')
    changeWorkflow(testProject, all.slice(1), { todo: 'done' })
    expect(changeWorkflow(testProject, all).rejection).toMatchObject({
      code: 'id-taken',
      message: 'To do was removed before.',
    })
  })

  it('transitions to an unknown status, to the same status or twice to one are rejected', () => {
    const testProject = createTestProject()
    for (const [problem, ...tos] of [
      ['leads to a status that does not exist', 'x'],
      ['leads back to the same status', 'todo'],
      ['is listed twice', 'done', 'done'],
    ]) {
      const transitions = tos.map((to) => ({ to, rules: [] }))
      const end = changeWorkflow(
        testProject,
        withEdits(workflowStatuses(testProject), { todo: { transitions } }),
      )
      expect(end.rejection?.message).toBe(`A transition of To do ${problem}.`)
    }
  })

  it('the tasks of a status that stays cannot be reassigned', () => {
    const testProject = createTestProject()
    const all = workflowStatuses(testProject)
    expect(changeWorkflow(testProject, all, { todo: 'done' }).rejection?.message).toBe(
      'To do stays, so its tasks cannot go to another status.',
    )
  })

  it('reassigned tasks must fit the WIP limit that the same command sets', () => {
    const testProject = createTestProject()
    for (let n = 0; n < 3; n++) testProject.task()
    const [, doing, done] = workflowStatuses(testProject)
    const tight = [{ ...required(doing), wipLimit: 2 }, required(done)]
    expect(changeWorkflow(testProject, tight, { todo: 'in-progress' }).rejection?.code).toBe(
      'wip-limit',
    )
    const wide = [{ ...required(doing), wipLimit: 3 }, required(done)]
    expect(changeWorkflow(testProject, wide, { todo: 'in-progress' }).outcome).toBe('applied')
  })

  it('a member cannot change the workflow', () => {
    const testProject = createTestProject()
    const testCommand = {
      type: 'workflow.change',
      statuses: workflowStatuses(testProject),
      reassignments: {},
    } as const
    expect(testProject.send('ben', testCommand).rejection?.code).toBe('forbidden')
  })
})

describe('concurrent changes of the workflow', () => {
  /** Sends two workflow changes with the same base version, one after the other. */
  function both(
    first: (all: WorkflowStatus[]) => WorkflowStatus[],
    second: (all: WorkflowStatus[]) => WorkflowStatus[],
    reassignments: [Record<StatusId, StatusId>, Record<StatusId, StatusId>] = [{}, {}],
  ) {
    const testProject = createTestProject()
    testProject.changeRole('ben', 'admin')
    const all = workflowStatuses(testProject)
    const baseVersion = testProject.project.version
    const send = (who: string, statuses: WorkflowStatus[], gone: Record<StatusId, StatusId>) =>
      testProject.send(who, { type: 'workflow.change', statuses, reassignments: gone, baseVersion })
    send('ann', first(all), reassignments[0])
    const end = send('ben', second(all), reassignments[1])
    expectLogInvariants(testProject)
    return { testProject, end }
  }
  const edits = (some: Record<StatusId, Edit>) => (all: WorkflowStatus[]) => withEdits(all, some)
  const only = (to: StatusId) => ({ transitions: [{ to, rules: [] }] })

  it('changes of different statuses and fields are merged', () => {
    const { testProject, end } = both(
      edits({ todo: { name: 'Ready', color: 'red' }, done: only('todo') }),
      edits({ todo: { category: 'in_progress' }, 'in-progress': only('done') }),
    )
    expect(end.outcome).toBe('merged')
    expect(testProject.status('todo')).toMatchObject({
      name: 'Ready',
      color: 'red',
      category: 'in_progress',
    })
    expect(testProject.status('done').transitions).toEqual([{ to: 'todo', rules: [] }])
    expect(testProject.status('in-progress').transitions).toEqual([{ to: 'done', rules: [] }])
  })

  it('changes of the same transitions conflict, and nothing of the second command is written', () => {
    const { testProject, end } = both(
      edits({ todo: only('done') }),
      edits({ todo: only('in-progress'), done: { name: 'Shipped' } }),
    )
    expect(end).toMatchObject({ outcome: 'conflict', conflict: { reason: 'changed' } })
    expect(end.conflict?.fields.map((each) => each.field)).toEqual(['status todo transitions'])
    expect(testProject.status('done').name).toBe('Done')
    const decide = { type: 'conflict.resolve', conflictId: required(end.conflict).id } as const
    expect(testProject.send('ben', { ...decide, choice: 'mine' }).outcome).toBe('applied')
    expect(testProject.status('todo').transitions).toEqual([{ to: 'in-progress', rules: [] }])
    expect(testProject.status('done').name).toBe('Shipped')
  })

  it('the same change made twice has no effect the second time', () => {
    const { end } = both(edits({ todo: only('done') }), edits({ todo: only('done') }))
    expect(end.outcome).toBe('unchanged')
  })

  it('statuses added by both are kept, in the order of each side', () => {
    const { testProject, end } = both(
      (all) => [...all.slice(0, 1), newStatus('qa'), ...all.slice(1)],
      (all) => [...all.toReversed(), newStatus('live')],
    )
    expect(end.outcome).toBe('merged')
    expect(statusOrder(testProject)).toEqual(['done', 'in-progress', 'todo', 'qa', 'live'])
  })

  it('the order that one side changed is kept when the other side did not change it', () => {
    const { testProject } = both(
      (all) => all.toReversed(),
      (all) => [...all, newStatus('live')],
    )
    expect(statusOrder(testProject)).toEqual(['done', 'live', 'in-progress', 'todo'])
  })

  it('both may remove the same status, but changing a removed status is a conflict', () => {
    const without = (all: WorkflowStatus[]) => all.filter((each) => each.id !== 'in-progress')
    const gone = { 'in-progress': 'done' }
    const twice = both(without, without, [gone, gone])
    expect(twice.end.outcome).toBe('unchanged')
    const lost = both(without, edits({ 'in-progress': { name: 'Doing' } }), [gone, {}])
    expect(lost.end.conflict?.reason).toBe('status-removed')
    const sent = both(without, (all) => all.slice(1), [gone, { todo: 'in-progress' }])
    expect(sent.end.conflict?.reason).toBe('status-removed')
  })

  it('a transition to a status that the other side removed is dropped', () => {
    const { testProject, end } = both(
      (all) => all.filter((each) => each.id !== 'in-progress'),
      edits({ todo: { transitions: ['in-progress', 'done'].map((to) => ({ to, rules: [] })) } }),
      [{ 'in-progress': 'done' }, {}],
    )
    expect(end.outcome).toBe('merged')
    expect(testProject.status('todo').transitions).toEqual([{ to: 'done', rules: [] }])
  })
})
