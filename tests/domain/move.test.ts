import { describe, expect, it } from 'vitest'
import { createTestProject, statusesWithWipLimit } from './support/testProject'

describe('moving a task', () => {
  it('a moved task leaves one column for another, and both counts are updated', () => {
    const testProject = createTestProject()
    const taskId = testProject.task()
    const end = testProject.send('ben', {
      type: 'task.move',
      taskId,
      statusId: 'done',
      position: {},
    })
    expect(end.outcome).toBe('applied')
    expect(end.events[0]?.data).toMatchObject({ from: 'todo', to: 'done' })
    expect([testProject.status('todo').taskCount, testProject.status('done').taskCount]).toEqual([
      0, 1,
    ])
  })

  it('a task can be moved after or before a neighbour, or to an end of its column', () => {
    const testProject = createTestProject()
    const [a, b, c] = [testProject.task(), testProject.task(), testProject.task()]
    const move = (taskId: string, position: object) =>
      testProject.send('ben', { type: 'task.move', taskId, statusId: 'todo', position })
    move(c, { after: a })
    expect(testProject.column('todo')).toEqual([a, c, b])
    move(b, { before: a })
    expect(testProject.column('todo')).toEqual([b, a, c])
    move(b, { end: 'bottom' })
    expect(testProject.column('todo')).toEqual([a, c, b])
    move(b, { end: 'top' })
    expect(testProject.column('todo')).toEqual([b, a, c])
  })

  it('moving a task to its current position changes nothing', () => {
    const testProject = createTestProject()
    const [a, b] = [testProject.task(), testProject.task()]
    const position = { after: a }
    const end = testProject.send('ben', {
      type: 'task.move',
      taskId: b,
      statusId: 'todo',
      position,
    })
    expect(end).toMatchObject({ outcome: 'unchanged', events: [] })
  })

  it('a move with an unknown status or task is rejected', () => {
    const testProject = createTestProject()
    const taskId = testProject.task()
    const move = { type: 'task.move', taskId, statusId: 'done', position: {} } as const
    expect(testProject.send('ben', { ...move, statusId: 'x' }).rejection?.field).toBe('statusId')
    expect(testProject.send('ben', { ...move, taskId: 'x' }).rejection?.field).toBe('taskId')
  })
})

describe('moving a task into another column and another swimlane', () => {
  const move = { type: 'task.move', statusId: 'done', position: {} } as const

  it('one command changes the status and the field of the swimlane', () => {
    const testProject = createTestProject()
    const taskId = testProject.task({ assignees: ['ann'] })
    const result = testProject.send('ben', {
      ...move,
      taskId,
      set: { priority: 3 },
      add: { assignees: ['ben'] },
      remove: { assignees: ['ann'] },
    })
    expect(result.events.map((event) => event.type)).toEqual(['task.edited', 'task.moved'])
    expect(testProject.taskById(taskId)).toMatchObject({
      statusId: 'done',
      priority: 3,
      assignees: ['ben'],
    })
  })

  it('a move sets the parent by the same rules as setting it alone', () => {
    const testProject = createTestProject()
    const epic = testProject.task({ taskType: 'epic' })
    const taskId = testProject.task()
    expect(testProject.send('ben', { ...move, taskId, parentId: epic }).outcome).toBe('applied')
    expect(testProject.taskById(taskId)).toMatchObject({ statusId: 'done', parentId: epic })
    const cycle = testProject.send('ben', { ...move, taskId: epic, parentId: epic })
    expect(cycle.rejection?.code).toBe('cycle')
    expect(testProject.taskById(epic).statusId).toBe('todo')
    testProject.send('ben', { ...move, taskId, statusId: 'todo', parentId: null })
    expect(testProject.taskById(taskId)).toMatchObject({ statusId: 'todo', parentId: null })
  })

  it('the whole move is a conflict when others have concurrently set another parent', () => {
    const testProject = createTestProject()
    const [epic, other] = [
      testProject.task({ taskType: 'epic' }),
      testProject.task({ taskType: 'epic' }),
    ]
    const taskId = testProject.task()
    const baseVersion = testProject.taskById(taskId).version
    testProject.send('cleo', { type: 'task.setParent', taskId, parentId: other })
    const result = testProject.send('ben', { ...move, taskId, baseVersion, parentId: epic })
    expect(result.conflict?.fields.map((each) => each.field)).toEqual(['parentId'])
    expect(testProject.taskById(taskId)).toMatchObject({ statusId: 'todo', parentId: other })
  })
})

describe('a column with a WIP limit', () => {
  const move = { type: 'task.move', statusId: 'in-progress', position: {} } as const

  it('only one of two tasks gets the last place in the column', () => {
    const testProject = createTestProject(statusesWithWipLimit(1))
    const [a, b] = [testProject.task(), testProject.task()]
    expect(testProject.send('ben', { ...move, taskId: a }).outcome).toBe('applied')
    expect(testProject.send('cleo', { ...move, taskId: b }).rejection?.code).toBe('wip-limit')
    expect(testProject.column('in-progress')).toEqual([a])
  })

  it('tasks in a full column can be reordered and moved out', () => {
    const testProject = createTestProject(statusesWithWipLimit(2))
    const [a, b] = [testProject.task(), testProject.task()]
    for (const taskId of [a, b]) testProject.send('ben', { ...move, taskId })
    testProject.send('ann', { type: 'status.edit', statusId: 'in-progress', set: { wipLimit: 1 } })
    expect(testProject.send('ben', { ...move, taskId: b, position: { before: a } }).outcome).toBe(
      'applied',
    )
    expect(testProject.column('in-progress')).toEqual([b, a])
    const out = { ...move, statusId: 'todo' }
    expect(testProject.send('ben', { ...out, taskId: b }).outcome).toBe('applied')
  })
})
