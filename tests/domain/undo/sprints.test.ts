import { describe, expect, it } from 'vitest'
import { expectLogInvariants, expectProjectInvariants } from '../support/invariants'
import {
  createSprintWithTasks,
  DATES,
  planTasks,
  projectWithRunningSprint,
  sectionTaskIds,
  sprintById,
} from '../support/sprints'
import type { TestProject } from '../support/testProject'
import { comparableRows, filledProject, planCommand, undoCommand } from '../support/undoFixtures'

describe('undoing the restoration of a sprint', () => {
  it('the sprint is not removed again when a task was planned in it', () => {
    const { testProject, a } = filledProject()
    const removed = testProject.send('ben', { type: 'sprint.remove', sprintId: 's' })
    const restored = testProject.send('ben', undoCommand(removed.commandId))
    testProject.send('ben', planCommand(a, 's'))
    const { rejection } = testProject.send('ben', undoCommand(restored.commandId))
    expect(rejection).toMatchObject({ code: 'undo-blocked' })
    expect(testProject.taskById(a).sprintId).toBe('s')
    expect(testProject.project.sprints).toMatchObject([{ id: 's', removedAt: null }])
  })

  it('the sprint is removed again with its own tasks when no other was planned in it', () => {
    const { testProject, a } = filledProject()
    testProject.send('ben', planCommand(a, 's'))
    const removed = testProject.send('ben', { type: 'sprint.remove', sprintId: 's' })
    const restored = testProject.send('ben', undoCommand(removed.commandId))
    expect(testProject.taskById(a).sprintId).toBe('s')
    expect(testProject.send('ben', undoCommand(restored.commandId)).outcome).toBe('applied')
    expect(testProject.taskById(a).sprintId).toBeNull()
  })
})

/** Completes the sprint of `projectWithRunningSprint` after its first task was done. */
function completeSprint(
  testProject: TestProject,
  who: string,
  destination: object = { defaultDestination: null },
) {
  testProject.send(who, {
    type: 'task.move',
    taskId: 'one 1',
    statusId: 'done',
    position: {},
  })
  const before = comparableRows(testProject)
  const complete = { type: 'sprint.complete', sprintId: 'one', defaultDestination: null } as const
  return { before, done: testProject.send(who, { ...complete, ...destination }) }
}

describe('undoing the completion of a sprint', () => {
  it.each([
    ['to the backlog', { defaultDestination: null }],
    ['to another sprint', { defaultDestination: 'two' }],
    [
      'to different places',
      { defaultDestination: 'two', destinations: [{ taskId: 'one 2', to: null }] },
    ],
  ])('undo returns the tasks that moved %s, and undoing the undo moves them again', (_, where) => {
    const testProject = projectWithRunningSprint()
    const { before, done } = completeSprint(testProject, 'ben', where)
    const after = comparableRows(testProject)
    const undone = testProject.send('ben', undoCommand(done.commandId))
    expect([undone.rejection, undone.outcome]).toEqual([undefined, 'applied'])
    expect(comparableRows(testProject)).toEqual(before)
    const again = testProject.send('ben', undoCommand(undone.commandId))
    expect([again.rejection, again.outcome]).toEqual([undefined, 'applied'])
    expect(comparableRows(testProject)).toEqual(after)
    // Reports expect the moves of the unfinished tasks right after the completion.
    expect(again.events.map(({ type }) => type)).toEqual(done.events.map(({ type }) => type))
    expect(again.events[0]?.data).toEqual(done.events[0]?.data)
    testProject.send('ben', undoCommand(again.commandId))
    expect(comparableRows(testProject)).toEqual(before)
    expect(testProject.send('ben', undoCommand(done.commandId)).outcome).toBe('unchanged')
    expectProjectInvariants(testProject)
    expectLogInvariants(testProject)
  })

  it('a sprint that was created for the unfinished tasks is removed and restored', () => {
    const testProject = projectWithRunningSprint()
    const { done } = completeSprint(testProject, 'ben', {
      defaultDestination: 'new',
      newSprint: { sprintId: 'new', name: 'New' },
    })
    expect(sectionTaskIds(testProject, 'new')).toEqual(['one 2', 'one 3'])
    const undone = testProject.send('ben', undoCommand(done.commandId))
    expect(sectionTaskIds(testProject, 'one')).toEqual(['one 1', 'one 2', 'one 3'])
    expect(sprintById(testProject, 'new').removedAt).not.toBeNull()
    expect(testProject.send('ben', undoCommand(undone.commandId)).rejection).toBeUndefined()
    expect(sectionTaskIds(testProject, 'new')).toEqual(['one 2', 'one 3'])
    expect(sprintById(testProject, 'one').state).toBe('closed')
    expectLogInvariants(testProject)
  })

  it('no task returns while another sprint is running, not even by a partial undo', () => {
    const testProject = projectWithRunningSprint()
    const { done } = completeSprint(testProject, 'ben')
    planTasks(testProject, 'ben', [testProject.task()], 'two')
    testProject.send('ben', { type: 'sprint.start', sprintId: 'two', ...DATES })
    const { rejection } = testProject.send('ben', undoCommand(done.commandId))
    expect(rejection?.undoBlockers?.blockers).toContainEqual(
      expect.objectContaining({ message: 'two is running. Complete it first.' }),
    )
    expect(testProject.send('ben', undoCommand(done.commandId, true)).outcome).toBe('rejected')
    expect(sectionTaskIds(testProject, 'one')).toEqual(['one 1'])
  })

  it('a task that was planned elsewhere since stays there, and a partial undo returns the others', () => {
    const testProject = projectWithRunningSprint()
    const { done } = completeSprint(testProject, 'ben')
    planTasks(testProject, 'cleo', ['one 2'], 'two')
    const { rejection } = testProject.send('ben', undoCommand(done.commandId))
    expect(rejection?.undoBlockers).toMatchObject({
      undoableCount: 2,
      blockers: [{ taskId: 'one 2', field: 'sprint', changedBy: 'cleo' }],
    })
    expect(testProject.send('ben', undoCommand(done.commandId, true)).outcome).toBe('merged')
    expect(sectionTaskIds(testProject, 'one')).toEqual(['one 1', 'one 3'])
    expect(sectionTaskIds(testProject, 'two')).toEqual(['one 2'])
  })

  it('the completion of somebody else after a reopening is not undone', () => {
    const testProject = projectWithRunningSprint()
    const { done } = completeSprint(testProject, 'ben')
    testProject.send('ann', { type: 'sprint.reopen', sprintId: 'one' })
    const theirs = testProject.send('cleo', {
      type: 'sprint.complete',
      sprintId: 'one',
      defaultDestination: null,
    })
    const { rejection } = testProject.send('ben', undoCommand(done.commandId))
    expect(rejection?.undoBlockers?.blockers).toContainEqual(
      expect.objectContaining({
        message: 'one has been completed again since.',
        changedBy: 'cleo',
        changedSeq: theirs.events[0]?.seq,
      }),
    )
    expect(sprintById(testProject, 'one').state).toBe('closed')
  })
})

describe('undoing the reopening of a sprint', () => {
  it('the sprint is completed again with the tasks that were in it', () => {
    const testProject = projectWithRunningSprint()
    completeSprint(testProject, 'ben')
    const move = { type: 'task.move', taskId: 'one 1', statusId: 'todo', position: {} } as const
    testProject.send('ben', move)
    const after = comparableRows(testProject)
    const reopened = testProject.send('ben', { type: 'sprint.reopen', sprintId: 'one' })
    expect(testProject.send('ben', undoCommand(reopened.commandId)).outcome).toBe('applied')
    expect(comparableRows(testProject)).toEqual(after)
  })

  it('unfinished tasks that were planned in it since block the undo', () => {
    const testProject = projectWithRunningSprint()
    const { done } = completeSprint(testProject, 'ben')
    const undone = testProject.send('ben', undoCommand(done.commandId))
    planTasks(testProject, 'cleo', [testProject.task()], 'one')
    const { rejection } = testProject.send('ben', undoCommand(undone.commandId))
    expect(rejection?.undoBlockers?.blockers).toMatchObject([
      { message: 'one has unfinished tasks. Complete it, and choose where they go.' },
    ])
    expect(sprintById(testProject, 'one').state).toBe('active')
  })

  it('a destination that is closed by now blocks the undo', () => {
    const testProject = projectWithRunningSprint()
    const { done } = completeSprint(testProject, 'ben', { defaultDestination: 'two' })
    const undone = testProject.send('ben', undoCommand(done.commandId))
    testProject.send('cleo', { type: 'sprint.remove', sprintId: 'two' })
    const end = testProject.send('ben', undoCommand(undone.commandId, true))
    expect(end.rejection?.message).toMatch(/is completed or deleted/)
    expect(sectionTaskIds(testProject, 'one')).toEqual(['one 1', 'one 2', 'one 3'])
  })
})

describe('undoing an edit of a sprint', () => {
  const edit = (testProject: TestProject, sprintId: string, set: object) =>
    testProject.send('ben', { type: 'sprint.edit', sprintId, set })
  const undoMessage = (testProject: TestProject, commandId: string) =>
    testProject.send('ben', undoCommand(commandId)).rejection?.message

  it('the dates of a sprint that was started since are not removed', () => {
    const testProject = projectWithRunningSprint()
    createSprintWithTasks(testProject, 'three', 1)
    testProject.send('ann', { type: 'project.setParallelSprints', parallel: true })
    const dated = edit(testProject, 'three', DATES)
    testProject.send('cleo', { type: 'sprint.start', sprintId: 'three', ...DATES })
    expect(undoMessage(testProject, dated.commandId)).toBe('A running sprint needs both its dates.')
    expect(sprintById(testProject, 'three')).toMatchObject(DATES)
  })

  it('the end does not get before a start that was changed since', () => {
    const testProject = projectWithRunningSprint()
    edit(testProject, 'two', { startDate: '2031-03-03', endDate: '2031-03-10' })
    const later = edit(testProject, 'two', { endDate: '2031-03-20' })
    edit(testProject, 'two', { startDate: '2031-03-15' })
    expect(undoMessage(testProject, later.commandId)).toBe(
      'A sprint ends on the day it starts, or later.',
    )
  })

  it('a sprint that was completed or deleted since is not changed', () => {
    const testProject = projectWithRunningSprint()
    const goal = edit(testProject, 'one', { goal: 'Ship' })
    const capacity = testProject.send('ben', {
      type: 'sprint.setCapacity',
      sprintId: 'one',
      personId: 'ben',
      capacity: { hoursPerDay: 6, daysOff: [] },
    })
    completeSprint(testProject, 'cleo')
    for (const { commandId } of [goal, capacity]) {
      expect(undoMessage(testProject, commandId)).toBe('one is completed. Reopen it first.')
    }
    const name = edit(testProject, 'two', { name: 'Deux' })
    testProject.send('cleo', { type: 'sprint.remove', sprintId: 'two' })
    expect(undoMessage(testProject, name.commandId)).toBe('Deux has been deleted since.')
  })
})

describe('undoing the deletion of a sprint', () => {
  it('the deletion of somebody else after a restoration is not undone', () => {
    const testProject = projectWithRunningSprint()
    const remove = { type: 'sprint.remove', sprintId: 'two' } as const
    const mine = testProject.send('ben', remove)
    testProject.send('ann', undoCommand(mine.commandId))
    testProject.send('cleo', remove)
    expect(testProject.send('ben', undoCommand(mine.commandId)).rejection?.message).toBe(
      'two has been deleted again since.',
    )
  })

  it('undoing the import of a planned sprint does not claim that it has started', () => {
    const testProject = projectWithRunningSprint()
    const imported = testProject.send('ann', {
      type: 'sprint.import',
      sprintId: 'old',
      name: 'Old',
      goal: '',
      startDate: null,
      endDate: null,
      state: 'planned',
      startedAt: null,
      completedAt: null,
    })
    expect(testProject.send('ann', undoCommand(imported.commandId)).rejection?.message).toBe(
      'An imported change cannot be undone.',
    )
  })
})
