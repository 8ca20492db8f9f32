import { describe, expect, it } from 'vitest'
import { given, type World } from './support/given'

/** A project with the components API and Web, and the versions 1.0 and 2.0. */
function withLists(): World {
  const world = given()
  for (const name of ['API', 'Web']) {
    world.send('ann', { type: 'component.add', componentId: name, name })
  }
  for (const name of ['1.0', '2.0']) {
    world.send('ann', { type: 'version.add', versionId: name, name })
  }
  return world
}

const give = (
  world: World,
  taskId: string,
  add: { components?: string[]; fixVersions?: string[] },
) => world.send('ben', { type: 'task.edit', taskId, add })

describe('components and versions', () => {
  it('are an admin’s to make, each with a name of its own', () => {
    const world = withLists()
    expect(world.project.components.map((each) => each.name)).toEqual(['API', 'Web'])
    expect(world.project.fixVersions[0]).toMatchObject({ state: 'planned', releaseDate: null })
    const add = { type: 'component.add', componentId: 'x' } as const
    expect(world.send('ben', { ...add, name: 'X' }).refusal?.code).toBe('forbidden')
    expect(world.send('ann', { ...add, name: ' api ' }).refusal?.code).toBe('name-taken')
    expect(world.send('ann', { ...add, name: ' ' }).refusal?.code).toBe('invalid')
    expect(world.send('ann', { ...add, componentId: 'API', name: 'Y' }).refusal?.code).toBe(
      'id-taken',
    )
    expect(world.send('ann', { ...add, name: 'Y', lead: 'nobody' }).refusal?.field).toBe('lead')
  })

  it('are judged field by field', () => {
    const world = withLists()
    const base = world.project.version
    const edit = { type: 'version.edit', versionId: '1.0', baseVersion: base } as const
    world.becomes('ben', 'admin')
    world.send('ann', { ...edit, set: { releaseDate: '2031-05-01' } })
    expect(world.send('ben', { ...edit, set: { state: 'released' } }).outcome).toBe('merged')
    const end = world.send('ben', { ...edit, set: { releaseDate: '2031-06-01' } })
    expect(end.conflict?.fields[0]).toMatchObject({
      field: 'version 1.0 releaseDate',
      theirs: '2031-05-01',
      mine: '2031-06-01',
    })
  })

  it('are given to tasks while they are there and not archived', () => {
    const world = withLists()
    const task = world.task()
    expect(give(world, task, { components: ['API'], fixVersions: ['1.0'] }).outcome).toBe('applied')
    expect(world.at(task)).toMatchObject({ components: ['API'], fixVersions: ['1.0'] })
    expect(give(world, task, { components: ['nothing'] }).refusal).toMatchObject({
      code: 'not-found',
      field: 'components',
    })
    world.send('ann', { type: 'version.edit', versionId: '2.0', set: { state: 'archived' } })
    expect(give(world, task, { fixVersions: ['2.0'] }).refusal?.field).toBe('fixVersions')
  })

  it('go with all their tasks to another one, or off them', () => {
    const world = withLists()
    const [a, b, gone] = [world.task(), world.task(), world.task()]
    for (const id of [a, b, gone]) give(world, id, { components: ['API'], fixVersions: ['1.0'] })
    give(world, b, { components: ['Web'] })
    world.send('ben', { type: 'task.archive', taskId: gone })
    const remove = { type: 'component.remove', componentId: 'API' } as const
    expect(world.send('ann', { ...remove, moveTo: 'API' }).refusal?.field).toBe('moveTo')
    expect(world.send('ann', { ...remove, moveTo: 'x' }).refusal?.code).toBe('not-found')
    expect(world.send('ann', { ...remove, moveTo: 'Web' }).events).toHaveLength(4)
    expect([a, b, gone].map((id) => world.at(id).components)).toEqual([['Web'], ['Web'], ['Web']])
    expect(world.send('ann', { ...remove, moveTo: null }).outcome).toBe('unchanged')
    world.send('ann', { type: 'version.remove', versionId: '1.0', moveTo: null })
    expect(world.at(a).fixVersions).toEqual([])
    const again = { type: 'version.add', versionId: 'new', name: '1.0' } as const
    expect(world.send('ann', again).outcome).toBe('applied')
  })
})
