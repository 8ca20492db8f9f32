import { describe, expect, it } from 'vitest'
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

describe('columns', () => {
  it('are added before another, or last', () => {
    const testProject = createTestProject()
    testProject.send('ann', { type: 'status.add', status: review, before: 'done' })
    testProject.send('ann', { type: 'status.add', status: { ...review, id: 'late' } })
    expect(statusOrder(testProject)).toEqual(['todo', 'in-progress', 'review', 'done', 'late'])
    expect(testProject.status('review')).toMatchObject({ name: 'Review', taskCount: 0 })
    expect(testProject.project.version).toBe(3)
  })

  it('refuse an id that was ever used, and an empty name', () => {
    const testProject = createTestProject()
    testProject.send('ann', { type: 'status.remove', statusId: 'done', moveTo: 'todo' })
    const add = (status: object) =>
      testProject.send('ann', { type: 'status.add', status: { ...review, ...status } }).rejection
        ?.code
    expect(add({ id: 'done' })).toBe('id-taken')
    expect(add({ name: ' ' })).toBe('invalid')
  })

  it('change name, category, colour and limit', () => {
    const testProject = createTestProject()
    const set = { name: ' Later ', color: 'teal', wipLimit: 4, category: 'in_progress' } as const
    const end = testProject.send('ann', { type: 'status.edit', statusId: 'todo', set })
    expect(end.outcome).toBe('applied')
    expect(testProject.status('todo')).toMatchObject({ ...set, name: 'Later' })
    const again = testProject.send('ann', { type: 'status.edit', statusId: 'todo', set })
    expect(again.outcome).toBe('unchanged')
  })

  it('change places', () => {
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
    ['before the one that follows', 'todo', 'in-progress'],
    ['last, where it is last', 'done', null],
  ])('have nothing to do when put %s', (_, statusId, before) => {
    const end = createTestProject().send('ann', { type: 'status.move', statusId, before })
    expect(end).toMatchObject({ outcome: 'unchanged', events: [] })
  })

  it('keep their place beside one that has been removed meanwhile', () => {
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

  it('sends its tasks, in their order, below those of the column named', () => {
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

  it('needs room where they go', () => {
    const testProject = createTestProject(statusesWithWipLimit(1))
    testProject.task()
    testProject.task()
    const end = testProject.send('ann', { ...remove, moveTo: 'in-progress' })
    expect(end.rejection?.code).toBe('wip-limit')
    expect(testProject.column('todo')).toHaveLength(2)
  })

  it('needs another column that exists, and leaves at least one', () => {
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

describe('a project', () => {
  it('is created once, and renamed', () => {
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
