import { describe, expect, it } from 'vitest'
import type { Id, TaskType } from '@/domain/kernel/primitives'
import { planTasks } from './support/sprints'
import { createTestProject, type TestProject } from './support/testProject'

const setParent = (
  testProject: TestProject,
  taskId: Id,
  parentId: Id | null,
  baseVersion?: number,
) =>
  testProject.send('ben', {
    type: 'task.setParent',
    taskId,
    parentId,
    ...(baseVersion && { baseVersion }),
  })
const createTaskOfType = (testProject: TestProject, taskType: TaskType, parentId?: Id) =>
  testProject.task({ taskType, parentId })

describe('the parent of a task', () => {
  it('a parent can be set, changed and removed', () => {
    const testProject = createTestProject()
    const [epic, other, task] = [
      createTaskOfType(testProject, 'epic'),
      createTaskOfType(testProject, 'epic'),
      testProject.task(),
    ]
    expect(setParent(testProject, task, epic).events[0]?.data).toEqual({
      set: { parentId: { from: null, to: epic } },
    })
    setParent(testProject, task, other)
    expect(testProject.taskById(task)).toMatchObject({ parentId: other, version: 3 })
    setParent(testProject, task, null)
    expect(testProject.taskById(task).parentId).toBeNull()
    expect(setParent(testProject, task, null).outcome).toBe('unchanged')
  })

  it.each([
    ['epic', 'epic', true],
    ['story', 'epic', true],
    ['bug', 'story', true],
    ['task', 'task', true],
    ['subtask', 'bug', true],
    ['subtask', 'epic', false],
    ['epic', 'story', false],
  ] as const)('a task of type %s can have a parent of type %s: %s', (type, above, fits) => {
    const testProject = createTestProject()
    const home = testProject.task()
    const parent = createTaskOfType(testProject, above)
    const task = createTaskOfType(testProject, type, type === 'subtask' ? home : undefined)
    const end = setParent(testProject, task, parent)
    expect(end.outcome).toBe(fits ? 'applied' : 'rejected')
    if (!fits) expect(end.rejection?.code).toBe('hierarchy')
  })

  it('a subtask cannot be a parent, and cannot be without one', () => {
    const testProject = createTestProject()
    const sub = createTaskOfType(testProject, 'subtask', testProject.task())
    expect(setParent(testProject, testProject.task(), sub).rejection?.code).toBe('hierarchy')
    expect(setParent(testProject, sub, null).rejection).toMatchObject({
      code: 'hierarchy',
      field: 'parentId',
    })
    expect(setParent(testProject, sub, 'nowhere').rejection?.code).toBe('not-found')
    const orphan = { type: 'task.create', taskId: 'o', taskType: 'subtask', title: 'O' } as const
    const end = testProject.send('ben', { ...orphan, statusId: 'todo', position: {} })
    expect(end.rejection?.code).toBe('hierarchy')
  })

  it('a parent that would close a cycle is rejected', () => {
    const testProject = createTestProject()
    const [a, b, c] = [testProject.task(), testProject.task(), testProject.task()]
    setParent(testProject, b, a)
    setParent(testProject, c, b)
    expect(setParent(testProject, a, c).rejection?.code).toBe('cycle')
    expect(setParent(testProject, a, a).rejection?.code).toBe('cycle')
  })

  it('setting different parents concurrently is a conflict', () => {
    const testProject = createTestProject()
    const [a, b, taskId] = [testProject.task(), testProject.task(), testProject.task()]
    testProject.send('cleo', { type: 'task.setParent', taskId, parentId: a })
    const end = setParent(testProject, taskId, b, 1)
    expect(end.conflict?.fields).toMatchObject([
      { field: 'parentId', base: null, theirs: a, mine: b },
    ])
    testProject.send('ben', {
      type: 'conflict.resolve',
      conflictId: end.conflict?.id ?? '',
      choice: 'mine',
    })
    expect(testProject.taskById(taskId).parentId).toBe(b)
  })

  it('an archived task is rejected as a parent', () => {
    const testProject = createTestProject()
    const [parent, task] = [testProject.task(), testProject.task()]
    testProject.send('ben', { type: 'task.archive', taskId: parent })
    expect(setParent(testProject, task, parent).rejection?.code).toBe('archived')
  })
})

describe('the type of a task', () => {
  const become = (testProject: TestProject, taskId: Id, type: TaskType) =>
    testProject.send('ben', { type: 'task.edit', taskId, set: { type } })

  it('a type that does not fit the parent is rejected', () => {
    const testProject = createTestProject()
    const task = createTaskOfType(testProject, 'task', createTaskOfType(testProject, 'epic'))
    expect(become(testProject, task, 'subtask').rejection).toMatchObject({
      code: 'hierarchy',
      field: 'type',
    })
    expect(become(testProject, task, 'epic').outcome).toBe('applied')
    expect(become(testProject, testProject.task(), 'subtask').rejection?.code).toBe('hierarchy')
  })

  it('a type that does not fit the children is rejected', () => {
    const testProject = createTestProject()
    const story = createTaskOfType(testProject, 'story')
    const sub = createTaskOfType(testProject, 'subtask', story)
    expect(become(testProject, story, 'epic').rejection?.code).toBe('hierarchy')
    setParent(testProject, sub, testProject.task())
    expect(become(testProject, story, 'epic').outcome).toBe('applied')
  })

  it('a planned task becomes an epic only after it was removed from its sprint', () => {
    const testProject = createTestProject()
    const task = createTaskOfType(testProject, 'story', createTaskOfType(testProject, 'epic'))
    testProject.send('ann', { type: 'sprint.create', sprintId: 's', name: 'One' })
    planTasks(testProject, 'ann', [task], 's')
    expect(become(testProject, task, 'epic').rejection).toEqual({
      code: 'invalid',
      message: 'An epic is not planned in a sprint. Remove the task from its sprint first.',
      field: 'type',
    })
    expect(become(testProject, task, 'bug').outcome).toBe('applied')
    planTasks(testProject, 'ann', [task], null)
    expect(become(testProject, task, 'epic').outcome).toBe('applied')
  })
})
