import { describe, expect, it } from 'vitest'
import { reportOf } from '@/domain/sprint/report'
import type { Id } from '@/domain/words'
import { given, type World } from './support/given'
import { Diary, journalOf } from './support/journal'

function planning() {
  const world = given()
  const diary = new Diary(world)
  const sprint = (sprintId: Id) => {
    world.send('ann', { type: 'sprint.create', sprintId, name: sprintId })
    return sprintId
  }
  const plan = (sprintId: Id | null, ...taskIds: Id[]) => {
    const tasks = taskIds.map((taskId) => ({ taskId, baseVersion: world.at(taskId).version }))
    world.send('ben', { type: 'task.plan', tasks, sprintId, place: { end: 'bottom' } })
  }
  const start = (sprintId: Id) =>
    world.send('ann', {
      type: 'sprint.start',
      sprintId,
      startDate: '2031-03-03',
      endDate: '2031-03-07',
    })
  const complete = (sprintId: Id, rest: Id | null = null) =>
    world.send('ann', { type: 'sprint.complete', sprintId, rest })
  const move = (taskId: Id, statusId: string) =>
    world.send('cleo', { type: 'task.move', taskId, statusId, place: {} })
  const estimate = (taskId: Id, points: number | null) =>
    world.send('cleo', { type: 'task.edit', taskId, set: { estimate: points } })
  return { world, diary, sprint, plan, start, complete, move, estimate }
}

const names = (tasks: { taskId: Id }[]) => tasks.map(({ taskId }) => taskId).sort()
const task = (world: World, taskId: Id, estimate: number | null) => world.task({ taskId, estimate })

/** Starts on the 3rd with a (3), b (5) and c (none); until the 7th. */
function running() {
  const all = planning()
  const { world, diary, sprint, plan, start } = all
  for (const [id, points] of [
    ['a', 3],
    ['b', 5],
    ['c', null],
    ['d', 2],
  ] as const)
    task(world, id, points)
  const one = sprint('one')
  plan(one, 'a', 'b', 'c')
  diary.day(3)
  start(one)
  return { ...all, one }
}

describe('the report of a sprint', () => {
  it('does not exist before the sprint starts', () => {
    const { world, sprint, plan, diary } = planning()
    plan(sprint('one'), task(world, 'a', 1))
    expect(reportOf(journalOf(diary.events, 'one'), '2031-03-03T00:00:00.000Z')).toBeNull()
  })

  it('commits to what was in it at the start, estimated as it was then', () => {
    const { world, diary, sprint, plan, start, estimate } = planning()
    for (const id of ['a', 'b', 'c']) task(world, id, 1)
    plan(sprint('one'), 'a', 'b', 'c')
    plan(null, 'b')
    estimate('a', 8)
    world.send('ann', { type: 'task.archive', taskId: 'c' })
    diary.day(3)
    const { events } = start('one')
    expect(diary.report('one').committed).toEqual([{ taskId: 'a', points: 8 }])
    expect(events[0]?.data).toMatchObject({ scope: [{ taskId: 'a', estimate: 8 }] })
  })

  it('says what came, went and was estimated anew after the start, and by whom', () => {
    const { diary, plan, estimate, one } = running()
    diary.day(4)
    plan(one, 'd')
    plan(null, 'b')
    estimate('a', 4)
    const { scope, notDone, committed } = diary.report(one)
    expect(scope).toMatchObject([
      { kind: 'added', taskId: 'd', to: 2, actor: 'ben', at: '2031-03-04T12:00:00.000Z' },
      { kind: 'removed', taskId: 'b', from: 5, actor: 'ben', other: null },
      { kind: 're-estimated', taskId: 'a', from: 3, to: 4, actor: 'cleo' },
    ])
    expect(names(committed)).toEqual(['a', 'b', 'c'])
    expect(notDone.map(({ points }) => points).sort()).toEqual([2, 4, null])
  })

  it('counts a task that was archived as removed, and as added when it is restored', () => {
    const { world, diary, one } = running()
    world.send('ann', { type: 'task.archive', taskId: 'a' })
    world.send('ann', { type: 'task.restore', taskId: 'a', statusId: 'done' })
    const { scope, done } = diary.report(one)
    expect(scope.map(({ kind, archived }) => [kind, archived])).toEqual([
      ['removed', true],
      ['added', true],
    ])
    expect(names(done)).toEqual(['a'])
  })

  it('knows what is done, since when and by whom, through a change of the workflow too', () => {
    const { world, diary, move, one } = running()
    diary.day(4)
    move('a', 'in-progress')
    move('b', 'done')
    diary.day(5)
    const set = { category: 'done' } as const
    world.send('ann', { type: 'status.edit', statusId: 'in-progress', set })
    expect(diary.report(one).done).toEqual([
      { taskId: 'a', points: 3, at: '2031-03-05T12:00:00.000Z', actor: 'ann' },
      { taskId: 'b', points: 5, at: '2031-03-04T12:00:00.000Z', actor: 'cleo' },
    ])
    move('b', 'todo')
    expect(names(diary.report(one).notDone)).toEqual(['b', 'c'])
  })

  it('carries what is not done into the next sprint, where it counts as carried in', () => {
    const { diary, sprint, plan, start, complete, move, one } = running()
    const two = sprint('two')
    move('a', 'done')
    diary.day(7)
    complete(one, two)
    plan(two, 'd')
    diary.day(10)
    start(two)
    const first = diary.report(one)
    expect(names(first.done)).toEqual(['a'])
    expect(first.carriedOut).toEqual([
      { taskId: 'b', points: 5, other: two },
      { taskId: 'c', points: null, other: two },
    ])
    expect(names(first.notDone)).toEqual(['b', 'c'])
    expect(first.scope).toEqual([])
    const second = diary.report(two)
    expect(names(second.committed)).toEqual(['b', 'c', 'd'])
    expect(second.carriedIn).toEqual([
      { taskId: 'b', points: 5, other: one },
      { taskId: 'c', points: null, other: one },
    ])
  })

  it('tells what is carried into a sprint that runs from what somebody drags there', () => {
    const { world, diary, sprint, plan, start, complete, one } = running()
    world.send('ann', { type: 'project.sprints', parallel: true })
    plan(sprint('two'), 'd')
    start('two')
    plan('two', 'a')
    complete(one, 'two')
    const { scope, carriedIn } = diary.report('two')
    expect(scope.map(({ taskId, carried, other }) => [taskId, carried, other])).toEqual([
      ['a', false, one],
      ['b', true, one],
      ['c', true, one],
    ])
    expect(names(carriedIn)).toEqual(['b', 'c'])
    expect(diary.report(one).carriedOut).toHaveLength(2)
  })

  it('ends with the completion: what happens to its tasks later changes nothing', () => {
    const { diary, complete, move, estimate, plan, one } = running()
    move('a', 'done')
    complete(one)
    const then = diary.report(one)
    diary.day(9)
    estimate('a', 13)
    move('a', 'todo')
    plan(null, 'a')
    expect(diary.report(one)).toEqual(then)
  })

  it('goes on when it is reopened: what its completion sent away was removed', () => {
    const { world, diary, complete, move, plan, one } = running()
    move('a', 'done')
    complete(one)
    diary.day(5)
    world.send('ann', { type: 'sprint.reopen', sprintId: one })
    plan(one, 'b')
    const { scope, completed, notDone } = diary.report(one)
    expect(completed).toBeNull()
    expect(scope.map(({ kind, taskId }) => `${kind} ${taskId}`).sort()).toEqual([
      'added b',
      'removed b',
      'removed c',
    ])
    expect(names(notDone)).toEqual(['b'])
  })

  it('puts what another tracker recorded where it belongs in time', () => {
    const { diary, world, one } = running()
    const events = diary.events
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
    const report = reportOf(journalOf([...events, ...late], one), '2031-03-05T00:00:00.000Z')
    expect(names(report?.committed ?? [])).toEqual(['a', 'b', 'c', 'd'])
    expect(report?.scope).toMatchObject([{ kind: 'removed', taskId: 'd', from: 2 }])
    expect(world.events).toHaveLength(events.length)
  })
})

describe('a burndown', () => {
  it('adds up what remains at the end of each day, and shows the scope apart from the work', () => {
    const { diary, plan, move, estimate, one } = running()
    diary.day(4)
    move('a', 'done')
    plan(one, 'd')
    diary.day(6)
    estimate('b', 8)
    move('d', 'done')
    move('d', 'in-progress')
    const { start, days } = diary.report(one).burndown
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

  it('ends on the day of the completion with what was not done', () => {
    const { diary, move, complete, one } = running()
    diary.day(5)
    move('b', 'done')
    complete(one)
    diary.day(20)
    const { days } = diary.report(one).burndown
    expect(days.map(({ day }) => day.slice(-2))).toEqual(['03', '04', '05'])
    expect(days.at(-1)?.remaining).toEqual({ points: 3, tasks: 2 })
  })
})
