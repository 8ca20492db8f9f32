import { describe, expect, it } from 'vitest'
import { expectLogInvariants, expectProjectInvariants } from '../support/invariants'
import type { TestCommand } from '../support/testLog'
import { createTestProject, required, type TestProject } from '../support/testProject'
import { undoCommand } from '../support/undoFixtures'

/** A project with components API and Web, versions 1.0 and 2.0, and two tasks of API and 1.0. */
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

/** What can be compared before and after: whether something is gone, not since when. */
function comparableRows({ projectState }: TestProject) {
  const { components, fixVersions } = required(projectState.project)
  const there = <T extends { removedAt: unknown }>(all: T[]) =>
    all.map((each) => ({ ...each, removedAt: each.removedAt !== null }))
  const tasks = [...projectState.tasks.values()]
  return {
    components: there(components),
    fixVersions: there(fixVersions),
    tasks: tasks.map((task) => [task.id, task.components, task.fixVersions]),
  }
}

const CASES: [string, TestCommand][] = [
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
  it.each(CASES)('puts back %s, and does it again', (_name, testCommand) => {
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
  ])('puts a new %s away, and brings it again as it was', (_name, testCommand) => {
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

  it('gives a component back to archived tasks too', () => {
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

  it('returns an archived version to its tasks, as nothing new is planned for it', () => {
    const { testProject, a } = filledProject()
    testProject.send('ann', { type: 'version.edit', versionId: 'one', set: { state: 'archived' } })
    const done = testProject.send('ann', { type: 'version.remove', versionId: 'one', moveTo: null })
    expect(testProject.send('ann', undoCommand(done.commandId)).outcome).toBe('applied')
    expect(testProject.taskById(a).fixVersions).toEqual(['one'])
    expect(testProject.project.fixVersions[0]).toMatchObject({ state: 'archived', removedAt: null })
  })

  it('is for admins', () => {
    const { testProject } = filledProject()
    const [, testCommand] = required(CASES[2])
    const done = testProject.send('ann', testCommand)
    expect(testProject.send('ben', undoCommand(done.commandId)).rejection?.message).toMatch(
      /Only an admin/,
    )
  })
})

describe('what stands in the way of that', () => {
  const removal = { type: 'component.remove', componentId: 'api', moveTo: null } as const
  const obstaclesOf = (end: ReturnType<TestProject['send']>) =>
    end.rejection?.undoBlockers?.blockers

  it('is a name that another has by now; the tasks stay as they are then', () => {
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

  it('is what was changed again, by whom and when', () => {
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

  it('is a component that has been removed since, by whom', () => {
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

  it('are the tasks that a new one has got by now', () => {
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

  it('is what somebody has chosen for a task meanwhile; the others get it back', () => {
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

  it('is no choice that came to nothing, nor the removal of another component', () => {
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

describe('what took a component or version off a task', () => {
  it('is an edit that goes back but for a component that has been removed since, and says so', () => {
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

  it('is the same with a move that is made again', () => {
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
