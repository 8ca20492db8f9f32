import { describe, expect, it } from 'vitest'
import type { CommandOf } from '@/domain/commands'
import { given } from './support/given'
import { holdsFor, holdsForLog } from './support/invariants'

const day = (n: number) => `2029-03-0${n}T08:00:00.000Z`
const issue: CommandOf<'task.import'> = {
  type: 'task.import',
  taskId: 't',
  first: {
    number: 118,
    type: 'bug',
    title: 'Logger',
    description: '',
    statusId: 'todo',
    priority: 0,
    assignees: [],
    labels: ['api'],
    links: [],
    estimate: null,
    dueDate: null,
    reporter: 'jo',
    createdAt: day(1),
  },
  steps: [
    { at: day(2), actor: 'mo', status: { from: 'todo', to: 'in-progress' } },
    {
      at: day(4),
      actor: 'jo',
      set: { title: { from: 'Logger', to: 'Logger fails' } },
      sets: { labels: { added: ['ui'], removed: ['api'] } },
      status: { from: 'in-progress', to: 'done' },
    },
  ],
  comments: [{ id: 'c1', author: 'mo', body: 'Seen', at: day(3) }],
  archivedAt: null,
}

describe('importing a task', () => {
  it('makes its history, backdated and in order, that folds to what it is today', () => {
    const world = given()
    const end = world.send('ann', issue)
    expect(end.outcome).toBe('applied')
    expect(end.events.map((e) => [e.type, e.at, e.actor, e.version, e.imported])).toEqual([
      ['task.created', day(1), 'jo', 1, true],
      ['task.moved', day(2), 'mo', 2, true],
      ['comment.added', day(3), 'mo', 3, true],
      ['task.edited', day(4), 'jo', 4, true],
      ['task.moved', day(4), 'jo', 5, true],
    ])
    expect(world.at('t')).toMatchObject({
      number: 118,
      title: 'Logger fails',
      statusId: 'done',
      labels: ['ui'],
      comments: 1,
      reporter: 'jo',
      createdAt: day(1),
      updatedAt: day(4),
      version: 5,
    })
    expect(world.folded.comments.get('c1')).toMatchObject({ author: 'mo', createdAt: day(3) })
    expect(world.project.nextNumber).toBe(119)
    holdsFor(world)
    holdsForLog(world)
  })

  it('has nothing to do the second time', () => {
    const world = given()
    world.send('ann', issue)
    expect(world.send('ann', issue)).toMatchObject({ outcome: 'unchanged', events: [] })
  })

  it('adds only what is new the second time', () => {
    const world = given()
    world.send('ann', issue)
    const step = { at: day(6), actor: 'mo', status: { from: 'done', to: 'todo' } }
    const comment = { id: 'c2', author: 'jo', body: 'Again', at: day(5) }
    const end = world.send('ann', {
      ...issue,
      steps: [...issue.steps, step],
      comments: [...issue.comments, comment],
    })
    expect(end.events.map((e) => e.type)).toEqual(['comment.added', 'task.moved'])
    expect(world.at('t')).toMatchObject({ statusId: 'todo', comments: 2, version: 7 })
    holdsFor(world)
  })

  it('goes on from where the task stands here, so that counts stay right', () => {
    const world = given()
    world.send('ann', issue)
    world.send('ben', { type: 'task.move', taskId: 't', statusId: 'todo', place: {} })
    const step = { at: day(6), actor: 'mo', status: { from: 'done', to: 'in-progress' } }
    const end = world.send('ann', { ...issue, steps: [...issue.steps, step] })
    expect(end.events[0]?.data).toMatchObject({ from: 'todo', to: 'in-progress' })
    holdsFor(world)
  })

  it('finds a free place in the column that it moves to', () => {
    const world = given()
    world.send('ann', issue)
    const step = { at: day(6), actor: 'mo', status: { from: 'done', to: 'todo' } }
    const there = world.task()
    expect(world.at(there).rank).toBe(world.at('t').rank)
    world.send('ann', { ...issue, steps: [...issue.steps, step] })
    expect(world.column('todo')).toEqual([there, 't'])
    holdsFor(world)
  })

  it('brings an archived task as archived, and leaves it in peace', () => {
    const world = given()
    const gone = { ...issue, archivedAt: day(7) }
    world.send('ann', gone)
    expect(world.at('t').archivedAt).toBe(day(7))
    expect(world.status('done').taskCount).toBe(0)
    expect(world.send('ann', gone).outcome).toBe('unchanged')
    const step = { at: day(8), actor: 'mo', status: { from: 'done', to: 'todo' } }
    const end = world.send('ann', { ...gone, steps: [...issue.steps, step] })
    expect(end.refusal?.code).toBe('archived')
    holdsFor(world)
  })

  it('refuses a history through statuses that the project does not know', () => {
    const world = given()
    const steps = [{ at: day(2), actor: 'mo', status: { from: 'todo', to: 'QA' } }]
    expect(world.send('ann', { ...issue, steps }).refusal?.field).toBe('statusId')
    const first = { ...issue.first, statusId: 'QA' }
    expect(world.send('ann', { ...issue, first }).refusal?.field).toBe('statusId')
  })

  it('does not leave a task in a column that has been removed', () => {
    const world = given()
    world.send('ann', { type: 'status.remove', statusId: 'done', moveTo: 'todo' })
    expect(world.send('ann', issue).refusal?.field).toBe('statusId')
    const back = { at: day(5), actor: 'mo', status: { from: 'done', to: 'todo' } }
    const end = world.send('ann', { ...issue, steps: [...issue.steps, back] })
    expect(end.outcome).toBe('applied')
    expect(world.column('todo')).toEqual(['t'])
  })
})
