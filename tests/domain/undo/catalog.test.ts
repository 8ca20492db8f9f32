import { describe, expect, it } from 'vitest'
import { given, present, type World } from '../support/given'
import { holdsFor, holdsForLog } from '../support/invariants'
import type { Wish } from '../support/log'
import { undo } from '../support/undone'

/** A project with components API and Web, versions 1.0 and 2.0, and two tasks of API and 1.0. */
function filled() {
  const world = given()
  const [a, b] = [world.task(), world.task()]
  world.send('ann', { type: 'component.add', componentId: 'api', name: 'API', lead: 'ben' })
  world.send('ann', { type: 'component.add', componentId: 'web', name: 'Web' })
  world.send('ann', { type: 'version.add', versionId: 'one', name: '1.0' })
  world.send('ann', { type: 'version.add', versionId: 'two', name: '2.0' })
  for (const taskId of [a, b]) {
    const add = { components: ['api'], fixVersions: ['one'] }
    world.send('ben', { type: 'task.edit', taskId, add })
  }
  return { world, a, b }
}

/** What can be compared before and after: whether something is gone, not since when. */
function rows({ folded }: World) {
  const { components, fixVersions } = present(folded.project)
  const there = <T extends { removedAt: unknown }>(all: T[]) =>
    all.map((each) => ({ ...each, removedAt: each.removedAt !== null }))
  const tasks = [...folded.tasks.values()]
  return {
    components: there(components),
    fixVersions: there(fixVersions),
    tasks: tasks.map((task) => [task.id, task.components, task.fixVersions]),
  }
}

const CASES: [string, Wish][] = [
  ['a component removed', { type: 'component.remove', componentId: 'api', moveTo: null }],
  [
    'a component removed for another',
    { type: 'component.remove', componentId: 'api', moveTo: 'web' },
  ],
  ['a component renamed', { type: 'component.edit', componentId: 'web', set: { name: 'UI' } }],
  ['a lead', { type: 'component.edit', componentId: 'api', set: { lead: 'cleo' } }],
  ['a version removed', { type: 'version.remove', versionId: 'one', moveTo: null }],
  ['a version removed for another', { type: 'version.remove', versionId: 'one', moveTo: 'two' }],
  ['a version released', { type: 'version.edit', versionId: 'one', set: { state: 'released' } }],
  [
    'a version archived with a day',
    {
      type: 'version.edit',
      versionId: 'one',
      set: { state: 'archived', releaseDate: '2031-05-01' },
    },
  ],
]

describe('taking back what was done to components and versions', () => {
  it.each(CASES)('puts back %s, and does it again', (_name, wish) => {
    const { world } = filled()
    const before = rows(world)
    const done = world.send('ann', wish)
    const after = rows(world)
    expect(after).not.toEqual(before)
    const undone = world.send('ann', undo(done.commandId))
    expect([undone.refusal, undone.outcome]).toEqual([undefined, 'applied'])
    expect(rows(world)).toEqual(before)
    const again = world.send('ann', undo(undone.commandId))
    expect([again.refusal, again.outcome]).toEqual([undefined, 'applied'])
    expect(rows(world)).toEqual(after)
    expect(world.send('ann', undo(again.commandId)).outcome).toBe('applied')
    expect(rows(world)).toEqual(before)
    expect(world.send('ann', undo(done.commandId)).outcome).toBe('unchanged')
    holdsFor(world)
    holdsForLog(world)
  })

  it.each<[string, Wish]>([
    ['component', { type: 'component.add', componentId: 'new', name: 'New' }],
    ['version', { type: 'version.add', versionId: 'new', name: 'New', releaseDate: '2031-05-01' }],
  ])('puts a new %s away, and brings it again as it was', (_name, wish) => {
    const { world } = filled()
    const before = rows(world)
    const done = world.send('ann', wish)
    const after = rows(world)
    const undone = world.send('ann', undo(done.commandId))
    expect(undone.events.map(({ type }) => type)).toEqual([`${_name}.removed`])
    expect(rows(world)).not.toEqual(after)
    world.send('ann', undo(undone.commandId))
    expect(rows(world)).toEqual(after)
    expect(after).not.toEqual(before)
  })

  it('gives a component back to archived tasks too', () => {
    const { world, a } = filled()
    world.send('ben', { type: 'task.archive', taskId: a })
    const removal = { type: 'component.remove', componentId: 'api', moveTo: null } as const
    const done = world.send('ann', removal)
    expect(world.at(a).components).toEqual([])
    expect(world.send('ann', undo(done.commandId)).outcome).toBe('applied')
    expect(world.at(a)).toMatchObject({ components: ['api'], archivedAt: expect.any(String) })
  })

  it('returns an archived version to its tasks, as nothing new is planned for it', () => {
    const { world, a } = filled()
    world.send('ann', { type: 'version.edit', versionId: 'one', set: { state: 'archived' } })
    const done = world.send('ann', { type: 'version.remove', versionId: 'one', moveTo: null })
    expect(world.send('ann', undo(done.commandId)).outcome).toBe('applied')
    expect(world.at(a).fixVersions).toEqual(['one'])
    expect(world.project.fixVersions[0]).toMatchObject({ state: 'archived', removedAt: null })
  })

  it('is for admins', () => {
    const { world } = filled()
    const [, wish] = present(CASES[2])
    const done = world.send('ann', wish)
    expect(world.send('ben', undo(done.commandId)).refusal?.message).toMatch(/Only an admin/)
  })
})

describe('what stands in the way of that', () => {
  const removal = { type: 'component.remove', componentId: 'api', moveTo: null } as const
  const obstaclesOf = (end: ReturnType<World['send']>) => end.refusal?.inTheWay?.obstacles

  it('is a name that another has by now; the tasks stay as they are then', () => {
    const { world, a } = filled()
    const done = world.send('ann', { ...removal, moveTo: 'web' })
    world.send('ann', { type: 'component.add', componentId: 'other', name: 'api' })
    const end = world.send('ann', undo(done.commandId))
    expect(end.refusal?.inTheWay?.rest).toBe(0)
    expect(obstaclesOf(end)?.map(({ message }) => message)).toEqual([
      'Another component is called API by now. Give that one another name first.',
      'API has been removed since.',
      'API has been removed since.',
    ])
    expect(world.at(a).components).toEqual(['web'])
    const renamed = world.send('ann', {
      type: 'component.edit',
      componentId: 'web',
      set: { name: 'UI' },
    })
    world.send('ann', { type: 'component.add', componentId: 'third', name: 'WEB' })
    const [first] = obstaclesOf(world.send('ann', undo(renamed.commandId))) ?? []
    expect(first?.message).toMatch(/^Another component is called Web/)
  })

  it('is what was changed again, by whom and when', () => {
    const { world } = filled()
    const edit = (name: string): Wish => {
      return { type: 'version.edit', versionId: 'one', set: { name } }
    }
    const mine = world.send('ann', edit('1.1'))
    const later = world.send('ann', edit('1.2'))
    expect(obstaclesOf(world.send('ann', undo(mine.commandId)))).toEqual([
      {
        taskId: null,
        field: 'version one name',
        message: 'The name has been changed since.',
        by: 'ann',
        at: later.events[0]?.at,
        seq: later.events[0]?.seq,
      },
    ])
  })

  it('is a component that has been removed since, by whom', () => {
    const { world } = filled()
    const edit = { type: 'component.edit', componentId: 'api', set: { lead: null } } as const
    const edited = world.send('ann', edit)
    const gone = world.send('ann', removal)
    expect(obstaclesOf(world.send('ann', undo(edited.commandId)))).toMatchObject([
      { message: 'API has been removed since.', by: 'ann', seq: gone.events.at(-1)?.seq },
    ])
  })

  it('are the tasks that a new one has got by now', () => {
    const { world, a, b } = filled()
    const added = world.send('ann', { type: 'component.add', componentId: 'new', name: 'New' })
    for (const taskId of [a, b]) {
      world.send('ben', { type: 'task.edit', taskId, add: { components: ['new'] } })
    }
    const [first] = obstaclesOf(world.send('ann', undo(added.commandId))) ?? []
    expect(first?.message).toBe(
      '2 tasks have New by now. Remove the component in the settings instead.',
    )
  })

  it('is what somebody has chosen for a task meanwhile; the others get it back', () => {
    const { world, a, b } = filled()
    const done = world.send('ann', removal)
    const chosen = world.send('cleo', {
      type: 'task.edit',
      taskId: a,
      add: { components: ['web'] },
    })
    const end = world.send('ann', undo(done.commandId))
    expect(end.refusal?.inTheWay).toMatchObject({
      rest: 2,
      obstacles: [{ taskId: a, field: 'components', by: 'cleo', seq: chosen.events[0]?.seq }],
    })
    expect(world.send('ann', undo(done.commandId, true)).outcome).toBe('merged')
    expect([world.at(a).components, world.at(b).components]).toEqual([['web'], ['api']])
  })

  it('is no choice that came to nothing, nor the removal of another component', () => {
    const { world, a } = filled()
    world.send('ben', { type: 'task.edit', taskId: a, add: { components: ['web'] } })
    const done = world.send('ann', removal)
    world.send('ann', { type: 'component.remove', componentId: 'web', moveTo: null })
    world.send('ann', { type: 'component.add', componentId: 'new', name: 'New' })
    world.send('cleo', { type: 'task.edit', taskId: a, add: { components: ['new'] } })
    world.send('cleo', { type: 'task.edit', taskId: a, remove: { components: ['new'] } })
    expect(world.send('ann', undo(done.commandId)).refusal).toBeUndefined()
    expect(world.at(a).components).toEqual(['api'])
  })
})

describe('what took a component or version off a task', () => {
  it('is an edit that goes back but for a component that has been removed since, and says so', () => {
    const { world, a } = filled()
    const edit: Wish = {
      type: 'task.edit',
      taskId: a,
      set: { priority: 3 },
      remove: { components: ['api'] },
    }
    const edited = world.send('ben', edit)
    world.send('ann', { type: 'component.remove', componentId: 'api', moveTo: null })
    expect(world.send('ben', undo(edited.commandId)).refusal?.inTheWay).toMatchObject({
      rest: 1,
      obstacles: [{ taskId: a, field: 'components', message: 'API has been removed since.' }],
    })
    expect(world.at(a).priority).toBe(3)
    expect(world.send('ben', undo(edited.commandId, true)).outcome).toBe('applied')
    expect(world.at(a)).toMatchObject({ priority: 0, components: [] })
    holdsFor(world)
  })

  it('is the same with a move that is made again', () => {
    const { world, a } = filled()
    const moved = world.send('ben', {
      type: 'task.move',
      taskId: a,
      statusId: 'done',
      place: {},
      add: { fixVersions: ['two'] },
    })
    const undone = world.send('ben', undo(moved.commandId))
    world.send('ann', { type: 'version.remove', versionId: 'two', moveTo: null })
    expect(world.send('ben', undo(undone.commandId)).refusal?.inTheWay).toMatchObject({
      rest: 1,
      obstacles: [{ taskId: a, field: 'fixVersions', message: '2.0 has been removed since.' }],
    })
    world.send('ben', undo(undone.commandId, true))
    expect(world.at(a)).toMatchObject({ statusId: 'done', fixVersions: ['one'] })
    holdsFor(world)
  })
})
