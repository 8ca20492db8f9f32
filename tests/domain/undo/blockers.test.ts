import { describe, expect, it } from 'vitest'
import type { Id } from '@/domain/kernel/primitives'
import type { TestCommand } from '../support/testLog'
import { createTestProject, statusesWithWipLimit } from '../support/testProject'
import { filledProject, planCommand, undoCommand } from '../support/undoFixtures'

describe('reasons that block an undo', () => {
  it('a blocker names the field and the author, time and seq of the newer change', () => {
    const { testProject, a } = filledProject()
    const mine = testProject.send('ben', { type: 'task.edit', taskId: a, set: { title: 'B' } })
    const theirs = testProject.send('cleo', { type: 'task.edit', taskId: a, set: { title: 'C' } })
    const { rejection } = testProject.send('ben', undoCommand(mine.commandId))
    const later = theirs.events[0]
    expect(rejection?.code).toBe('undo-blocked')
    expect(rejection?.undoBlockers).toEqual({
      undoableCount: 0,
      blockers: [
        {
          taskId: a,
          field: 'title',
          message: 'The title has been changed since.',
          changedBy: 'cleo',
          changedAt: later?.at,
          changedSeq: later?.seq,
        },
      ],
    })
    expect(testProject.taskById(a).title).toBe('C')
  })

  it('a partial undo skips only the blocked tasks', () => {
    const { testProject, a, b } = filledProject()
    const tasks = [a, b].map((taskId) => ({ taskId, baseVersion: 99 }))
    const bulk = testProject.send('ben', { type: 'task.bulk', tasks, change: { statusId: 'done' } })
    testProject.send('cleo', {
      type: 'task.move',
      taskId: b,
      statusId: 'in-progress',
      position: {},
    })
    const { rejection } = testProject.send('ben', undoCommand(bulk.commandId))
    expect(rejection?.undoBlockers).toMatchObject({
      undoableCount: 1,
      blockers: [{ taskId: b, field: 'status', changedBy: 'cleo' }],
    })
    expect(testProject.column('done')).toEqual([a])
    expect(testProject.send('ben', undoCommand(bulk.commandId, true)).outcome).toBe('merged')
    expect([testProject.taskById(a).statusId, testProject.taskById(b).statusId]).toEqual([
      'todo',
      'in-progress',
    ])
  })

  it('undoing a change of a text keeps the lines that were changed later', () => {
    const { testProject, a } = filledProject()
    const set = (description: string): TestCommand => ({
      type: 'task.edit',
      taskId: a,
      set: { description },
    })
    testProject.send('ben', set('one\n\ntwo\n\nthree'))
    const mine = testProject.send('ben', set('ONE\n\ntwo\n\nthree'))
    testProject.send('cleo', set('ONE\n\ntwo\n\nTHREE'))
    expect(testProject.send('ben', undoCommand(mine.commandId)).outcome).toBe('merged')
    expect(testProject.taskById(a).description).toBe('one\n\ntwo\n\nTHREE')
  })

  it('a full column blocks undoing a move', () => {
    const testProject = createTestProject(statusesWithWipLimit(1))
    const [a, b] = [testProject.task(), testProject.task()]
    const move = (taskId: Id, statusId: string) =>
      testProject.send('ben', { type: 'task.move', taskId, statusId, position: {} })
    move(a, 'in-progress')
    const away = move(a, 'done')
    move(b, 'in-progress')
    expect(
      testProject.send('ben', undoCommand(away.commandId)).rejection?.undoBlockers?.blockers,
    ).toMatchObject([{ taskId: a, field: 'status' }])
  })

  it('an archived task blocks undoing an edit', () => {
    const { testProject, a } = filledProject()
    const edit = testProject.send('ben', { type: 'task.edit', taskId: a, set: { title: 'B' } })
    testProject.send('cleo', { type: 'task.archive', taskId: a })
    const [first] =
      testProject.send('ben', undoCommand(edit.commandId)).rejection?.undoBlockers?.blockers ?? []
    expect(first).toMatchObject({ changedBy: 'cleo', message: expect.stringMatching(/archived/) })
  })

  it('starting a sprint cannot be undone, and the message says what to do instead', () => {
    const { testProject, a } = filledProject()
    testProject.send('ben', planCommand(a, 's'))
    const dates = { startDate: '2031-02-03', endDate: '2031-02-14' } as const
    const started = testProject.send('ann', { type: 'sprint.start', sprintId: 's', ...dates })
    expect(testProject.send('ann', undoCommand(started.commandId)).rejection?.message).toMatch(
      /is completed/,
    )
  })
})
