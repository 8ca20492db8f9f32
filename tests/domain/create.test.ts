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
  it('takes the next number, trims the title and sorts what is a set', () => {
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

  it('puts it where the person wants it', () => {
    const testProject = createTestProject()
    const [a, b] = [testProject.task(), testProject.task()]
    testProject.send('ben', { ...createCommand, taskId: 'top', position: { end: 'top' } })
    testProject.send('ben', { ...createCommand, taskId: 'middle', position: { after: a } })
    testProject.send('ben', { ...createCommand, taskId: 'last', position: { end: 'bottom' } })
    expect(testProject.column('todo')).toEqual(['top', a, 'middle', b, 'last'])
  })

  it.each([
    ['a title of nothing but spaces', { title: '  ' }, 'invalid', 'title'],
    ['a status that never was', { statusId: 'nowhere' }, 'not-found', 'statusId'],
    ['a stranger as assignee', { assignees: ['ben', 'zoe'] }, 'not-found', 'assignees'],
  ])('refuses %s, leaving nothing', (_, wrong, code, field) => {
    const testProject = createTestProject()
    const end = testProject.send('ben', { ...createCommand, ...wrong })
    expect(end).toMatchObject({ outcome: 'rejected', events: [], rejection: { code, field } })
  })

  it('refuses an id that another task has', () => {
    const testProject = createTestProject()
    testProject.task({ taskId: 't' })
    expect(testProject.send('ben', createCommand).rejection?.code).toBe('id-taken')
  })

  it('refuses a column that is full, and takes the last place before that', () => {
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
