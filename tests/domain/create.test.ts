import { describe, expect, it } from 'vitest'
import { createTestProject, statusesWithWipLimit } from './support/testProject'

const createCommand = {
  type: 'task.create',
  taskId: 't',
  taskType: 'bug',
  title: ' Logger fails ',
  statusId: 'todo',
  position: {},
} as const

describe('creating a task', () => {
  it('a new task gets the next number, a trimmed title and sorted sets', () => {
    const testProject = createTestProject()
    testProject.task()
    const end = testProject.send('ben', {
      ...createCommand,
      labels: ['ui', 'api', 'ui'],
      assignees: ['cleo'],
    })
    expect(end.outcome).toBe('applied')
    expect(testProject.taskById('t')).toMatchObject({
      number: 2,
      title: 'Logger fails',
      type: 'bug',
      labels: ['api', 'ui'],
      assignees: ['cleo'],
      reporter: 'ben',
      version: 1,
      commentCount: 0,
      archivedAt: null,
    })
    expect(testProject.status('todo').taskCount).toBe(2)
    expect(testProject.project.nextNumber).toBe(3)
  })

  it('a new task gets the requested position', () => {
    const testProject = createTestProject()
    const [a, b] = [testProject.task(), testProject.task()]
    testProject.send('ben', { ...createCommand, taskId: 'top', position: { end: 'top' } })
    testProject.send('ben', { ...createCommand, taskId: 'middle', position: { after: a } })
    testProject.send('ben', { ...createCommand, taskId: 'last', position: { end: 'bottom' } })
    expect(testProject.column('todo')).toEqual(['top', a, 'middle', b, 'last'])
  })

  it.each([
    ['a title of spaces only', { title: '  ' }, 'invalid', 'title'],
    ['an unknown status', { statusId: 'nowhere' }, 'not-found', 'statusId'],
    ['an assignee who is not a member', { assignees: ['ben', 'zoe'] }, 'not-found', 'assignees'],
  ])('a task with %s is rejected, and no event is written', (_, wrong, code, field) => {
    const testProject = createTestProject()
    const end = testProject.send('ben', { ...createCommand, ...wrong })
    expect(end).toMatchObject({ outcome: 'rejected', events: [], rejection: { code, field } })
  })

  it('an id that another task has is rejected', () => {
    const testProject = createTestProject()
    testProject.task({ taskId: 't' })
    expect(testProject.send('ben', createCommand).rejection?.code).toBe('id-taken')
  })

  it('a new task can take the last place of a column, and the next one is rejected', () => {
    const testProject = createTestProject(statusesWithWipLimit(1))
    expect(testProject.send('ben', { ...createCommand, statusId: 'in-progress' }).outcome).toBe(
      'applied',
    )
    const end = testProject.send('ben', { ...createCommand, taskId: 'u', statusId: 'in-progress' })
    expect(end.rejection).toEqual({
      code: 'wip-limit',
      field: 'statusId',
      message: 'In progress is full (1 of 1). Move a task out first.',
    })
  })
})
