import { describe, expect, it } from 'vitest'
import type { Id } from '@/domain/kernel/primitives'
import { sprintReportOf } from '@/domain/sprint/report'
import { DatedLog, sprintLogOf } from './support/datedLog'
import { createTestProject, type TestProject } from './support/testProject'

function projectWithPlannedSprint() {
  const testProject = createTestProject()
  const datedLog = new DatedLog(testProject)
  const sprint = (sprintId: Id) => {
    testProject.send('ann', { type: 'sprint.create', sprintId, name: sprintId })
    return sprintId
  }
  const plan = (sprintId: Id | null, ...taskIds: Id[]) => {
    const tasks = taskIds.map((taskId) => ({
      taskId,
      baseVersion: testProject.taskById(taskId).version,
    }))
    testProject.send('ben', { type: 'task.plan', tasks, sprintId, position: { end: 'bottom' } })
  }
  const start = (sprintId: Id) =>
    testProject.send('ann', {
      type: 'sprint.start',
      sprintId,
      startDate: '2031-03-03',
      endDate: '2031-03-07',
    })
  const complete = (sprintId: Id, defaultDestination: Id | null = null) =>
    testProject.send('ann', { type: 'sprint.complete', sprintId, defaultDestination })
  const move = (taskId: Id, statusId: string) =>
    testProject.send('cleo', { type: 'task.move', taskId, statusId, position: {} })
  const estimate = (taskId: Id, points: number | null) =>
    testProject.send('cleo', { type: 'task.edit', taskId, set: { estimate: points } })
  return { testProject, datedLog, sprint, plan, start, complete, move, estimate }
}

const sortedTaskIds = (tasks: { taskId: Id }[]) => tasks.map(({ taskId }) => taskId).sort()
const createEstimatedTask = (testProject: TestProject, taskId: Id, estimate: number | null) =>
  testProject.task({ taskId, estimate })

/**
 * Returns a project whose sprint runs from the 3rd to the 7th and starts with a (3 points), b (5)
 * and c (none).
 */
function projectWithRunningSprint() {
  const all = projectWithPlannedSprint()
  const { testProject, datedLog, sprint, plan, start } = all
  for (const [id, points] of [
    ['a', 3],
    ['b', 5],
    ['c', null],
    ['d', 2],
  ] as const)
    createEstimatedTask(testProject, id, points)
  const one = sprint('one')
  plan(one, 'a', 'b', 'c')
  datedLog.setDay(3)
  start(one)
  return { ...all, one }
}

describe('the report of a sprint', () => {
  it('there is no report before the sprint starts', () => {
    const { testProject, sprint, plan, datedLog } = projectWithPlannedSprint()
    plan(sprint('one'), createEstimatedTask(testProject, 'a', 1))
    expect(
      sprintReportOf(sprintLogOf(datedLog.events, 'one'), '2031-03-03T00:00:00.000Z'),
    ).toBeNull()
  })

  it('the commitment consists of the tasks in the sprint at its start, with their estimates at that time', () => {
    const { testProject, datedLog, sprint, plan, start, estimate } = projectWithPlannedSprint()
    for (const id of ['a', 'b', 'c']) createEstimatedTask(testProject, id, 1)
    plan(sprint('one'), 'a', 'b', 'c')
    plan(null, 'b')
    estimate('a', 8)
    testProject.send('ann', { type: 'task.archive', taskId: 'c' })
    datedLog.setDay(3)
    const { events } = start('one')
    expect(datedLog.report('one').committed).toEqual([{ taskId: 'a', points: 8 }])
    expect(events[0]?.data).toMatchObject({ scope: [{ taskId: 'a', estimate: 8 }] })
  })

  it('scope changes list tasks that were added, removed or re-estimated after the start, and by whom', () => {
    const { datedLog, plan, estimate, one } = projectWithRunningSprint()
    datedLog.setDay(4)
    plan(one, 'd')
    plan(null, 'b')
    estimate('a', 4)
    const { scopeChanges, notDone, committed } = datedLog.report(one)
    expect(scopeChanges).toMatchObject([
      { kind: 'added', taskId: 'd', to: 2, actor: 'ben', at: '2031-03-04T12:00:00.000Z' },
      { kind: 'removed', taskId: 'b', from: 5, actor: 'ben', otherSprintId: null },
      { kind: 're-estimated', taskId: 'a', from: 3, to: 4, actor: 'cleo' },
    ])
    expect(sortedTaskIds(committed)).toEqual(['a', 'b', 'c'])
    expect(notDone.map(({ points }) => points).sort()).toEqual([2, 4, null])
  })

  it('archiving a task counts as a removal, and restoring it as an addition', () => {
    const { testProject, datedLog, one } = projectWithRunningSprint()
    testProject.send('ann', { type: 'task.archive', taskId: 'a' })
    testProject.send('ann', { type: 'task.restore', taskId: 'a', statusId: 'done' })
    const { scopeChanges, done } = datedLog.report(one)
    expect(scopeChanges.map(({ kind, archived }) => [kind, archived])).toEqual([
      ['removed', true],
      ['added', true],
    ])
    expect(sortedTaskIds(done)).toEqual(['a'])
  })

  it('done tasks are listed with the time and the person, also when a workflow change completed them', () => {
    const { testProject, datedLog, move, one } = projectWithRunningSprint()
    datedLog.setDay(4)
    move('a', 'in-progress')
    move('b', 'done')
    datedLog.setDay(5)
    const set = { category: 'done' } as const
    testProject.send('ann', { type: 'status.edit', statusId: 'in-progress', set })
    expect(datedLog.report(one).done).toEqual([
      { taskId: 'a', points: 3, at: '2031-03-05T12:00:00.000Z', actor: 'ann' },
      { taskId: 'b', points: 5, at: '2031-03-04T12:00:00.000Z', actor: 'cleo' },
    ])
    move('b', 'todo')
    expect(sortedTaskIds(datedLog.report(one).notDone)).toEqual(['b', 'c'])
  })

  it('unfinished tasks are carried over and count as carried in by the next sprint', () => {
    const { datedLog, sprint, plan, start, complete, move, one } = projectWithRunningSprint()
    const two = sprint('two')
    move('a', 'done')
    datedLog.setDay(7)
    complete(one, two)
    plan(two, 'd')
    datedLog.setDay(10)
    start(two)
    const first = datedLog.report(one)
    expect(sortedTaskIds(first.done)).toEqual(['a'])
    expect(first.carriedOut).toEqual([
      { taskId: 'b', points: 5, otherSprintId: two },
      { taskId: 'c', points: null, otherSprintId: two },
    ])
    expect(sortedTaskIds(first.notDone)).toEqual(['b', 'c'])
    expect(first.scopeChanges).toEqual([])
    const second = datedLog.report(two)
    expect(sortedTaskIds(second.committed)).toEqual(['b', 'c', 'd'])
    expect(second.carriedIn).toEqual([
      { taskId: 'b', points: 5, otherSprintId: one },
      { taskId: 'c', points: null, otherSprintId: one },
    ])
  })

  it('tasks carried into an active sprint are distinguished from tasks that a person moves there', () => {
    const { testProject, datedLog, sprint, plan, start, complete, one } = projectWithRunningSprint()
    testProject.send('ann', { type: 'project.setParallelSprints', parallel: true })
    plan(sprint('two'), 'd')
    start('two')
    plan('two', 'a')
    complete(one, 'two')
    const { scopeChanges, carriedIn } = datedLog.report('two')
    expect(
      scopeChanges.map(({ taskId, carried, otherSprintId }) => [taskId, carried, otherSprintId]),
    ).toEqual([
      ['a', false, one],
      ['b', true, one],
      ['c', true, one],
    ])
    expect(sortedTaskIds(carriedIn)).toEqual(['b', 'c'])
    expect(datedLog.report(one).carriedOut).toHaveLength(2)
  })

  it('changes after the completion do not change the report', () => {
    const { datedLog, complete, move, estimate, plan, one } = projectWithRunningSprint()
    move('a', 'done')
    complete(one)
    const then = datedLog.report(one)
    datedLog.setDay(9)
    estimate('a', 13)
    move('a', 'todo')
    plan(null, 'a')
    expect(datedLog.report(one)).toEqual(then)
  })

  it('in a reopened sprint, the tasks that its completion moved out count as removed', () => {
    const { testProject, datedLog, complete, move, plan, one } = projectWithRunningSprint()
    move('a', 'done')
    complete(one)
    datedLog.setDay(5)
    testProject.send('ann', { type: 'sprint.reopen', sprintId: one })
    plan(one, 'b')
    const { scopeChanges, completed, notDone } = datedLog.report(one)
    expect(completed).toBeNull()
    expect(scopeChanges.map(({ kind, taskId }) => `${kind} ${taskId}`).sort()).toEqual([
      'added b',
      'removed b',
      'removed c',
    ])
    expect(sortedTaskIds(notDone)).toEqual(['b'])
  })

  it('imported changes are placed by their time and not by their seq', () => {
    const { datedLog, testProject, one } = projectWithRunningSprint()
    const events = datedLog.events
    const last = events.at(-1)
    const foreign = (n: number, day: number, to: Id | null, from: Id | null) => ({
      ...last,
      type: 'task.planned',
      taskId: 'd',
      version: n,
      seq: (last?.seq ?? 0) + n,
      imported: true,
      at: `2031-03-0${day}T00:00:00.000Z`,
      data: { from, to, fromRank: 'a', rank: 'a' },
    })
    const late = [foreign(1, 2, one, null), foreign(2, 4, null, one)] as typeof events
    const report = sprintReportOf(
      sprintLogOf([...events, ...late], one),
      '2031-03-05T00:00:00.000Z',
    )
    expect(sortedTaskIds(report?.committed ?? [])).toEqual(['a', 'b', 'c', 'd'])
    expect(report?.scopeChanges).toMatchObject([{ kind: 'removed', taskId: 'd', from: 2 }])
    expect(testProject.events).toHaveLength(events.length)
  })
})

describe('the burndown of a sprint', () => {
  it('each day shows the remaining work at its end, separately from the scope', () => {
    const { datedLog, plan, move, estimate, one } = projectWithRunningSprint()
    datedLog.setDay(4)
    move('a', 'done')
    plan(one, 'd')
    datedLog.setDay(6)
    estimate('b', 8)
    move('d', 'done')
    move('d', 'in-progress')
    const { start, days } = datedLog.report(one).burndown
    expect(start).toEqual({ scope: { points: 8, tasks: 3 }, remaining: { points: 8, tasks: 3 } })
    const line = days.map(({ day, scope, remaining, done, added, reestimated }) => [
      Number(day.slice(-2)),
      scope.points,
      remaining.points,
      remaining.tasks,
      done.points,
      added.points,
      reestimated,
    ])
    expect(line).toEqual([
      [3, 8, 8, 3, 0, 0, 0],
      [4, 10, 7, 3, 3, 2, 0],
      [5, 10, 7, 3, 0, 0, 0],
      [6, 13, 10, 3, 0, 0, 3],
    ])
  })

  it('the last day is the day of the completion and shows the unfinished work', () => {
    const { datedLog, move, complete, one } = projectWithRunningSprint()
    datedLog.setDay(5)
    move('b', 'done')
    complete(one)
    datedLog.setDay(20)
    const { days } = datedLog.report(one).burndown
    expect(days.map(({ day }) => day.slice(-2))).toEqual(['03', '04', '05'])
    expect(days.at(-1)?.remaining).toEqual({ points: 3, tasks: 2 })
  })
})
