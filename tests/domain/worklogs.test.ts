import { describe, expect, it } from 'vitest'
import type { CommandOf } from '@/domain/commands'
import { given, present, type World } from './support/given'

const at = '2031-01-05T10:00:00.000Z'
let made = 0

function log(world: World, who: string, taskId: string, how: Partial<CommandOf<'worklog.add'>>) {
  const worklogId = `worklog-${++made}`
  const base = { seconds: 3_600, startedAt: at, note: '', remaining: 'auto' } as const
  const end = world.send(who, { type: 'worklog.add', taskId, worklogId, ...base, ...how })
  return { ...end, worklogId }
}

/** A project with a task of which 10,000 seconds are left. */
function estimated() {
  const world = given()
  const taskId = world.task()
  world.send('ann', { type: 'task.edit', taskId, set: { originalEstimate: 10_000 } })
  return { world, taskId }
}

describe('estimates', () => {
  it('a first original estimate is what remains, and the event says so', () => {
    const { world, taskId } = estimated()
    expect(world.at(taskId)).toMatchObject({ originalEstimate: 10_000, remainingEstimate: 10_000 })
    expect(world.events.at(-1)?.data).toEqual({
      set: {
        originalEstimate: { from: null, to: 10_000 },
        remainingEstimate: { from: null, to: 10_000 },
      },
    })
    world.send('ann', { type: 'task.edit', taskId, set: { originalEstimate: 20_000 } })
    expect(world.at(taskId).remainingEstimate).toBe(10_000)
  })

  it('two who set the original at once disagree', () => {
    const { world, taskId } = estimated()
    const { version } = world.at(taskId)
    const edit = { type: 'task.edit', taskId, baseVersion: version } as const
    world.send('ben', { ...edit, set: { originalEstimate: 1 } })
    const { conflict } = world.send('cleo', { ...edit, set: { originalEstimate: 2 } })
    expect(conflict?.fields).toMatchObject([{ field: 'originalEstimate', theirs: 1, mine: 2 }])
  })

  it('two who change what remains at once both count', () => {
    const { world, taskId } = estimated()
    const { version } = world.at(taskId)
    const edit = { type: 'task.edit', taskId, baseVersion: version } as const
    world.send('ben', { ...edit, set: { remainingEstimate: 8_000 } })
    const end = world.send('cleo', { ...edit, set: { remainingEstimate: 7_000 } })
    expect(end.outcome).toBe('merged')
    expect(world.at(taskId).remainingEstimate).toBe(5_000)
    world.send('ben', { ...edit, set: { remainingEstimate: 0 } })
    expect(world.at(taskId).remainingEstimate).toBe(0)
  })

  it('counts a change once when its sender goes on from it', () => {
    const { world, taskId } = estimated()
    const { version } = world.at(taskId)
    const edit = { type: 'task.edit', taskId, baseVersion: version } as const
    world.send('ben', { ...edit, set: { remainingEstimate: 9_000 } })
    world.send('cleo', { ...edit, set: { remainingEstimate: 12_000 } })
    world.send('cleo', { ...edit, set: { remainingEstimate: 13_000 } })
    expect(world.at(taskId).remainingEstimate).toBe(12_000)
  })

  it('two who first say what remains disagree', () => {
    const world = given()
    const taskId = world.task()
    const edit = { type: 'task.edit', taskId, baseVersion: 1 } as const
    world.send('ben', { ...edit, set: { remainingEstimate: 100 } })
    const end = world.send('cleo', { ...edit, set: { remainingEstimate: 200 } })
    expect(end.outcome).toBe('conflict')
    expect(world.at(taskId).remainingEstimate).toBe(100)
  })
})

describe('logging time', () => {
  it('counts for both who do so at once', () => {
    const { world, taskId } = estimated()
    const { version } = world.at(taskId)
    log(world, 'ben', taskId, { baseVersion: version, seconds: 1_000 })
    const end = log(world, 'cleo', taskId, { baseVersion: version, seconds: 2_000 })
    expect(end.outcome).toBe('merged')
    expect(world.at(taskId)).toMatchObject({ timeSpent: 3_000, remainingEstimate: 7_000 })
  })

  it('leaves what remains, sets it, or takes another part off it', () => {
    const { world, taskId } = estimated()
    log(world, 'ben', taskId, { remaining: 'keep' })
    expect(world.at(taskId).remainingEstimate).toBe(10_000)
    log(world, 'ben', taskId, { remaining: { by: 4_000 } })
    expect(world.at(taskId).remainingEstimate).toBe(6_000)
    log(world, 'ben', taskId, { remaining: { set: 9_000 } })
    expect(world.at(taskId)).toMatchObject({ remainingEstimate: 9_000, timeSpent: 3 * 3_600 })
  })

  it('leaves nothing below nothing, and gives back only what it took', () => {
    const { world, taskId } = estimated()
    const { worklogId } = log(world, 'ben', taskId, { seconds: 12_000 })
    expect(world.at(taskId).remainingEstimate).toBe(0)
    const on = { taskId, worklogId }
    world.send('ben', { type: 'worklog.edit', ...on, set: { seconds: 11_000 } })
    expect(world.at(taskId)).toMatchObject({ remainingEstimate: 0, timeSpent: 11_000 })
    world.send('ben', { type: 'worklog.edit', ...on, set: { seconds: 4_000 } })
    expect(world.at(taskId)).toMatchObject({ remainingEstimate: 6_000, timeSpent: 4_000 })
    world.send('ben', { type: 'worklog.edit', ...on, set: { seconds: 5_000, note: 'More' } })
    expect(world.at(taskId)).toMatchObject({ remainingEstimate: 5_000, timeSpent: 5_000 })
    world.send('ben', { type: 'worklog.delete', ...on })
    expect(world.at(taskId)).toMatchObject({ remainingEstimate: 10_000, timeSpent: 0 })
  })

  it('takes only the difference off an estimate that came later', () => {
    const world = given()
    const taskId = world.task()
    const { worklogId } = log(world, 'ben', taskId, { seconds: 1_000 })
    expect(world.at(taskId).remainingEstimate).toBeNull()
    world.send('ann', { type: 'task.edit', taskId, set: { remainingEstimate: 5_000 } })
    world.send('ben', { type: 'worklog.edit', taskId, worklogId, set: { seconds: 1_500 } })
    expect(world.at(taskId).remainingEstimate).toBe(4_500)
    world.send('ben', { type: 'worklog.delete', taskId, worklogId })
    expect(world.at(taskId)).toMatchObject({ remainingEstimate: 5_000, timeSpent: 0 })
  })

  it('is refused without time, twice under one id, and for viewers', () => {
    const { world, taskId } = estimated()
    expect(log(world, 'ben', taskId, { seconds: 0 }).refusal?.field).toBe('seconds')
    const { worklogId } = log(world, 'ben', taskId, {})
    expect(log(world, 'ben', taskId, { worklogId }).refusal?.code).toBe('id-taken')
    expect(log(world, 'vic', taskId, {}).refusal?.code).toBe('forbidden')
  })
})

describe('a worklog', () => {
  it('is changed by its author and by admins', () => {
    const { world, taskId } = estimated()
    const { worklogId } = log(world, 'ben', taskId, {})
    const edit = { type: 'worklog.edit', taskId, worklogId } as const
    expect(world.send('cleo', { ...edit, set: { note: 'x' } }).refusal?.code).toBe('forbidden')
    expect(world.send('ann', { ...edit, set: { note: 'Review' } }).outcome).toBe('applied')
    expect(present(world.folded.worklogs.get(worklogId))).toMatchObject({
      author: 'ben',
      note: 'Review',
    })
    expect(world.send('ann', { type: 'worklog.delete', taskId, worklogId }).outcome).toBe('applied')
  })

  it('that two windows change differently is put to one of them', () => {
    const { world, taskId } = estimated()
    const { worklogId } = log(world, 'ben', taskId, {})
    const { version } = world.at(taskId)
    const edit = { type: 'worklog.edit', taskId, worklogId, baseVersion: version } as const
    world.send('ben', { ...edit, set: { seconds: 60 } }, { client: 'phone' })
    const { conflict } = world.send('ben', { ...edit, set: { seconds: 120 } }, { client: 'laptop' })
    expect(conflict?.fields).toMatchObject([{ base: 3_600, theirs: 60, mine: 120 }])
    const id = present(conflict).id
    world.send('ben', { type: 'conflict.resolve', conflictId: id, choice: 'mine' })
    expect(world.at(taskId)).toMatchObject({ timeSpent: 120, remainingEstimate: 9_880 })
  })

  it('that is gone cannot be changed, and says so', () => {
    const { world, taskId } = estimated()
    const { worklogId } = log(world, 'ben', taskId, {})
    const { version } = world.at(taskId)
    world.send('ann', { type: 'worklog.delete', taskId, worklogId })
    const edit = { type: 'worklog.edit', taskId, worklogId, set: { note: 'x' } } as const
    const late = world.send('ben', { ...edit, baseVersion: version })
    expect(late.conflict?.reason).toBe('deleted')
    expect(world.send('ben', edit).refusal?.code).toBe('not-found')
  })
})

describe('a locked period', () => {
  it('takes no change to its days, as its author’s days go', () => {
    const { world, taskId } = estimated()
    world.zones.set('ben', 'America/New_York')
    const { worklogId } = log(world, 'ben', taskId, { startedAt: '2031-01-06T04:30:00.000Z' })
    world.lockedUntil = '2031-01-05'
    // Half past eleven at night on the 5th, in New York.
    const edit = { type: 'worklog.edit', taskId, worklogId } as const
    const no = world.send('ben', { ...edit, set: { seconds: 60 } })
    expect(no.refusal).toMatchObject({
      code: 'period-locked',
      message: 'Time up to 2031-01-05 is locked. Ask an admin to open it.',
    })
    expect(world.send('ann', { type: 'worklog.delete', taskId, worklogId }).refusal?.code).toBe(
      'period-locked',
    )
    expect(log(world, 'ben', taskId, { startedAt: '2031-01-06T04:30:00.000Z' }).outcome).toBe(
      'refused',
    )
    expect(log(world, 'cleo', taskId, { startedAt: '2031-01-06T04:30:00.000Z' }).outcome).toBe(
      'applied',
    )
  })

  it('lets no worklog move in or out', () => {
    const { world, taskId } = estimated()
    const { worklogId } = log(world, 'ben', taskId, { startedAt: '2031-01-08T10:00:00.000Z' })
    world.lockedUntil = '2031-01-05'
    const edit = { type: 'worklog.edit', taskId, worklogId } as const
    const into = world.send('ben', { ...edit, set: { startedAt: '2031-01-05T10:00:00.000Z' } })
    expect(into.refusal?.code).toBe('period-locked')
    expect(world.send('ben', { ...edit, set: { seconds: 60 } }).outcome).toBe('applied')
  })
})
