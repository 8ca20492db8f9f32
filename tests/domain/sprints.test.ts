import { describe, expect, it } from 'vitest'
import {
  createSprintWithTasks,
  DATES,
  planTasks,
  projectWithRunningSprint,
  sectionTaskIds,
  sprintById,
} from './support/sprints'
import { createTestProject } from './support/testProject'

describe('starting a sprint', () => {
  it('the start stores the commitment, which later changes do not alter', () => {
    const testProject = createTestProject()
    const [a = '', b = ''] = createSprintWithTasks(testProject, 'one', 2)
    testProject.send('ann', { type: 'task.edit', taskId: a, set: { estimate: 3 } })
    const end = testProject.send('ben', { type: 'sprint.start', sprintId: 'one', ...DATES })
    const scope = [
      { taskId: a, estimate: 3 },
      { taskId: b, estimate: null },
    ]
    expect(end.events.map((e) => e.data)).toMatchObject([{ sprintId: 'one', scope }])
    expect(sprintById(testProject, 'one')).toMatchObject({ state: 'active', ...DATES })

    testProject.send('ann', { type: 'task.edit', taskId: a, set: { estimate: 8 } })
    planTasks(testProject, 'ann', [b], null)
    expect(testProject.events.find((e) => e.type === 'sprint.started')?.data).toMatchObject({
      scope,
    })
  })

  it('a sprint without an active task cannot be started', () => {
    const testProject = createTestProject()
    const [a = ''] = createSprintWithTasks(testProject, 'one', 1)
    testProject.send('ann', { type: 'task.archive', taskId: a })
    const end = testProject.send('ben', { type: 'sprint.start', sprintId: 'one', ...DATES })
    expect(end.rejection?.code).toBe('sprint-empty')
  })

  it('an end before the start is rejected', () => {
    const testProject = createTestProject()
    createSprintWithTasks(testProject, 'one', 1)
    const dates = { startDate: DATES.endDate, endDate: DATES.startDate }
    const end = testProject.send('ben', { type: 'sprint.start', sprintId: 'one', ...dates })
    expect(end.rejection).toMatchObject({ code: 'invalid', field: 'endDate' })
  })

  it('starting a second sprint is rejected and names the active one, unless parallel sprints are allowed', () => {
    const testProject = projectWithRunningSprint()
    const [task = ''] = sectionTaskIds(testProject, 'one')
    planTasks(testProject, 'ann', [task], 'two')
    const start = { type: 'sprint.start', sprintId: 'two', ...DATES } as const
    const end = testProject.send('ben', start)
    expect(end.rejection).toMatchObject({ code: 'sprint-running' })
    expect(end.rejection?.message).toContain('one is running')
    testProject.send('ann', { type: 'project.setParallelSprints', parallel: true })
    expect(testProject.send('ben', start).outcome).toBe('applied')
  })
})

describe('concurrent starts of the same sprint', () => {
  const start = { type: 'sprint.start', sprintId: 'one', ...DATES } as const

  it('a second start with the same dates changes nothing', () => {
    const testProject = createTestProject()
    createSprintWithTasks(testProject, 'one', 1)
    const baseVersion = testProject.project.version
    testProject.send('ben', { ...start, baseVersion })
    expect(testProject.send('cleo', { ...start, baseVersion }).outcome).toBe('unchanged')
  })

  it('different dates conflict, and the second person can apply their own', () => {
    const testProject = createTestProject()
    createSprintWithTasks(testProject, 'one', 1)
    const baseVersion = testProject.project.version
    testProject.send('ben', { ...start, baseVersion })
    const end = testProject.send('cleo', { ...start, baseVersion, endDate: '2031-02-21' })
    const clash = { base: null, theirs: DATES.endDate, mine: '2031-02-21', by: 'ben' }
    expect(end.conflict).toMatchObject({ reason: 'changed', fields: [clash] })
    const conflictId = end.conflict?.id ?? ''
    const choice = { type: 'conflict.resolve', conflictId, choice: 'mine' } as const
    expect(testProject.send('cleo', choice).outcome).toBe('applied')
    expect(sprintById(testProject, 'one')).toMatchObject({ state: 'active', endDate: '2031-02-21' })
  })

  it('different dates conflict also when the first start kept the planned dates', () => {
    const testProject = createTestProject()
    createSprintWithTasks(testProject, 'one', 1)
    testProject.send('ann', { type: 'sprint.edit', sprintId: 'one', set: DATES })
    const baseVersion = testProject.project.version
    testProject.send('ben', { ...start, baseVersion })
    const end = testProject.send('cleo', { ...start, baseVersion, endDate: '2031-02-21' })
    expect(end.conflict?.fields).toMatchObject([{ theirs: DATES.endDate, mine: '2031-02-21' }])
  })
})

describe('completing a sprint', () => {
  it('unfinished tasks move to their destinations, and done tasks stay', () => {
    const testProject = projectWithRunningSprint()
    const [a = '', b = '', c = ''] = sectionTaskIds(testProject, 'one')
    testProject.send('ben', { type: 'task.move', taskId: a, statusId: 'done', position: {} })
    const destinations = [{ taskId: b, to: 'two' }]
    const end = testProject.send('ben', {
      type: 'sprint.complete',
      sprintId: 'one',
      defaultDestination: null,
      destinations,
    })
    expect(end.events[0]?.data).toMatchObject({
      done: [{ taskId: a }],
      notDone: [
        { taskId: b, to: 'two' },
        { taskId: c, to: null },
      ],
    })
    expect(sprintById(testProject, 'one').state).toBe('closed')
    expect([
      sectionTaskIds(testProject, 'one'),
      sectionTaskIds(testProject, 'two'),
      sectionTaskIds(testProject, null),
    ]).toEqual([[a], [b], [c]])
  })

  it('unfinished tasks can move to a new sprint', () => {
    const testProject = projectWithRunningSprint()
    const newSprint = { sprintId: 'three', name: 'Three' }
    testProject.send('ben', {
      type: 'sprint.complete',
      sprintId: 'one',
      defaultDestination: 'three',
      newSprint,
    })
    expect(sprintById(testProject, 'three')).toMatchObject({ name: 'Three', state: 'planned' })
    expect(sectionTaskIds(testProject, 'three')).toHaveLength(3)
  })

  it('tasks that were added concurrently are moved too', () => {
    const testProject = projectWithRunningSprint()
    const baseVersion = testProject.project.version
    const late = testProject.task()
    planTasks(testProject, 'cleo', [late], 'one')
    testProject.send('ben', {
      type: 'sprint.complete',
      baseVersion,
      sprintId: 'one',
      defaultDestination: 'two',
    })
    expect(sectionTaskIds(testProject, 'two')).toContain(late)
  })

  it('the sprint itself and an unknown sprint are rejected as destinations', () => {
    const testProject = projectWithRunningSprint()
    const complete = { type: 'sprint.complete', sprintId: 'one' } as const
    expect(
      testProject.send('ben', { ...complete, defaultDestination: 'one' }).rejection?.code,
    ).toBe('sprint-closed')
    expect(
      testProject.send('ben', { ...complete, defaultDestination: 'none' }).rejection?.code,
    ).toBe('not-found')
    expect(sprintById(testProject, 'one').state).toBe('active')
  })

  it('a sprint that is not active cannot be completed', () => {
    const testProject = projectWithRunningSprint()
    const end = testProject.send('ben', {
      type: 'sprint.complete',
      sprintId: 'two',
      defaultDestination: null,
    })
    expect(end.rejection?.code).toBe('invalid')
  })
})

describe('concurrent completions of the same sprint', () => {
  const both = (mine: object, theirs: object) => {
    const testProject = projectWithRunningSprint()
    const baseVersion = testProject.project.version
    const complete = {
      type: 'sprint.complete',
      sprintId: 'one',
      defaultDestination: null,
      baseVersion,
    } as const
    testProject.send('ben', { ...complete, ...theirs })
    return testProject.send('cleo', { ...complete, ...mine })
  }

  it('a second completion with the same destinations changes nothing', () => {
    expect(both({}, {})).toMatchObject({ outcome: 'unchanged', events: [] })
    const create = (sprintId: string) => ({
      defaultDestination: sprintId,
      newSprint: { sprintId, name: 'Three' },
    })
    expect(both(create('x'), create('y')).outcome).toBe('unchanged')
  })

  it('a second completion with other destinations is a conflict', () => {
    const end = both({ defaultDestination: 'two' }, {})
    expect(end).toMatchObject({ outcome: 'conflict', conflict: { reason: 'sprint-closed' } })
  })
})

describe('a completed sprint', () => {
  const completed = () => {
    const testProject = projectWithRunningSprint()
    const baseVersion = testProject.project.version
    testProject.send('ann', { type: 'sprint.complete', sprintId: 'one', defaultDestination: null })
    return { testProject, baseVersion }
  }

  it('an edit based on the state before the completion is a conflict, and one after it is rejected', () => {
    const { testProject, baseVersion } = completed()
    const edit = { type: 'sprint.edit', sprintId: 'one', set: { name: 'New' } } as const
    expect(testProject.send('ben', { ...edit, baseVersion }).conflict?.reason).toBe('sprint-closed')
    expect(testProject.send('ben', edit).rejection?.code).toBe('sprint-closed')
  })

  it('a completed sprint can be reopened without the tasks that have left it', () => {
    const { testProject } = completed()
    testProject.send('ben', { type: 'sprint.reopen', sprintId: 'one' })
    expect(sprintById(testProject, 'one')).toMatchObject({ state: 'active', completedAt: null })
    expect(sectionTaskIds(testProject, 'one')).toEqual([])
    expect(testProject.send('ben', { type: 'sprint.reopen', sprintId: 'one' }).outcome).toBe(
      'unchanged',
    )
  })

  it('a completed sprint cannot be reopened while another is active', () => {
    const { testProject } = completed()
    planTasks(testProject, 'ann', [testProject.task()], 'two')
    testProject.send('ann', { type: 'sprint.start', sprintId: 'two', ...DATES })
    const end = testProject.send('ben', { type: 'sprint.reopen', sprintId: 'one' })
    expect(end.rejection?.message).toContain('two is running')
  })
})

describe('deleting a sprint', () => {
  it('all tasks of a deleted sprint return to the backlog, including archived ones', () => {
    const testProject = createTestProject()
    const [a = '', b = ''] = createSprintWithTasks(testProject, 'one', 2)
    testProject.send('ann', { type: 'task.archive', taskId: b })
    testProject.send('ben', { type: 'sprint.remove', sprintId: 'one' })
    expect(sectionTaskIds(testProject, null)).toEqual([a, b])
    expect(sprintById(testProject, 'one').removedAt).not.toBeNull()
    expect(testProject.send('ben', { type: 'sprint.remove', sprintId: 'one' }).outcome).toBe(
      'unchanged',
    )
  })

  it('an active sprint cannot be deleted', () => {
    const end = projectWithRunningSprint().send('ben', { type: 'sprint.remove', sprintId: 'one' })
    expect(end.rejection?.code).toBe('invalid')
  })
})
