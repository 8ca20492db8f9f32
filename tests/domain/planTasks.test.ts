import { describe, expect, it } from 'vitest'
import {
  createSprintWithTasks,
  planTasks,
  projectWithRunningSprint,
  sectionTaskIds,
} from './support/sprints'
import { createTestProject } from './support/testProject'

/** Returns a project with four tasks in the backlog. */
function projectWithBacklog() {
  const testProject = createTestProject()
  const [a, b, c, d] = [
    testProject.task(),
    testProject.task(),
    testProject.task(),
    testProject.task(),
  ]
  return { testProject, a, b, c, d }
}

describe('planning tasks', () => {
  it('a task can be placed after or before another, or at an end', () => {
    const { testProject, a, b, c, d } = projectWithBacklog()
    planTasks(testProject, 'ben', [d], null, { after: a })
    expect(sectionTaskIds(testProject, null)).toEqual([a, d, b, c])
    planTasks(testProject, 'ben', [c], null, { before: d })
    expect(sectionTaskIds(testProject, null)).toEqual([a, c, d, b])
    planTasks(testProject, 'ben', [b], null, { end: 'top' })
    expect(sectionTaskIds(testProject, null)).toEqual([b, a, c, d])
    planTasks(testProject, 'ben', [b], null, { end: 'bottom' })
    expect(sectionTaskIds(testProject, null)).toEqual([a, c, d, b])
  })

  it('a command that names a task twice is rejected', () => {
    const { testProject, a, b } = projectWithBacklog()
    const end = planTasks(testProject, 'ben', [b, a, b], null)
    expect(end.rejection).toMatchObject({ code: 'invalid', field: 'tasks' })
  })

  it('several tasks are placed in the given order', () => {
    const { testProject, a, b, c, d } = projectWithBacklog()
    const end = planTasks(testProject, 'ben', [d, b], null, { end: 'top' })
    expect(sectionTaskIds(testProject, null)).toEqual([d, b, a, c])
    expect(end.taskResults).toMatchObject([
      { taskId: d, outcome: 'applied' },
      { taskId: b, outcome: 'applied' },
    ])
  })

  it('a new task is ranked after all others', () => {
    const { testProject, a, b, c, d } = projectWithBacklog()
    planTasks(testProject, 'ben', [a], null, { end: 'bottom' })
    const late = testProject.task()
    expect(sectionTaskIds(testProject, null)).toEqual([b, c, d, a, late])
  })

  it('planning a task at its current position changes nothing', () => {
    const { testProject, a, b } = projectWithBacklog()
    expect(planTasks(testProject, 'ben', [b], null, { after: a })).toMatchObject({
      outcome: 'unchanged',
      events: [],
      taskResults: [{ taskId: b, outcome: 'unchanged' }],
    })
  })

  it('only stories, tasks and bugs can be planned', () => {
    const testProject = projectWithRunningSprint()
    const epic = testProject.task({ taskType: 'epic' })
    const subtask = testProject.task({ taskType: 'subtask', parentId: testProject.task() })
    const bug = testProject.task({ taskType: 'bug' })
    expect(planTasks(testProject, 'ben', [epic], 'two').rejection?.message).toContain('epic')
    const end = planTasks(testProject, 'ben', [epic, subtask, bug], 'two')
    expect(end.taskResults?.map((each) => each.outcome)).toEqual(['skipped', 'skipped', 'applied'])
    expect(sectionTaskIds(testProject, 'two')).toEqual([bug])
  })
})

describe('concurrent changes of the backlog order', () => {
  it('both changes apply, next to the nearest remaining neighbours', () => {
    const { testProject, a, b, c, d } = projectWithBacklog()
    const seen = (taskId: string) => [{ taskId, baseVersion: testProject.taskById(taskId).version }]
    const [first, second] = [seen(b), seen(d)]
    // Ben moves `b`, which Cleo has as a neighbour of her move.
    testProject.send('ben', {
      type: 'task.plan',
      tasks: first,
      sprintId: null,
      position: { end: 'bottom' },
    })
    const position = { after: b, before: c }
    const end = testProject.send('cleo', {
      type: 'task.plan',
      tasks: second,
      sprintId: null,
      position,
    })
    expect(end.outcome).toBe('applied')
    expect(sectionTaskIds(testProject, null)).toEqual([a, c, b, d])
  })

  it('the other neighbour is used when the first has moved to a sprint', () => {
    const { testProject, a, b, c, d } = projectWithBacklog()
    createSprintWithTasks(testProject, 'one', 0)
    planTasks(testProject, 'ben', [b], 'one')
    planTasks(testProject, 'cleo', [d], null, { after: b, before: c })
    expect(sectionTaskIds(testProject, null)).toEqual([a, d, c])
  })
})

describe('concurrent planning of the same task', () => {
  const both = () => {
    const testProject = projectWithRunningSprint()
    const taskId = testProject.task()
    const tasks = [{ taskId, baseVersion: testProject.taskById(taskId).version }]
    const to = (sprintId: string | null) =>
      ({ type: 'task.plan', tasks, sprintId, position: {} }) as const
    return { testProject, taskId, to }
  }

  it('planning the task in the same sprint is not a conflict', () => {
    const { testProject, taskId, to } = both()
    testProject.send('ben', to('two'))
    expect(testProject.send('cleo', to('two')).outcome).not.toBe('conflict')
    expect(testProject.taskById(taskId).sprintId).toBe('two')
  })

  it('planning the task in different sprints is a conflict, and mine can be applied', () => {
    const { testProject, taskId, to } = both()
    testProject.send('ben', to('two'))
    const end = testProject.send('cleo', to('one'))
    const clash = { field: 'sprint', base: null, theirs: 'two', mine: 'one', by: 'ben' }
    expect(end.conflict).toMatchObject({ reason: 'changed', taskId, fields: [clash] })
    const conflictId = end.conflict?.id ?? ''
    testProject.send('cleo', { type: 'conflict.resolve', conflictId, choice: 'mine' })
    expect(testProject.taskById(taskId).sprintId).toBe('one')
  })

  it('the task stays in its new sprint when the second command only re-ranked it', () => {
    const { testProject, taskId, to } = both()
    testProject.send('ben', to('two'))
    expect(testProject.send('cleo', to(null)).outcome).toBe('unchanged')
    expect(testProject.taskById(taskId).sprintId).toBe('two')
  })

  it('a command about several tasks skips the one that was planned concurrently', () => {
    const { testProject, taskId, to } = both()
    const other = testProject.task()
    const tasks = [...to('one').tasks, { taskId: other, baseVersion: 1 }]
    testProject.send('ben', to('two'))
    const end = testProject.send('cleo', { ...to('one'), tasks })
    expect(end.taskResults).toMatchObject([{ taskId, outcome: 'skipped' }, { outcome: 'applied' }])
    expect([testProject.taskById(taskId).sprintId, testProject.taskById(other).sprintId]).toEqual([
      'two',
      'one',
    ])
  })
})

describe('planning in a sprint that is closed', () => {
  it.each([
    ['completed', 'one', { type: 'sprint.complete', sprintId: 'one', defaultDestination: null }],
    ['deleted', 'two', { type: 'sprint.remove', sprintId: 'two' }],
  ] as const)(
    'planning in a concurrently %s sprint is a conflict that another sprint resolves',
    (_, id, end) => {
      const testProject = projectWithRunningSprint()
      createSprintWithTasks(testProject, 'three', 0)
      const taskId = testProject.task()
      const tasks = [{ taskId, baseVersion: 1 }]
      testProject.send('ann', end)
      const drag = { type: 'task.plan', tasks, sprintId: id, position: {} } as const
      const { conflict } = testProject.send('ben', drag)
      expect(conflict).toMatchObject({ reason: 'sprint-closed', taskId, fields: [] })
      const edit = { ...drag, sprintId: 'three' }
      const decided = { type: 'conflict.resolve', conflictId: conflict?.id ?? '', edit } as const
      const settled = testProject.send('ben', { ...decided, choice: 'edited' })
      expect(settled.events.map((e) => e.type)).toEqual(['task.planned', 'conflict.resolved'])
      expect(testProject.taskById(taskId).sprintId).toBe('three')
    },
  )

  it('planning several tasks in a closed sprint is rejected, and the message names it', () => {
    const testProject = projectWithRunningSprint()
    const ids = [testProject.task(), testProject.task()]
    testProject.send('ann', { type: 'sprint.complete', sprintId: 'one', defaultDestination: null })
    const end = planTasks(testProject, 'ben', ids, 'one')
    expect(end.rejection).toMatchObject({ code: 'sprint-closed' })
    expect(end.rejection?.message).toContain('one is completed')
  })

  it('a reopened task of a completed sprint can be planned again', () => {
    const testProject = projectWithRunningSprint()
    const [a = ''] = sectionTaskIds(testProject, 'one')
    testProject.send('ben', { type: 'task.move', taskId: a, statusId: 'done', position: {} })
    testProject.send('ben', { type: 'sprint.complete', sprintId: 'one', defaultDestination: null })
    testProject.send('ben', { type: 'task.move', taskId: a, statusId: 'todo', position: {} })
    const [other, last] = [testProject.task(), testProject.task()]
    planTasks(testProject, 'ben', [last], null, { before: a })
    planTasks(testProject, 'ben', [a], null, { after: other })
    expect(sectionTaskIds(testProject, null)).toEqual([
      last,
      ...sectionTaskIds(testProject, null).slice(1),
    ])
    expect(sectionTaskIds(testProject, null).slice(-2)).toEqual([other, a])
    expect(planTasks(testProject, 'ben', [a], 'two').outcome).toBe('applied')
  })
})
