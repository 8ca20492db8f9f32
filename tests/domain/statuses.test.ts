import { describe, expect, it } from 'vitest'
import { LIMITS } from '@/domain/kernel/primitives'
import type { WorkflowStatus } from '@/domain/project/commands'
import type { StatusDraft } from '@/domain/project/project'
import { createTestProject, statusesWithWipLimit, type TestProject } from './support/testProject'

const review: StatusDraft = {
  id: 'review',
  name: ' Review ',
  category: 'in_progress',
  color: 'violet',
  wipLimit: null,
}
const statusOrder = (testProject: TestProject) =>
  testProject.project.statuses.filter((s) => !s.removedAt).map((status) => status.id)

describe('columns of a board', () => {
  it('a column can be added before another or at the end', () => {
    const testProject = createTestProject()
    testProject.send('ann', { type: 'status.add', status: review, before: 'done' })
    testProject.send('ann', { type: 'status.add', status: { ...review, id: 'late' } })
    expect(statusOrder(testProject)).toEqual(['todo', 'in-progress', 'review', 'done', 'late'])
    expect(testProject.status('review')).toMatchObject({ name: 'Review', taskCount: 0 })
    expect(testProject.project.version).toBe(3)
  })

  it('an id that was used before and an empty name are rejected', () => {
    const testProject = createTestProject()
    testProject.send('ann', { type: 'status.remove', statusId: 'done', moveTo: 'todo' })
    const add = (status: object) =>
      testProject.send('ann', { type: 'status.add', status: { ...review, ...status } }).rejection
        ?.code
    expect(add({ id: 'done' })).toBe('id-taken')
    expect(add({ name: ' ' })).toBe('invalid')
  })

  it('name, category, colour and WIP limit can be changed', () => {
    const testProject = createTestProject()
    const set = { name: ' Later ', color: 'teal', wipLimit: 4, category: 'in_progress' } as const
    const end = testProject.send('ann', { type: 'status.edit', statusId: 'todo', set })
    expect(end.outcome).toBe('applied')
    expect(testProject.status('todo')).toMatchObject({ ...set, name: 'Later' })
    const again = testProject.send('ann', { type: 'status.edit', statusId: 'todo', set })
    expect(again.outcome).toBe('unchanged')
  })

  it('columns can be reordered', () => {
    const testProject = createTestProject()
    const move = (statusId: string, before: string | null) =>
      testProject.send('ann', { type: 'status.move', statusId, before })
    expect(move('done', 'todo').outcome).toBe('applied')
    expect(statusOrder(testProject)).toEqual(['done', 'todo', 'in-progress'])
    move('done', null)
    move('todo', 'done')
    expect(statusOrder(testProject)).toEqual(['in-progress', 'todo', 'done'])
  })

  it.each([
    ['before itself', 'todo', 'todo'],
    ['before the column that already follows it', 'todo', 'in-progress'],
    ['to the end where it already is', 'done', null],
  ])('moving a column %s changes nothing', (_, statusId, before) => {
    const end = createTestProject().send('ann', { type: 'status.move', statusId, before })
    expect(end).toMatchObject({ outcome: 'unchanged', events: [] })
  })

  it('a column can be placed before one that was concurrently removed', () => {
    const testProject = createTestProject()
    testProject.send('ann', { type: 'status.add', status: review, before: 'in-progress' })
    const baseVersion = testProject.project.version
    testProject.send('ann', { type: 'status.remove', statusId: 'review', moveTo: 'todo' })
    const late = { statusId: 'done', before: 'review', baseVersion }
    testProject.send('ann', { type: 'status.move', ...late }, { client: 'phone' })
    expect(statusOrder(testProject)).toEqual(['todo', 'done', 'in-progress'])
    const next = { ...review, id: 'next' }
    testProject.send('ann', { type: 'status.add', status: next, before: 'review', baseVersion })
    expect(statusOrder(testProject)).toEqual(['todo', 'done', 'next', 'in-progress'])
  })
})

describe('removing a column', () => {
  const remove = { type: 'status.remove', statusId: 'todo', moveTo: 'done' } as const

  it('its tasks move, in order, to the end of the given column', () => {
    const testProject = createTestProject()
    const there = testProject.task({ statusId: 'done' })
    const [a, b, c] = [testProject.task(), testProject.task(), testProject.task()]
    testProject.send('ben', {
      type: 'task.move',
      taskId: c,
      statusId: 'todo',
      position: { end: 'top' },
    })
    testProject.send('ben', { type: 'task.archive', taskId: b })
    const end = testProject.send('ann', remove)
    expect(end.events.map((e) => e.type)).toEqual(['task.moved', 'task.moved', 'status.removed'])
    expect(testProject.column('done')).toEqual([there, c, a])
    expect(testProject.status('done').taskCount).toBe(3)
    expect(testProject.status('todo')).toMatchObject({ taskCount: 0, removedAt: testProject.now() })
  })

  it('the removal is rejected when the tasks exceed the WIP limit of the target column', () => {
    const testProject = createTestProject(statusesWithWipLimit(1))
    testProject.task()
    testProject.task()
    const end = testProject.send('ann', { ...remove, moveTo: 'in-progress' })
    expect(end.rejection?.code).toBe('wip-limit')
    expect(testProject.column('todo')).toHaveLength(2)
  })

  it('the target must be another existing column, and the last column cannot be removed', () => {
    const testProject = createTestProject()
    const send = (more: object) => testProject.send('ann', { ...remove, ...more })
    expect(send({ moveTo: 'todo' }).rejection?.field).toBe('moveTo')
    expect(send({ moveTo: 'x' }).rejection?.code).toBe('not-found')
    expect(send({ statusId: 'x' }).rejection?.code).toBe('not-found')
    send({})
    expect(send({ moveTo: 'in-progress' }).outcome).toBe('unchanged')
    send({ statusId: 'in-progress' })
    expect(send({ statusId: 'done', moveTo: 'todo' }).rejection?.code).toBe('last-status')
  })
})

describe('the largest number of columns', () => {
  /** Returns a project with as many columns as allowed. */
  function fullProject() {
    const statuses = Array.from({ length: LIMITS.statuses }, (_, i) => ({ ...review, id: `s${i}` }))
    const testProject = createTestProject(statuses)
    const add = (id: string) =>
      testProject.send('ann', { type: 'status.add', status: { ...review, id } })
    return { testProject, statuses, add }
  }

  it('no column can be added to a full board until one is removed', () => {
    const { testProject, add } = fullProject()
    expect(add('more').rejection?.message).toBe('A project has at most 100 statuses.')
    testProject.send('ann', { type: 'status.remove', statusId: 's0', moveTo: 's1' })
    expect(add('more').outcome).toBe('applied')
  })

  it('undoing the removal of a column of a board that is full again is blocked', () => {
    const { testProject, add } = fullProject()
    const removed = testProject.send('ann', {
      type: 'status.remove',
      statusId: 's0',
      moveTo: 's1',
    })
    add('more')
    const undo = { type: 'command.undo', undoneCommandId: removed.commandId } as const
    expect(testProject.send('ann', undo).rejection?.message).toBe(
      'A project has at most 100 statuses.',
    )
  })

  it('a change of the workflow may not exceed it together with concurrently added columns', () => {
    const { testProject, add } = fullProject()
    testProject.send('ann', { type: 'status.remove', statusId: 's0', moveTo: 's1' })
    const { version, statuses } = testProject.project
    add('theirs')
    const seen = statuses.filter((status) => !status.removedAt)
    const added = { ...review, id: 'mine', transitions: null }
    const change = { type: 'workflow.change', reassignments: {}, baseVersion: version } as const
    const send = (all: WorkflowStatus[]) =>
      testProject.send('ann', { ...change, statuses: all }, { client: 'phone' })
    expect(send([...seen, added]).rejection?.message).toBe('A project has at most 100 statuses.')
    expect(send(seen.map((each) => ({ ...each, name: 'Same' }))).outcome).not.toBe('rejected')
  })
})

describe('a project', () => {
  it('a project can be created once and renamed', () => {
    const testProject = createTestProject()
    const create = { key: 'NEW', name: 'New', statuses: [review] }
    expect(testProject.send('ben', { type: 'project.create', ...create }).rejection?.code).toBe(
      'id-taken',
    )
    expect(testProject.send('ann', { type: 'project.rename', name: ' Horizon ' }).outcome).toBe(
      'applied',
    )
    expect(testProject.project).toMatchObject({ name: 'Horizon', key: 'ALO', version: 2 })
    expect(testProject.send('ann', { type: 'project.rename', name: ' ' }).rejection?.field).toBe(
      'name',
    )
  })
})
