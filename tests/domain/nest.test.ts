import { describe, expect, it } from 'vitest'
import type { Id, TaskType } from '@/domain/words'
import { given, type World } from './support/given'

const nest = (world: World, taskId: Id, parentId: Id | null, baseVersion?: number) =>
  world.send('ben', { type: 'task.nest', taskId, parentId, ...(baseVersion && { baseVersion }) })
const typed = (world: World, taskType: TaskType, parentId?: Id) =>
  world.task({ taskType, parentId })

describe('parents', () => {
  it('are given, changed and taken away', () => {
    const world = given()
    const [epic, other, task] = [typed(world, 'epic'), typed(world, 'epic'), world.task()]
    expect(nest(world, task, epic).events[0]?.data).toEqual({
      set: { parentId: { from: null, to: epic } },
    })
    nest(world, task, other)
    expect(world.at(task)).toMatchObject({ parentId: other, version: 3 })
    nest(world, task, null)
    expect(world.at(task).parentId).toBeNull()
    expect(nest(world, task, null).outcome).toBe('unchanged')
  })

  it.each([
    ['epic', 'epic', true],
    ['story', 'epic', true],
    ['bug', 'story', true],
    ['task', 'task', true],
    ['subtask', 'bug', true],
    ['subtask', 'epic', false],
    ['epic', 'story', false],
  ] as const)('%s below %s: %s', (type, above, fits) => {
    const world = given()
    const home = world.task()
    const parent = typed(world, above)
    const task = typed(world, type, type === 'subtask' ? home : undefined)
    const end = nest(world, task, parent)
    expect(end.outcome).toBe(fits ? 'applied' : 'refused')
    if (!fits) expect(end.refusal?.code).toBe('level')
  })

  it('are never a subtask, nor missing for one', () => {
    const world = given()
    const sub = typed(world, 'subtask', world.task())
    expect(nest(world, world.task(), sub).refusal?.code).toBe('level')
    expect(nest(world, sub, null).refusal).toMatchObject({ code: 'level', field: 'parentId' })
    expect(nest(world, sub, 'nowhere').refusal?.code).toBe('not-found')
    const orphan = { type: 'task.create', taskId: 'o', taskType: 'subtask', title: 'O' } as const
    const end = world.send('ben', { ...orphan, statusId: 'todo', place: {} })
    expect(end.refusal?.code).toBe('level')
  })

  it('close no cycle', () => {
    const world = given()
    const [a, b, c] = [world.task(), world.task(), world.task()]
    nest(world, b, a)
    nest(world, c, b)
    expect(nest(world, a, c).refusal?.code).toBe('cycle')
    expect(nest(world, a, a).refusal?.code).toBe('cycle')
  })

  it('are put to whoever gives another one meanwhile', () => {
    const world = given()
    const [a, b, task] = [world.task(), world.task(), world.task()]
    world.send('cleo', { type: 'task.nest', taskId: task, parentId: a })
    const end = nest(world, task, b, 1)
    expect(end.conflict?.fields).toMatchObject([
      { field: 'parentId', base: null, theirs: a, mine: b },
    ])
    world.send('ben', {
      type: 'conflict.resolve',
      conflictId: end.conflict?.id ?? '',
      choice: 'mine',
    })
    expect(world.at(task).parentId).toBe(b)
  })

  it('are refused while they are archived', () => {
    const world = given()
    const [parent, task] = [world.task(), world.task()]
    world.send('ben', { type: 'task.archive', taskId: parent })
    expect(nest(world, task, parent).refusal?.code).toBe('archived')
  })
})

describe('a type', () => {
  const become = (world: World, taskId: Id, type: TaskType) =>
    world.send('ben', { type: 'task.edit', taskId, set: { type } })

  it('fits what stands above', () => {
    const world = given()
    const task = typed(world, 'task', typed(world, 'epic'))
    expect(become(world, task, 'subtask').refusal).toMatchObject({ code: 'level', field: 'type' })
    expect(become(world, task, 'epic').outcome).toBe('applied')
    expect(become(world, world.task(), 'subtask').refusal?.code).toBe('level')
  })

  it('fits what stands below', () => {
    const world = given()
    const story = typed(world, 'story')
    const sub = typed(world, 'subtask', story)
    expect(become(world, story, 'epic').refusal?.code).toBe('level')
    nest(world, sub, world.task())
    expect(become(world, story, 'epic').outcome).toBe('applied')
  })
})
