import { describe, expect, it } from 'vitest'
import { given, limited } from './support/given'

const create = {
  type: 'task.create',
  taskId: 't',
  taskType: 'bug',
  title: ' Logger fails ',
  statusId: 'todo',
  place: {},
} as const

describe('creating a task', () => {
  it('takes the next number, trims the title and sorts what is a set', () => {
    const world = given()
    world.task()
    const end = world.send('ben', { ...create, labels: ['ui', 'api', 'ui'], assignees: ['cleo'] })
    expect(end.outcome).toBe('applied')
    expect(world.at('t')).toMatchObject({
      number: 2,
      title: 'Logger fails',
      type: 'bug',
      labels: ['api', 'ui'],
      assignees: ['cleo'],
      reporter: 'ben',
      version: 1,
      comments: 0,
      archivedAt: null,
    })
    expect(world.status('todo').taskCount).toBe(2)
    expect(world.project.nextNumber).toBe(3)
  })

  it('puts it where the person wants it', () => {
    const world = given()
    const [a, b] = [world.task(), world.task()]
    world.send('ben', { ...create, taskId: 'top', place: { end: 'top' } })
    world.send('ben', { ...create, taskId: 'middle', place: { after: a } })
    world.send('ben', { ...create, taskId: 'last', place: { end: 'bottom' } })
    expect(world.column('todo')).toEqual(['top', a, 'middle', b, 'last'])
  })

  it.each([
    ['a title of nothing but spaces', { title: '  ' }, 'invalid', 'title'],
    ['a status that never was', { statusId: 'nowhere' }, 'not-found', 'statusId'],
    ['a stranger as assignee', { assignees: ['ben', 'zoe'] }, 'not-found', 'assignees'],
  ])('refuses %s, leaving nothing', (_, wrong, code, field) => {
    const world = given()
    const end = world.send('ben', { ...create, ...wrong })
    expect(end).toMatchObject({ outcome: 'refused', events: [], refusal: { code, field } })
  })

  it('refuses an id that another task has', () => {
    const world = given()
    world.task({ taskId: 't' })
    expect(world.send('ben', create).refusal?.code).toBe('id-taken')
  })

  it('refuses a column that is full, and takes the last place before that', () => {
    const world = given(limited(1))
    expect(world.send('ben', { ...create, statusId: 'in-progress' }).outcome).toBe('applied')
    const end = world.send('ben', { ...create, taskId: 'u', statusId: 'in-progress' })
    expect(end.refusal).toEqual({
      code: 'wip-limit',
      field: 'statusId',
      message: 'In progress is full (1 of 1). Move a task out first.',
    })
  })
})
