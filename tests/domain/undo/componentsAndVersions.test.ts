import { describe, expect, it } from 'vitest'
import { expectLogInvariants, expectProjectInvariants } from '../support/invariants'
import type { TestCommand } from '../support/testLog'
import { createTestProject, required, type TestProject } from '../support/testProject'
import { undoCommand } from '../support/undoFixtures'

/**
 * Returns a project with components API and Web, versions 1.0 and 2.0, and two tasks with API and
 * 1.0.
 */
function filledProject() {
  const testProject = createTestProject()
  const [a, b] = [testProject.task(), testProject.task()]
  testProject.send('ann', { type: 'component.add', componentId: 'api', name: 'API', lead: 'ben' })
  testProject.send('ann', { type: 'component.add', componentId: 'web', name: 'Web' })
  testProject.send('ann', { type: 'version.add', versionId: 'one', name: '1.0' })
  testProject.send('ann', { type: 'version.add', versionId: 'two', name: '2.0' })
  for (const taskId of [a, b]) {
    const add = { components: ['api'], fixVersions: ['one'] }
    testProject.send('ben', { type: 'task.edit', taskId, add })
  }
  return { testProject, a, b }
}

/** Returns the rows in a comparable form: whether something is removed, but not since when. */
function comparableRows({ projectState }: TestProject) {
  const { components, versions } = required(projectState.project)
  const there = <T extends { removedAt: unknown }>(all: T[]) =>
    all.map((each) => ({ ...each, removedAt: each.removedAt !== null }))
  const tasks = [...projectState.tasks.values()]
  return {
    components: there(components),
    fixVersions: there(versions),
    tasks: tasks.map((task) => [task.id, task.components, task.fixVersions]),
  }
}

const CASES: [string, TestCommand][] = [
  ['the removal of a component', { type: 'component.remove', componentId: 'api', moveTo: null }],
  [
    'the replacement of a component',
    { type: 'component.remove', componentId: 'api', moveTo: 'web' },
  ],
  ['renaming a component', { type: 'component.edit', componentId: 'web', set: { name: 'UI' } }],
  ['a change of the lead', { type: 'component.edit', componentId: 'api', set: { lead: 'cleo' } }],
  ['the removal of a version', { type: 'version.remove', versionId: 'one', moveTo: null }],
  ['the replacement of a version', { type: 'version.remove', versionId: 'one', moveTo: 'two' }],
  [
    'the release of a version',
    { type: 'version.edit', versionId: 'one', set: { state: 'released' } },
  ],
  [
    'archiving a version with a release date',
    {
      type: 'version.edit',
      versionId: 'one',
      set: { state: 'archived', releaseDate: '2031-05-01' },
    },
  ],
]

describe('undoing changes of components and versions', () => {
  it.each(CASES)('undo reverts %s, and undoing the undo applies it again', (_name, testCommand) => {
    const { testProject } = filledProject()
    const before = comparableRows(testProject)
    const done = testProject.send('ann', testCommand)
    const after = comparableRows(testProject)
    expect(after).not.toEqual(before)
    const undone = testProject.send('ann', undoCommand(done.commandId))
    expect([undone.rejection, undone.outcome]).toEqual([undefined, 'applied'])
    expect(comparableRows(testProject)).toEqual(before)
    const again = testProject.send('ann', undoCommand(undone.commandId))
    expect([again.rejection, again.outcome]).toEqual([undefined, 'applied'])
    expect(comparableRows(testProject)).toEqual(after)
    expect(testProject.send('ann', undoCommand(again.commandId)).outcome).toBe('applied')
    expect(comparableRows(testProject)).toEqual(before)
    expect(testProject.send('ann', undoCommand(done.commandId)).outcome).toBe('unchanged')
    expectProjectInvariants(testProject)
    expectLogInvariants(testProject)
  })

  it.each<[string, TestCommand]>([
    ['component', { type: 'component.add', componentId: 'new', name: 'New' }],
    ['version', { type: 'version.add', versionId: 'new', name: 'New', releaseDate: '2031-05-01' }],
  ])('undo removes a new %s, and undoing the undo restores it unchanged', (_name, testCommand) => {
    const { testProject } = filledProject()
    const before = comparableRows(testProject)
    const done = testProject.send('ann', testCommand)
    const after = comparableRows(testProject)
    const undone = testProject.send('ann', undoCommand(done.commandId))
    expect(undone.events.map(({ type }) => type)).toEqual([`${_name}.removed`])
    expect(comparableRows(testProject)).not.toEqual(after)
    testProject.send('ann', undoCommand(undone.commandId))
    expect(comparableRows(testProject)).toEqual(after)
    expect(after).not.toEqual(before)
  })

  it('a restored component returns to archived tasks too', () => {
    const { testProject, a } = filledProject()
    testProject.send('ben', { type: 'task.archive', taskId: a })
    const removal = { type: 'component.remove', componentId: 'api', moveTo: null } as const
    const done = testProject.send('ann', removal)
    expect(testProject.taskById(a).components).toEqual([])
    expect(testProject.send('ann', undoCommand(done.commandId)).outcome).toBe('applied')
    expect(testProject.taskById(a)).toMatchObject({
      components: ['api'],
      archivedAt: expect.any(String),
    })
  })

  it('a restored version returns to its tasks even if it is archived', () => {
    const { testProject, a } = filledProject()
    testProject.send('ann', { type: 'version.edit', versionId: 'one', set: { state: 'archived' } })
    const done = testProject.send('ann', { type: 'version.remove', versionId: 'one', moveTo: null })
    expect(testProject.send('ann', undoCommand(done.commandId)).outcome).toBe('applied')
    expect(testProject.taskById(a).fixVersions).toEqual(['one'])
    expect(testProject.project.versions[0]).toMatchObject({ state: 'archived', removedAt: null })
  })

  it('only an admin may undo a change of a component', () => {
    const { testProject } = filledProject()
    const [, testCommand] = required(CASES[2])
    const done = testProject.send('ann', testCommand)
    expect(testProject.send('ben', undoCommand(done.commandId)).rejection?.message).toMatch(
      /Only an admin/,
    )
  })
})

describe('reasons that block undoing changes of components and versions', () => {
  const removal = { type: 'component.remove', componentId: 'api', moveTo: null } as const
  const obstaclesOf = (end: ReturnType<TestProject['send']>) =>
    end.rejection?.undoBlockers?.blockers

  it('undo is blocked when another component has the name, and the tasks stay unchanged', () => {
    const { testProject, a } = filledProject()
    const done = testProject.send('ann', { ...removal, moveTo: 'web' })
    testProject.send('ann', { type: 'component.add', componentId: 'other', name: 'api' })
    const end = testProject.send('ann', undoCommand(done.commandId))
    expect(end.rejection?.undoBlockers?.undoableCount).toBe(0)
    expect(obstaclesOf(end)?.map(({ message }) => message)).toEqual([
      'Another component is called API by now. Give that one another name first.',
      'API has been removed since.',
      'API has been removed since.',
    ])
    expect(testProject.taskById(a).components).toEqual(['web'])
    const renamed = testProject.send('ann', {
      type: 'component.edit',
      componentId: 'web',
      set: { name: 'UI' },
    })
    testProject.send('ann', { type: 'component.add', componentId: 'third', name: 'WEB' })
    const [first] = obstaclesOf(testProject.send('ann', undoCommand(renamed.commandId))) ?? []
    expect(first?.message).toMatch(/^Another component is called Web/)
  })

  it('undo is blocked by a newer change, with its author and time', () => {
    const { testProject } = filledProject()
    const edit = (name: string): TestCommand => {
      return { type: 'version.edit', versionId: 'one', set: { name } }
    }
    const mine = testProject.send('ann', edit('1.1'))
    const later = testProject.send('ann', edit('1.2'))
    expect(obstaclesOf(testProject.send('ann', undoCommand(mine.commandId)))).toEqual([
      {
        taskId: null,
        field: 'version one name',
        message: 'The name has been changed since.',
        changedBy: 'ann',
        changedAt: later.events[0]?.at,
        changedSeq: later.events[0]?.seq,
      },
    ])
  })

  it('undo is blocked when the component was removed, with the author of the removal', () => {
    const { testProject } = filledProject()
    const edit = { type: 'component.edit', componentId: 'api', set: { lead: null } } as const
    const edited = testProject.send('ann', edit)
    const gone = testProject.send('ann', removal)
    expect(obstaclesOf(testProject.send('ann', undoCommand(edited.commandId)))).toMatchObject([
      {
        message: 'API has been removed since.',
        changedBy: 'ann',
        changedSeq: gone.events.at(-1)?.seq,
      },
    ])
  })

  it('undoing a new component is blocked when tasks have it', () => {
    const { testProject, a, b } = filledProject()
    const added = testProject.send('ann', {
      type: 'component.add',
      componentId: 'new',
      name: 'New',
    })
    for (const taskId of [a, b]) {
      testProject.send('ben', { type: 'task.edit', taskId, add: { components: ['new'] } })
    }
    const [first] = obstaclesOf(testProject.send('ann', undoCommand(added.commandId))) ?? []
    expect(first?.message).toBe(
      '2 tasks have New by now. Remove the component in the settings instead.',
    )
  })

  it('a task that got another component is blocked, and the other tasks get theirs back', () => {
    const { testProject, a, b } = filledProject()
    const done = testProject.send('ann', removal)
    const chosen = testProject.send('cleo', {
      type: 'task.edit',
      taskId: a,
      add: { components: ['web'] },
    })
    const end = testProject.send('ann', undoCommand(done.commandId))
    expect(end.rejection?.undoBlockers).toMatchObject({
      undoableCount: 2,
      blockers: [
        { taskId: a, field: 'components', changedBy: 'cleo', changedSeq: chosen.events[0]?.seq },
      ],
    })
    expect(testProject.send('ann', undoCommand(done.commandId, true)).outcome).toBe('merged')
    expect([testProject.taskById(a).components, testProject.taskById(b).components]).toEqual([
      ['web'],
      ['api'],
    ])
  })

  it('a reverted choice and the removal of another component do not block undo', () => {
    const { testProject, a } = filledProject()
    testProject.send('ben', { type: 'task.edit', taskId: a, add: { components: ['web'] } })
    const done = testProject.send('ann', removal)
    testProject.send('ann', { type: 'component.remove', componentId: 'web', moveTo: null })
    testProject.send('ann', { type: 'component.add', componentId: 'new', name: 'New' })
    testProject.send('cleo', { type: 'task.edit', taskId: a, add: { components: ['new'] } })
    testProject.send('cleo', { type: 'task.edit', taskId: a, remove: { components: ['new'] } })
    expect(testProject.send('ann', undoCommand(done.commandId)).rejection).toBeUndefined()
    expect(testProject.taskById(a).components).toEqual(['api'])
  })
})

describe('undoing changes that removed a component or version from a task', () => {
  it('undoing an edit is blocked only for a component that was removed later', () => {
    const { testProject, a } = filledProject()
    const edit: TestCommand = {
      type: 'task.edit',
      taskId: a,
      set: { priority: 3 },
      remove: { components: ['api'] },
    }
    const edited = testProject.send('ben', edit)
    testProject.send('ann', { type: 'component.remove', componentId: 'api', moveTo: null })
    expect(
      testProject.send('ben', undoCommand(edited.commandId)).rejection?.undoBlockers,
    ).toMatchObject({
      undoableCount: 1,
      blockers: [{ taskId: a, field: 'components', message: 'API has been removed since.' }],
    })
    expect(testProject.taskById(a).priority).toBe(3)
    expect(testProject.send('ben', undoCommand(edited.commandId, true)).outcome).toBe('applied')
    expect(testProject.taskById(a)).toMatchObject({ priority: 0, components: [] })
    expectProjectInvariants(testProject)
  })

  it('repeating a move is blocked only for a version that was removed later', () => {
    const { testProject, a } = filledProject()
    const moved = testProject.send('ben', {
      type: 'task.move',
      taskId: a,
      statusId: 'done',
      position: {},
      add: { fixVersions: ['two'] },
    })
    const undone = testProject.send('ben', undoCommand(moved.commandId))
    testProject.send('ann', { type: 'version.remove', versionId: 'two', moveTo: null })
    expect(
      testProject.send('ben', undoCommand(undone.commandId)).rejection?.undoBlockers,
    ).toMatchObject({
      undoableCount: 1,
      blockers: [{ taskId: a, field: 'fixVersions', message: '2.0 has been removed since.' }],
    })
    testProject.send('ben', undoCommand(undone.commandId, true))
    expect(testProject.taskById(a)).toMatchObject({ statusId: 'done', fixVersions: ['one'] })
    expectProjectInvariants(testProject)
  })
})
