import { describe, expect, it } from 'vitest'
import type { Id } from '@/domain/kernel/primitives'
import type { TestCommand } from '../support/testLog'
import { comparableRows, filledProject, planCommand, undoCommand } from '../support/undoFixtures'

type Case = [string, 'ann' | 'ben', (a: Id, b: Id) => TestCommand]
const CASES: Case[] = [
  [
    'an edit of fields',
    'ben',
    (a) => ({ type: 'task.edit', taskId: a, set: { title: 'B', priority: 2 } }),
  ],
  [
    'an edit of a text',
    'ben',
    (a) => ({ type: 'task.edit', taskId: a, set: { description: 'Long' } }),
  ],
  [
    'an edit of labels',
    'ben',
    (a) => ({ type: 'task.edit', taskId: a, add: { labels: ['x', 'y'] } }),
  ],
  ['a change of the parent', 'ben', (a, b) => ({ type: 'task.setParent', taskId: b, parentId: a })],
  ['a move', 'ben', (a) => ({ type: 'task.move', taskId: a, statusId: 'done', position: {} })],
  [
    'a move with a parent and a field',
    'ben',
    (a, b) => ({
      type: 'task.move',
      taskId: b,
      statusId: 'done',
      position: {},
      set: { priority: 4 },
      parentId: a,
    }),
  ],
  [
    'a reorder',
    'ben',
    (a) => ({ type: 'task.move', taskId: a, statusId: 'todo', position: { end: 'bottom' } }),
  ],
  ['planning a task', 'ben', (a) => planCommand(a, 's')],
  ['archiving a task', 'ben', (a) => ({ type: 'task.archive', taskId: a })],
  [
    'an edit of a comment',
    'ben',
    (a) => ({ type: 'comment.edit', taskId: a, commentId: 'c', body: 'No' }),
  ],
  [
    'the deletion of a comment',
    'ben',
    (a) => ({ type: 'comment.delete', taskId: a, commentId: 'c' }),
  ],
  ['renaming the project', 'ann', () => ({ type: 'project.rename', name: 'Other' })],
  [
    'an edit of a sprint',
    'ben',
    () => ({ type: 'sprint.edit', sprintId: 's', set: { goal: 'Go' } }),
  ],
  ['the removal of a sprint', 'ben', () => ({ type: 'sprint.remove', sprintId: 's' })],
  [
    'an edit of a column',
    'ann',
    () => ({ type: 'status.edit', statusId: 'todo', set: { name: 'Next', wipLimit: 9 } }),
  ],
  [
    'an edit of a version',
    'ann',
    () => ({
      type: 'version.edit',
      versionId: 'v',
      set: { name: '1.1', releaseDate: '2031-05-01' },
    }),
  ],
  [
    'an edit of a component',
    'ann',
    () => ({ type: 'component.edit', componentId: 'k', set: { name: 'Web', lead: 'ben' } }),
  ],
  [
    'a release that moves tasks to another version',
    'ann',
    () => ({
      ...{ type: 'version.release', versionId: 'v', releaseDate: '2031-05-01', moveTo: 'w' },
    }),
  ],
  [
    'the removal of a column',
    'ann',
    () => ({ type: 'status.remove', statusId: 'todo', moveTo: 'done' }),
  ],
]

describe('undoing a command', () => {
  it.each(CASES)(
    'undo reverts %s, and undoing the undo applies it again',
    (_name, who, testCommand) => {
      const { testProject, a, b } = filledProject()
      const before = comparableRows(testProject)
      const done = testProject.send(who, testCommand(a, b))
      expect(done.outcome).toBe('applied')
      const after = comparableRows(testProject)
      expect(after).not.toEqual(before)
      const undone = testProject.send(who, undoCommand(done.commandId))
      expect([undone.rejection, undone.outcome]).toEqual([undefined, 'applied'])
      expect(comparableRows(testProject)).toEqual(before)
      const again = testProject.send(who, undoCommand(undone.commandId))
      expect([again.rejection, again.outcome]).toEqual([undefined, 'applied'])
      expect(comparableRows(testProject)).toEqual(after)
      expect(testProject.send(who, undoCommand(again.commandId)).outcome).toBe('applied')
      expect(comparableRows(testProject)).toEqual(before)
    },
  )

  it('undoing a command a second time changes nothing', () => {
    const { testProject, a } = filledProject()
    const { commandId } = testProject.send('ben', {
      type: 'task.edit',
      taskId: a,
      set: { title: 'B' },
    })
    testProject.send('ben', undoCommand(commandId))
    expect(testProject.send('ben', undoCommand(commandId)).outcome).toBe('unchanged')
  })

  it('a member may undo the commands of others, and a viewer may undo none', () => {
    const { testProject, a } = filledProject()
    const edit = { type: 'task.edit', taskId: a, set: { title: 'B' } } as const
    const { commandId } = testProject.send('ben', edit)
    expect(testProject.send('vic', undoCommand(commandId)).rejection?.code).toBe('forbidden')
    expect(testProject.send('cleo', undoCommand(commandId)).outcome).toBe('applied')
    expect(testProject.taskById(a).title).toBe('A')
  })

  it('only an admin may undo a change of the project, and only its author a change of a comment', () => {
    const { testProject, a } = filledProject()
    const renamed = testProject.send('ann', { type: 'project.rename', name: 'Other' })
    expect(testProject.send('ben', undoCommand(renamed.commandId)).rejection?.message).toMatch(
      /Only an admin/,
    )
    const deleted = testProject.send('ben', { type: 'comment.delete', taskId: a, commentId: 'c' })
    expect(testProject.send('ann', undoCommand(deleted.commandId)).rejection?.message).toMatch(
      /Only its author/,
    )
  })

  it('undoing an unknown command is rejected', () => {
    expect(filledProject().testProject.send('ben', undoCommand('nothing')).rejection?.code).toBe(
      'not-found',
    )
  })
})

describe('undoing the creation of a task', () => {
  const create = {
    type: 'task.create',
    taskId: 'new',
    taskType: 'task',
    title: 'New',
    statusId: 'todo',
    position: {},
  } as const

  it('undo archives the task, and undoing the undo restores it', () => {
    const { testProject } = filledProject()
    const { commandId } = testProject.send('ben', create)
    const undone = testProject.send('ben', undoCommand(commandId))
    expect(testProject.taskById('new').archivedAt).not.toBeNull()
    testProject.send('ben', undoCommand(undone.commandId))
    expect(testProject.taskById('new').archivedAt).toBeNull()
  })

  it('undo is blocked when someone else has changed the task', () => {
    const { testProject } = filledProject()
    const { commandId } = testProject.send('ben', create)
    testProject.send('ben', { type: 'task.edit', taskId: 'new', set: { title: 'Own' } })
    testProject.send('cleo', { type: 'task.edit', taskId: 'new', set: { priority: 1 } })
    const { rejection } = testProject.send('ben', undoCommand(commandId))
    expect(rejection?.undoBlockers).toMatchObject({
      undoableCount: 0,
      blockers: [{ changedBy: 'cleo' }],
    })
  })
})
