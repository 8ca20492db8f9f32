import { describe, expect, it } from 'vitest'
import type { Id } from '@/domain/kernel/primitives'
import type { TestCommand } from '../support/testLog'
import { comparableRows, filledProject, planCommand, undoCommand } from '../support/undoFixtures'

type Case = [string, 'ann' | 'ben', (a: Id, b: Id) => TestCommand]
const CASES: Case[] = [
  ['fields', 'ben', (a) => ({ type: 'task.edit', taskId: a, set: { title: 'B', priority: 2 } })],
  ['a text', 'ben', (a) => ({ type: 'task.edit', taskId: a, set: { description: 'Long' } })],
  ['labels', 'ben', (a) => ({ type: 'task.edit', taskId: a, add: { labels: ['x', 'y'] } })],
  ['a parent', 'ben', (a, b) => ({ type: 'task.setParent', taskId: b, parentId: a })],
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
    'an order',
    'ben',
    (a) => ({ type: 'task.move', taskId: a, statusId: 'todo', position: { end: 'bottom' } }),
  ],
  ['a plan', 'ben', (a) => planCommand(a, 's')],
  ['an archive', 'ben', (a) => ({ type: 'task.archive', taskId: a })],
  [
    'a comment edited',
    'ben',
    (a) => ({ type: 'comment.edit', taskId: a, commentId: 'c', body: 'No' }),
  ],
  ['a comment deleted', 'ben', (a) => ({ type: 'comment.delete', taskId: a, commentId: 'c' })],
  ['a name', 'ann', () => ({ type: 'project.rename', name: 'Other' })],
  ['a sprint edited', 'ben', () => ({ type: 'sprint.edit', sprintId: 's', set: { goal: 'Go' } })],
  ['a sprint removed', 'ben', () => ({ type: 'sprint.remove', sprintId: 's' })],
  [
    'a column edited',
    'ann',
    () => ({ type: 'status.edit', statusId: 'todo', set: { name: 'Next', wipLimit: 9 } }),
  ],
  [
    'a version edited',
    'ann',
    () => ({
      type: 'version.edit',
      versionId: 'v',
      set: { name: '1.1', releaseDate: '2031-05-01' },
    }),
  ],
  [
    'a component edited',
    'ann',
    () => ({ type: 'component.edit', componentId: 'k', set: { name: 'Web', lead: 'ben' } }),
  ],
  [
    'a version released, its tasks moved on',
    'ann',
    () => ({
      ...{ type: 'version.release', versionId: 'v', releaseDate: '2031-05-01', moveTo: 'w' },
    }),
  ],
  ['a column removed', 'ann', () => ({ type: 'status.remove', statusId: 'todo', moveTo: 'done' })],
]

describe('taking back a command', () => {
  it.each(CASES)('puts back %s, and does it again', (_name, who, testCommand) => {
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
  })

  it('happens once: a second time there is nothing left to do', () => {
    const { testProject, a } = filledProject()
    const { commandId } = testProject.send('ben', {
      type: 'task.edit',
      taskId: a,
      set: { title: 'B' },
    })
    testProject.send('ben', undoCommand(commandId))
    expect(testProject.send('ben', undoCommand(commandId)).outcome).toBe('unchanged')
  })

  it('takes back what others did too, for a member, and nothing for a viewer', () => {
    const { testProject, a } = filledProject()
    const edit = { type: 'task.edit', taskId: a, set: { title: 'B' } } as const
    const { commandId } = testProject.send('ben', edit)
    expect(testProject.send('vic', undoCommand(commandId)).rejection?.code).toBe('forbidden')
    expect(testProject.send('cleo', undoCommand(commandId)).outcome).toBe('applied')
    expect(testProject.taskById(a).title).toBe('A')
  })

  it('leaves what an admin did to the project to admins, and a comment to its author', () => {
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

  it('knows no command that changed nothing', () => {
    expect(filledProject().testProject.send('ben', undoCommand('nothing')).rejection?.code).toBe(
      'not-found',
    )
  })
})

describe('a task that was created', () => {
  const create = {
    type: 'task.create',
    taskId: 'new',
    taskType: 'task',
    title: 'New',
    statusId: 'todo',
    position: {},
  } as const

  it('is archived, and returns', () => {
    const { testProject } = filledProject()
    const { commandId } = testProject.send('ben', create)
    const undone = testProject.send('ben', undoCommand(commandId))
    expect(testProject.taskById('new').archivedAt).not.toBeNull()
    testProject.send('ben', undoCommand(undone.commandId))
    expect(testProject.taskById('new').archivedAt).toBeNull()
  })

  it('stays when others have worked on it', () => {
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
