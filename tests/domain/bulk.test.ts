import { describe, expect, it } from 'vitest'
import type { BulkChange } from '@/domain/task/commands'
import type { Id } from '@/domain/words'
import { given, limited, type World } from './support/given'

const bulk = (world: World, ids: Id[], change: BulkChange, who = 'ben', baseVersion = 99) =>
  world.send(who, {
    type: 'task.bulk',
    tasks: ids.map((taskId) => ({ taskId, baseVersion })),
    change,
  })

describe('changing many tasks at once', () => {
  it('does all that is asked to each of them, and one undo takes all of it back', () => {
    const world = given()
    const ids = [world.task(), world.task(), world.task()]
    world.send('ann', { type: 'sprint.create', sprintId: 's', name: 'One' })
    const change: BulkChange = {
      set: { priority: 3 },
      add: { labels: ['api'], assignees: ['cleo'] },
      statusId: 'done',
      sprintId: 's',
    }
    const end = bulk(world, ids, change)
    expect(end.results).toEqual(ids.map((taskId) => ({ taskId, outcome: 'applied' })))
    for (const id of ids) {
      expect(world.at(id)).toMatchObject({
        priority: 3,
        labels: ['api'],
        assignees: ['cleo'],
        statusId: 'done',
        sprintId: 's',
      })
    }
    expect(world.column('done')).toEqual(ids)
    const back = world.send('ben', { type: 'command.undo', undoes: end.commandId })
    expect(back.outcome).toBe('applied')
    expect(world.column('todo')).toEqual(ids)
    for (const id of ids) {
      expect(world.at(id)).toMatchObject({ priority: 0, labels: [], sprintId: null })
    }
  })

  it('archives and returns in one', () => {
    const world = given()
    const ids = [world.task(), world.task()]
    const end = bulk(world, ids, { archive: true })
    expect(world.column('todo')).toEqual([])
    world.send('ben', { type: 'command.undo', undoes: end.commandId })
    expect(world.column('todo')).toEqual(ids)
  })

  it('leaves those that cannot with the reason, whole', () => {
    const world = given(limited(1))
    const [a, b, c] = [world.task(), world.task(), world.task()]
    world.send('ann', { type: 'task.archive', taskId: c })
    const end = bulk(world, [a, b, c, 'gone'], {
      set: { priority: 2 },
      statusId: 'in-progress',
    })
    expect(end.outcome).toBe('applied')
    expect(end.results).toMatchObject([
      { taskId: a, outcome: 'applied' },
      { taskId: b, outcome: 'left', message: expect.stringMatching(/limit|full|holds/) },
      { taskId: c, outcome: 'left', message: expect.stringMatching(/archived/) },
      { taskId: 'gone', outcome: 'left' },
    ])
    expect([world.at(a).priority, world.at(b).priority]).toEqual([2, 0])
  })

  it('has nothing to do where all is so already, and says no where nothing could be done', () => {
    const world = given()
    const a = world.task()
    expect(bulk(world, [a], { statusId: 'todo' }).outcome).toBe('unchanged')
    const no = bulk(world, ['gone'], { statusId: 'done' })
    expect([no.outcome, no.results?.length]).toEqual(['refused', 1])
    expect(bulk(world, [a], { statusId: 'done' }, 'vic').refusal?.code).toBe('forbidden')
  })

  it('leaves what somebody else has decided otherwise meanwhile', () => {
    const world = given()
    const [a, b] = [world.task(), world.task()]
    world.send('cleo', { type: 'task.edit', taskId: b, set: { priority: 4 } })
    const end = bulk(world, [a, b], { set: { priority: 1 } }, 'ben', 1)
    expect(end.results).toMatchObject([{ outcome: 'applied' }, { outcome: 'left' }])
    expect(world.at(b).priority).toBe(4)
  })
})
