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
  add: { components?: string[]; fixVersions?: string[]; affectedVersions?: string[] },
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

  it('that are archived can still turn out to be affected, and go from there like from others', () => {
    const world = withLists()
    const task = world.task()
    world.send('ann', { type: 'version.edit', versionId: '1.0', set: { state: 'archived' } })
    expect(give(world, task, { affectedVersions: ['x'] }).refusal?.field).toBe('affectedVersions')
    expect(give(world, task, { affectedVersions: ['1.0', '2.0'] }).outcome).toBe('applied')
    const release = {
      type: 'version.release',
      versionId: '2.0',
      releaseDate: '2031-05-01',
    } as const
    world.send('ann', { ...release, moveTo: null })
    expect(world.at(task)).toMatchObject({ affectedVersions: ['1.0', '2.0'], fixVersions: [] })
    const { events, commandId } = world.send('ann', {
      ...{ type: 'version.remove', versionId: '1.0', moveTo: '2.0' },
    })
    expect(events.map(({ type }) => type)).toEqual(['task.edited', 'version.removed'])
    expect(world.at(task).affectedVersions).toEqual(['2.0'])
    world.send('ann', { type: 'command.undo', undoes: commandId })
    expect(world.at(task).affectedVersions).toEqual(['1.0', '2.0'])
  })

  it('are released once, with the choice where what is not done goes', () => {
    const world = withLists()
    const [open, done, gone] = [world.task(), world.task({ statusId: 'done' }), world.task()]
    for (const id of [open, done, gone]) give(world, id, { fixVersions: ['1.0'] })
    world.send('ben', { type: 'task.archive', taskId: gone })
    const baseVersion = world.project.version
    const release = { type: 'version.release', versionId: '1.0', baseVersion } as const
    const on = { ...release, releaseDate: '2031-05-01' }
    expect(world.send('ben', { ...on, moveTo: null }).refusal?.code).toBe('forbidden')
    expect(world.send('ann', { ...on, moveTo: '1.0' }).refusal?.field).toBe('moveTo')
    expect(world.send('ann', { ...on, moveTo: 'x' }).refusal).toMatchObject({
      code: 'not-found',
      field: 'moveTo',
    })
    expect(world.send('ann', { ...on, moveTo: '2.0' }).events.map(({ type }) => type)).toEqual([
      'task.edited',
      'version.edited',
    ])
    expect(world.project.fixVersions[0]).toMatchObject({
      state: 'released',
      releaseDate: '2031-05-01',
    })
    expect([open, done, gone].map((id) => world.at(id).fixVersions)).toEqual([
      ['2.0'],
      ['1.0'],
      ['1.0'],
    ])
    world.becomes('ben', 'admin')
    const late = { ...release, releaseDate: '2031-06-01', moveTo: null } as const
    expect(world.send('ben', late).outcome).toBe('unchanged')

    world.send('ann', { type: 'version.edit', versionId: '2.0', set: { state: 'archived' } })
    expect(world.send('ann', { ...late, versionId: '2.0' }).refusal?.code).toBe('invalid')
  })

  it('ask about the day of a release that another has planned meanwhile', () => {
    const world = withLists()
    const baseVersion = world.project.version
    world.becomes('ben', 'admin')
    const set = { releaseDate: '2031-07-01' }
    world.send('ann', { type: 'version.edit', versionId: '1.0', baseVersion, set })
    const task = world.task()
    give(world, task, { fixVersions: ['1.0'] })
    const release = { type: 'version.release', versionId: '1.0', moveTo: '2.0' } as const
    const end = world.send('ben', { ...release, baseVersion, releaseDate: '2031-05-01' })
    expect(end.conflict?.fields[0]).toMatchObject({ theirs: '2031-07-01', mine: '2031-05-01' })
    expect(world.at(task).fixVersions).toEqual(['1.0'])
    const conflictId = end.conflict?.id ?? ''
    world.send('ben', { type: 'conflict.resolve', conflictId, choice: 'mine' })
    expect(world.project.fixVersions[0]?.releaseDate).toBe('2031-05-01')
    expect(world.at(task).fixVersions).toEqual(['2.0'])
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
