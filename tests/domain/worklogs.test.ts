import { describe, expect, it } from 'vitest'
import type { CommandOf } from '@/domain/commands'
import { createTestProject, required, type TestProject } from './support/testProject'

const at = '2031-01-05T10:00:00.000Z'
let made = 0

function addWorklog(
  testProject: TestProject,
  who: string,
  taskId: string,
  how: Partial<CommandOf<'worklog.add'>>,
) {
  const worklogId = `worklog-${++made}`
  const base = { seconds: 3_600, startedAt: at, note: '', remaining: 'auto' } as const
  const end = testProject.send(who, { type: 'worklog.add', taskId, worklogId, ...base, ...how })
  return { ...end, worklogId }
}

/** Returns a project with a task of 10,000 remaining seconds. */
function projectWithEstimate() {
  const testProject = createTestProject()
  const taskId = testProject.task()
  testProject.send('ann', { type: 'task.edit', taskId, set: { originalEstimate: 10_000 } })
  return { testProject, taskId }
}

describe('estimates of time', () => {
  it('the first original estimate becomes the remaining estimate in the same event', () => {
    const { testProject, taskId } = projectWithEstimate()
    expect(testProject.taskById(taskId)).toMatchObject({
      originalEstimate: 10_000,
      remainingEstimate: 10_000,
    })
    expect(testProject.events.at(-1)?.data).toEqual({
      set: {
        originalEstimate: { from: null, to: 10_000 },
        remainingEstimate: { from: null, to: 10_000 },
      },
    })
    testProject.send('ann', { type: 'task.edit', taskId, set: { originalEstimate: 20_000 } })
    expect(testProject.taskById(taskId).remainingEstimate).toBe(10_000)
  })

  it('concurrent changes of the original estimate conflict', () => {
    const { testProject, taskId } = projectWithEstimate()
    const { version } = testProject.taskById(taskId)
    const edit = { type: 'task.edit', taskId, baseVersion: version } as const
    testProject.send('ben', { ...edit, set: { originalEstimate: 1 } })
    const { conflict } = testProject.send('cleo', { ...edit, set: { originalEstimate: 2 } })
    expect(conflict?.fields).toMatchObject([{ field: 'originalEstimate', theirs: 1, mine: 2 }])
  })

  it('concurrent changes of the remaining estimate are added up', () => {
    const { testProject, taskId } = projectWithEstimate()
    const { version } = testProject.taskById(taskId)
    const edit = { type: 'task.edit', taskId, baseVersion: version } as const
    testProject.send('ben', { ...edit, set: { remainingEstimate: 8_000 } })
    const end = testProject.send('cleo', { ...edit, set: { remainingEstimate: 7_000 } })
    expect(end.outcome).toBe('merged')
    expect(testProject.taskById(taskId).remainingEstimate).toBe(5_000)
    testProject.send('ben', { ...edit, set: { remainingEstimate: 0 } })
    expect(testProject.taskById(taskId).remainingEstimate).toBe(0)
  })

  it('an own earlier change of the remaining estimate counts once', () => {
    const { testProject, taskId } = projectWithEstimate()
    const { version } = testProject.taskById(taskId)
    const edit = { type: 'task.edit', taskId, baseVersion: version } as const
    testProject.send('ben', { ...edit, set: { remainingEstimate: 9_000 } })
    testProject.send('cleo', { ...edit, set: { remainingEstimate: 12_000 } })
    testProject.send('cleo', { ...edit, set: { remainingEstimate: 13_000 } })
    expect(testProject.taskById(taskId).remainingEstimate).toBe(12_000)
  })

  it('concurrent first remaining estimates conflict', () => {
    const testProject = createTestProject()
    const taskId = testProject.task()
    const edit = { type: 'task.edit', taskId, baseVersion: 1 } as const
    testProject.send('ben', { ...edit, set: { remainingEstimate: 100 } })
    const end = testProject.send('cleo', { ...edit, set: { remainingEstimate: 200 } })
    expect(end.outcome).toBe('conflict')
    expect(testProject.taskById(taskId).remainingEstimate).toBe(100)
  })
})

describe('logging time', () => {
  it('concurrent worklogs both count', () => {
    const { testProject, taskId } = projectWithEstimate()
    const { version } = testProject.taskById(taskId)
    addWorklog(testProject, 'ben', taskId, { baseVersion: version, seconds: 1_000 })
    const end = addWorklog(testProject, 'cleo', taskId, { baseVersion: version, seconds: 2_000 })
    expect(end.outcome).toBe('merged')
    expect(testProject.taskById(taskId)).toMatchObject({
      timeSpent: 3_000,
      remainingEstimate: 7_000,
    })
  })

  it('a worklog can keep, set or reduce the remaining estimate', () => {
    const { testProject, taskId } = projectWithEstimate()
    addWorklog(testProject, 'ben', taskId, { remaining: 'keep' })
    expect(testProject.taskById(taskId).remainingEstimate).toBe(10_000)
    addWorklog(testProject, 'ben', taskId, { remaining: { by: 4_000 } })
    expect(testProject.taskById(taskId).remainingEstimate).toBe(6_000)
    addWorklog(testProject, 'ben', taskId, { remaining: { set: 9_000 } })
    expect(testProject.taskById(taskId)).toMatchObject({
      remainingEstimate: 9_000,
      timeSpent: 3 * 3_600,
    })
  })

  it('the remaining estimate never falls below zero, and only the deducted time is restored', () => {
    const { testProject, taskId } = projectWithEstimate()
    const { worklogId } = addWorklog(testProject, 'ben', taskId, { seconds: 12_000 })
    expect(testProject.taskById(taskId).remainingEstimate).toBe(0)
    const on = { taskId, worklogId }
    testProject.send('ben', { type: 'worklog.edit', ...on, set: { seconds: 11_000 } })
    expect(testProject.taskById(taskId)).toMatchObject({ remainingEstimate: 0, timeSpent: 11_000 })
    testProject.send('ben', { type: 'worklog.edit', ...on, set: { seconds: 4_000 } })
    expect(testProject.taskById(taskId)).toMatchObject({
      remainingEstimate: 6_000,
      timeSpent: 4_000,
    })
    testProject.send('ben', { type: 'worklog.edit', ...on, set: { seconds: 5_000, note: 'More' } })
    expect(testProject.taskById(taskId)).toMatchObject({
      remainingEstimate: 5_000,
      timeSpent: 5_000,
    })
    testProject.send('ben', { type: 'worklog.delete', ...on })
    expect(testProject.taskById(taskId)).toMatchObject({ remainingEstimate: 10_000, timeSpent: 0 })
  })

  it('an edited worklog deducts only the difference from an estimate that was set later', () => {
    const testProject = createTestProject()
    const taskId = testProject.task()
    const { worklogId } = addWorklog(testProject, 'ben', taskId, { seconds: 1_000 })
    expect(testProject.taskById(taskId).remainingEstimate).toBeNull()
    testProject.send('ann', { type: 'task.edit', taskId, set: { remainingEstimate: 5_000 } })
    testProject.send('ben', { type: 'worklog.edit', taskId, worklogId, set: { seconds: 1_500 } })
    expect(testProject.taskById(taskId).remainingEstimate).toBe(4_500)
    testProject.send('ben', { type: 'worklog.delete', taskId, worklogId })
    expect(testProject.taskById(taskId)).toMatchObject({ remainingEstimate: 5_000, timeSpent: 0 })
  })

  it('a worklog without time, with a known id or from a viewer is rejected', () => {
    const { testProject, taskId } = projectWithEstimate()
    expect(addWorklog(testProject, 'ben', taskId, { seconds: 0 }).rejection?.field).toBe('seconds')
    const { worklogId } = addWorklog(testProject, 'ben', taskId, {})
    expect(addWorklog(testProject, 'ben', taskId, { worklogId }).rejection?.code).toBe('id-taken')
    expect(addWorklog(testProject, 'vic', taskId, {}).rejection?.code).toBe('forbidden')
  })
})

describe('changing a worklog', () => {
  it('only its author and admins may change a worklog', () => {
    const { testProject, taskId } = projectWithEstimate()
    const { worklogId } = addWorklog(testProject, 'ben', taskId, {})
    const edit = { type: 'worklog.edit', taskId, worklogId } as const
    expect(testProject.send('cleo', { ...edit, set: { note: 'x' } }).rejection?.code).toBe(
      'forbidden',
    )
    expect(testProject.send('ann', { ...edit, set: { note: 'Review' } }).outcome).toBe('applied')
    expect(required(testProject.projectState.worklogs.get(worklogId))).toMatchObject({
      author: 'ben',
      note: 'Review',
    })
    expect(testProject.send('ann', { type: 'worklog.delete', taskId, worklogId }).outcome).toBe(
      'applied',
    )
  })

  it('different changes of a worklog from two windows conflict', () => {
    const { testProject, taskId } = projectWithEstimate()
    const { worklogId } = addWorklog(testProject, 'ben', taskId, {})
    const { version } = testProject.taskById(taskId)
    const edit = { type: 'worklog.edit', taskId, worklogId, baseVersion: version } as const
    testProject.send('ben', { ...edit, set: { seconds: 60 } }, { client: 'phone' })
    const { conflict } = testProject.send(
      'ben',
      { ...edit, set: { seconds: 120 } },
      { client: 'laptop' },
    )
    expect(conflict?.fields).toMatchObject([{ base: 3_600, theirs: 60, mine: 120 }])
    const id = required(conflict).id
    testProject.send('ben', { type: 'conflict.resolve', conflictId: id, choice: 'mine' })
    expect(testProject.taskById(taskId)).toMatchObject({ timeSpent: 120, remainingEstimate: 9_880 })
  })

  it('an edit of a deleted worklog is a conflict or a rejection', () => {
    const { testProject, taskId } = projectWithEstimate()
    const { worklogId } = addWorklog(testProject, 'ben', taskId, {})
    const { version } = testProject.taskById(taskId)
    testProject.send('ann', { type: 'worklog.delete', taskId, worklogId })
    const edit = { type: 'worklog.edit', taskId, worklogId, set: { note: 'x' } } as const
    const late = testProject.send('ben', { ...edit, baseVersion: version })
    expect(late.conflict?.reason).toBe('deleted')
    expect(testProject.send('ben', edit).rejection?.code).toBe('not-found')
  })
})

describe('a locked period', () => {
  it('changes on locked days are rejected, in the time zone of the author', () => {
    const { testProject, taskId } = projectWithEstimate()
    testProject.zones.set('ben', 'America/New_York')
    const { worklogId } = addWorklog(testProject, 'ben', taskId, {
      startedAt: '2031-01-06T04:30:00.000Z',
    })
    testProject.lockedUntil = '2031-01-05'
    // 23:30 on the 5th in New York.
    const edit = { type: 'worklog.edit', taskId, worklogId } as const
    const no = testProject.send('ben', { ...edit, set: { seconds: 60 } })
    expect(no.rejection).toMatchObject({
      code: 'period-locked',
      message: 'Time up to 2031-01-05 is locked. Ask an admin to open it.',
    })
    expect(
      testProject.send('ann', { type: 'worklog.delete', taskId, worklogId }).rejection?.code,
    ).toBe('period-locked')
    expect(
      addWorklog(testProject, 'ben', taskId, { startedAt: '2031-01-06T04:30:00.000Z' }).outcome,
    ).toBe('rejected')
    expect(
      addWorklog(testProject, 'cleo', taskId, { startedAt: '2031-01-06T04:30:00.000Z' }).outcome,
    ).toBe('applied')
  })

  it('a worklog cannot be moved into a locked period', () => {
    const { testProject, taskId } = projectWithEstimate()
    const { worklogId } = addWorklog(testProject, 'ben', taskId, {
      startedAt: '2031-01-08T10:00:00.000Z',
    })
    testProject.lockedUntil = '2031-01-05'
    const edit = { type: 'worklog.edit', taskId, worklogId } as const
    const into = testProject.send('ben', {
      ...edit,
      set: { startedAt: '2031-01-05T10:00:00.000Z' },
    })
    expect(into.rejection?.code).toBe('period-locked')
    expect(testProject.send('ben', { ...edit, set: { seconds: 60 } }).outcome).toBe('applied')
  })
})
