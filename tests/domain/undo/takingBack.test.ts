import { describe, expect, it } from 'vitest'
import type { Id } from '@/domain/words'
import type { Wish } from '../support/log'
import { filled, plan, rows, undo } from '../support/undone'

type Case = [string, 'ann' | 'ben', (a: Id, b: Id) => Wish]
const CASES: Case[] = [
  ['fields', 'ben', (a) => ({ type: 'task.edit', taskId: a, set: { title: 'B', priority: 2 } })],
  ['a text', 'ben', (a) => ({ type: 'task.edit', taskId: a, set: { description: 'Long' } })],
  ['labels', 'ben', (a) => ({ type: 'task.edit', taskId: a, add: { labels: ['x', 'y'] } })],
  ['a parent', 'ben', (a, b) => ({ type: 'task.nest', taskId: b, parentId: a })],
  ['a move', 'ben', (a) => ({ type: 'task.move', taskId: a, statusId: 'done', place: {} })],
  [
    'an order',
    'ben',
    (a) => ({ type: 'task.move', taskId: a, statusId: 'todo', place: { end: 'bottom' } }),
  ],
  ['a plan', 'ben', (a) => plan(a, 's')],
  ['an archive', 'ben', (a) => ({ type: 'task.archive', taskId: a })],
  [
    'a comment edited',
    'ben',
    (a) => ({ type: 'comment.edit', taskId: a, commentId: 'c', body: 'No' }),
  ],
  ['a comment deleted', 'ben', (a) => ({ type: 'comment.delete', taskId: a, commentId: 'c' })],
  ['a name', 'ann', () => ({ type: 'project.rename', name: 'Other' })],
  ['a sprint edited', 'ben', () => ({ type: 'sprint.edit', sprintId: 's', set: { goal: 'Go' } })],
  ['a sprint removed', 'ben', () => ({ type: 'sprint.remove', sprintId: 's' })],
  [
    'a column edited',
    'ann',
    () => ({ type: 'status.edit', statusId: 'todo', set: { name: 'Next', wipLimit: 9 } }),
  ],
  [
    'a version edited',
    'ann',
    () => ({
      type: 'version.edit',
      versionId: 'v',
      set: { name: '1.1', releaseDate: '2031-05-01' },
    }),
  ],
  [
    'a component edited',
    'ann',
    () => ({ type: 'component.edit', componentId: 'k', set: { name: 'Web', lead: 'ben' } }),
  ],
  [
    'a version released, its tasks moved on',
    'ann',
    () => ({
      ...{ type: 'version.release', versionId: 'v', releaseDate: '2031-05-01', moveTo: 'w' },
    }),
  ],
  ['a column removed', 'ann', () => ({ type: 'status.remove', statusId: 'todo', moveTo: 'done' })],
]

describe('taking back a command', () => {
  it.each(CASES)('puts back %s, and does it again', (_name, who, wish) => {
    const { world, a, b } = filled()
    const before = rows(world)
    const done = world.send(who, wish(a, b))
    expect(done.outcome).toBe('applied')
    const after = rows(world)
    expect(after).not.toEqual(before)
    const undone = world.send(who, undo(done.commandId))
    expect([undone.refusal, undone.outcome]).toEqual([undefined, 'applied'])
    expect(rows(world)).toEqual(before)
    const again = world.send(who, undo(undone.commandId))
    expect([again.refusal, again.outcome]).toEqual([undefined, 'applied'])
    expect(rows(world)).toEqual(after)
    expect(world.send(who, undo(again.commandId)).outcome).toBe('applied')
    expect(rows(world)).toEqual(before)
  })

  it('happens once: a second time there is nothing left to do', () => {
    const { world, a } = filled()
    const { commandId } = world.send('ben', {
      type: 'task.edit',
      taskId: a,
      set: { title: 'B' },
    })
    world.send('ben', undo(commandId))
    expect(world.send('ben', undo(commandId)).outcome).toBe('unchanged')
  })

  it('takes back what others did too, for a member, and nothing for a viewer', () => {
    const { world, a } = filled()
    const edit = { type: 'task.edit', taskId: a, set: { title: 'B' } } as const
    const { commandId } = world.send('ben', edit)
    expect(world.send('vic', undo(commandId)).refusal?.code).toBe('forbidden')
    expect(world.send('cleo', undo(commandId)).outcome).toBe('applied')
    expect(world.at(a).title).toBe('A')
  })

  it('leaves what an admin did to the project to admins, and a comment to its author', () => {
    const { world, a } = filled()
    const renamed = world.send('ann', { type: 'project.rename', name: 'Other' })
    expect(world.send('ben', undo(renamed.commandId)).refusal?.message).toMatch(/Only an admin/)
    const deleted = world.send('ben', { type: 'comment.delete', taskId: a, commentId: 'c' })
    expect(world.send('ann', undo(deleted.commandId)).refusal?.message).toMatch(/Only its author/)
  })

  it('knows no command that changed nothing', () => {
    expect(filled().world.send('ben', undo('nothing')).refusal?.code).toBe('not-found')
  })
})

describe('a task that was created', () => {
  const create = {
    type: 'task.create',
    taskId: 'new',
    taskType: 'task',
    title: 'New',
    statusId: 'todo',
    place: {},
  } as const

  it('is archived, and returns', () => {
    const { world } = filled()
    const { commandId } = world.send('ben', create)
    const undone = world.send('ben', undo(commandId))
    expect(world.at('new').archivedAt).not.toBeNull()
    world.send('ben', undo(undone.commandId))
    expect(world.at('new').archivedAt).toBeNull()
  })

  it('stays when others have worked on it', () => {
    const { world } = filled()
    const { commandId } = world.send('ben', create)
    world.send('ben', { type: 'task.edit', taskId: 'new', set: { title: 'Own' } })
    world.send('cleo', { type: 'task.edit', taskId: 'new', set: { priority: 1 } })
    const { refusal } = world.send('ben', undo(commandId))
    expect(refusal?.inTheWay).toMatchObject({ rest: 0, obstacles: [{ by: 'cleo' }] })
  })
})
