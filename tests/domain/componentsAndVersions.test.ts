import { describe, expect, it } from 'vitest'
import { createTestProject, type TestProject } from './support/testProject'

/** Returns a project with the components API and Web, and the versions 1.0 and 2.0. */
function projectWithComponentsAndVersions(): TestProject {
  const testProject = createTestProject()
  for (const name of ['API', 'Web']) {
    testProject.send('ann', { type: 'component.add', componentId: name, name })
  }
  for (const name of ['1.0', '2.0']) {
    testProject.send('ann', { type: 'version.add', versionId: name, name })
  }
  return testProject
}

const addToTask = (
  testProject: TestProject,
  taskId: string,
  add: { components?: string[]; fixVersions?: string[]; affectedVersions?: string[] },
) => testProject.send('ben', { type: 'task.edit', taskId, add })

describe('components and versions', () => {
  it('only an admin can add a component, and its name must be unique', () => {
    const testProject = projectWithComponentsAndVersions()
    expect(testProject.project.components.map((each) => each.name)).toEqual(['API', 'Web'])
    expect(testProject.project.versions[0]).toMatchObject({
      state: 'planned',
      releaseDate: null,
    })
    const add = { type: 'component.add', componentId: 'x' } as const
    expect(testProject.send('ben', { ...add, name: 'X' }).rejection?.code).toBe('forbidden')
    expect(testProject.send('ann', { ...add, name: ' api ' }).rejection?.code).toBe('name-taken')
    expect(testProject.send('ann', { ...add, name: ' ' }).rejection?.code).toBe('invalid')
    expect(testProject.send('ann', { ...add, componentId: 'API', name: 'Y' }).rejection?.code).toBe(
      'id-taken',
    )
    expect(testProject.send('ann', { ...add, name: 'Y', lead: 'nobody' }).rejection?.field).toBe(
      'lead',
    )
  })

  it('concurrent edits of a version are merged field by field', () => {
    const testProject = projectWithComponentsAndVersions()
    const base = testProject.project.version
    const edit = { type: 'version.edit', versionId: '1.0', baseVersion: base } as const
    testProject.changeRole('ben', 'admin')
    testProject.send('ann', { ...edit, set: { releaseDate: '2031-05-01' } })
    expect(testProject.send('ben', { ...edit, set: { state: 'released' } }).outcome).toBe('merged')
    const end = testProject.send('ben', { ...edit, set: { releaseDate: '2031-06-01' } })
    expect(end.conflict?.fields[0]).toMatchObject({
      field: 'version 1.0 releaseDate',
      theirs: '2031-05-01',
      mine: '2031-06-01',
    })
  })

  it('a task can get a component or fix version unless it is removed or archived', () => {
    const testProject = projectWithComponentsAndVersions()
    const task = testProject.task()
    expect(
      addToTask(testProject, task, { components: ['API'], fixVersions: ['1.0'] }).outcome,
    ).toBe('applied')
    expect(testProject.taskById(task)).toMatchObject({ components: ['API'], fixVersions: ['1.0'] })
    expect(addToTask(testProject, task, { components: ['nothing'] }).rejection).toMatchObject({
      code: 'not-found',
      field: 'components',
    })
    testProject.send('ann', { type: 'version.edit', versionId: '2.0', set: { state: 'archived' } })
    expect(addToTask(testProject, task, { fixVersions: ['2.0'] }).rejection?.field).toBe(
      'fixVersions',
    )
  })

  it('an archived version can be an affected version and can be replaced there', () => {
    const testProject = projectWithComponentsAndVersions()
    const task = testProject.task()
    testProject.send('ann', { type: 'version.edit', versionId: '1.0', set: { state: 'archived' } })
    expect(addToTask(testProject, task, { affectedVersions: ['x'] }).rejection?.field).toBe(
      'affectedVersions',
    )
    expect(addToTask(testProject, task, { affectedVersions: ['1.0', '2.0'] }).outcome).toBe(
      'applied',
    )
    const release = {
      type: 'version.release',
      versionId: '2.0',
      releaseDate: '2031-05-01',
    } as const
    testProject.send('ann', { ...release, moveTo: null })
    expect(testProject.taskById(task)).toMatchObject({
      affectedVersions: ['1.0', '2.0'],
      fixVersions: [],
    })
    const { events, commandId } = testProject.send('ann', {
      ...{ type: 'version.remove', versionId: '1.0', moveTo: '2.0' },
    })
    expect(events.map(({ type }) => type)).toEqual(['task.edited', 'version.removed'])
    expect(testProject.taskById(task).affectedVersions).toEqual(['2.0'])
    testProject.send('ann', { type: 'command.undo', undoneCommandId: commandId })
    expect(testProject.taskById(task).affectedVersions).toEqual(['1.0', '2.0'])
  })

  it('a version is released once, and its unfinished tasks can move to another version', () => {
    const testProject = projectWithComponentsAndVersions()
    const [open, done, gone] = [
      testProject.task(),
      testProject.task({ statusId: 'done' }),
      testProject.task(),
    ]
    for (const id of [open, done, gone]) addToTask(testProject, id, { fixVersions: ['1.0'] })
    testProject.send('ben', { type: 'task.archive', taskId: gone })
    const baseVersion = testProject.project.version
    const release = { type: 'version.release', versionId: '1.0', baseVersion } as const
    const on = { ...release, releaseDate: '2031-05-01' }
    expect(testProject.send('ben', { ...on, moveTo: null }).rejection?.code).toBe('forbidden')
    expect(testProject.send('ann', { ...on, moveTo: '1.0' }).rejection?.field).toBe('moveTo')
    expect(testProject.send('ann', { ...on, moveTo: 'x' }).rejection).toMatchObject({
      code: 'not-found',
      field: 'moveTo',
    })
    expect(
      testProject.send('ann', { ...on, moveTo: '2.0' }).events.map(({ type }) => type),
    ).toEqual(['task.edited', 'version.edited'])
    expect(testProject.project.versions[0]).toMatchObject({
      state: 'released',
      releaseDate: '2031-05-01',
    })
    expect([open, done, gone].map((id) => testProject.taskById(id).fixVersions)).toEqual([
      ['2.0'],
      ['1.0'],
      ['1.0'],
    ])
    testProject.changeRole('ben', 'admin')
    const late = { ...release, releaseDate: '2031-06-01', moveTo: null } as const
    expect(testProject.send('ben', late).outcome).toBe('unchanged')

    testProject.send('ann', { type: 'version.edit', versionId: '2.0', set: { state: 'archived' } })
    expect(testProject.send('ann', { ...late, versionId: '2.0' }).rejection?.code).toBe('invalid')
  })

  it('a release conflicts with a concurrent change of the release date', () => {
    const testProject = projectWithComponentsAndVersions()
    const baseVersion = testProject.project.version
    testProject.changeRole('ben', 'admin')
    const set = { releaseDate: '2031-07-01' }
    testProject.send('ann', { type: 'version.edit', versionId: '1.0', baseVersion, set })
    const task = testProject.task()
    addToTask(testProject, task, { fixVersions: ['1.0'] })
    const release = { type: 'version.release', versionId: '1.0', moveTo: '2.0' } as const
    const end = testProject.send('ben', { ...release, baseVersion, releaseDate: '2031-05-01' })
    expect(end.conflict?.fields[0]).toMatchObject({ theirs: '2031-07-01', mine: '2031-05-01' })
    expect(testProject.taskById(task).fixVersions).toEqual(['1.0'])
    const conflictId = end.conflict?.id ?? ''
    testProject.send('ben', { type: 'conflict.resolve', conflictId, choice: 'mine' })
    expect(testProject.project.versions[0]?.releaseDate).toBe('2031-05-01')
    expect(testProject.taskById(task).fixVersions).toEqual(['2.0'])
  })

  it('removing a component or version replaces or removes it on all tasks', () => {
    const testProject = projectWithComponentsAndVersions()
    const [a, b, gone] = [testProject.task(), testProject.task(), testProject.task()]
    for (const id of [a, b, gone])
      addToTask(testProject, id, { components: ['API'], fixVersions: ['1.0'] })
    addToTask(testProject, b, { components: ['Web'] })
    testProject.send('ben', { type: 'task.archive', taskId: gone })
    const remove = { type: 'component.remove', componentId: 'API' } as const
    expect(testProject.send('ann', { ...remove, moveTo: 'API' }).rejection?.field).toBe('moveTo')
    expect(testProject.send('ann', { ...remove, moveTo: 'x' }).rejection?.code).toBe('not-found')
    expect(testProject.send('ann', { ...remove, moveTo: 'Web' }).events).toHaveLength(4)
    expect([a, b, gone].map((id) => testProject.taskById(id).components)).toEqual([
      ['Web'],
      ['Web'],
      ['Web'],
    ])
    expect(testProject.send('ann', { ...remove, moveTo: null }).outcome).toBe('unchanged')
    testProject.send('ann', { type: 'version.remove', versionId: '1.0', moveTo: null })
    expect(testProject.taskById(a).fixVersions).toEqual([])
    const again = { type: 'version.add', versionId: 'new', name: '1.0' } as const
    expect(testProject.send('ann', again).outcome).toBe('applied')
  })

  it('a replacement that is removed or unknown is rejected', () => {
    const testProject = projectWithComponentsAndVersions()
    const task = testProject.task()
    addToTask(testProject, task, { components: ['API'], fixVersions: ['1.0'] })
    const component = (componentId: string, moveTo: string | null) =>
      testProject.send('ann', { type: 'component.remove', componentId, moveTo })
    const version = (versionId: string, moveTo: string | null) =>
      testProject.send('ann', { type: 'version.remove', versionId, moveTo })
    component('Web', null)
    version('2.0', null)
    const ends = [
      ...[component('API', 'Web'), component('API', 'x')],
      ...[version('1.0', '2.0'), version('1.0', 'x')],
    ]
    for (const { rejection } of ends)
      expect(rejection).toMatchObject({ code: 'not-found', field: 'moveTo' })
    expect(testProject.taskById(task)).toMatchObject({ components: ['API'], fixVersions: ['1.0'] })
  })
})
