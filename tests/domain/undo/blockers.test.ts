import { describe, expect, it } from 'vitest'
import { type Id, LIMITS } from '@/domain/kernel/primitives'
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

  it('work of others after a restoration blocks undoing it, and one of its author does not', () => {
    const { testProject, a } = filledProject()
    testProject.send('ben', { type: 'task.archive', taskId: a })
    const restored = testProject.send('ben', { type: 'task.restore', taskId: a })
    testProject.send('ben', { type: 'task.edit', taskId: a, set: { title: 'B' } })
    testProject.send('cleo', { type: 'task.edit', taskId: a, set: { priority: 1 } })
    const { rejection } = testProject.send('ben', undoCommand(restored.commandId))
    expect(rejection?.undoBlockers).toMatchObject({
      undoableCount: 0,
      blockers: [{ message: 'Others have worked on this task since.', changedBy: 'cleo' }],
    })
    expect(testProject.taskById(a).archivedAt).toBeNull()
  })

  it('undoing an archiving does not revert that somebody else archived the task again', () => {
    const { testProject, a } = filledProject()
    const mine = testProject.send('ann', { type: 'task.archive', taskId: a })
    testProject.send('ben', { type: 'task.restore', taskId: a })
    testProject.send('cleo', { type: 'task.archive', taskId: a })
    const { rejection } = testProject.send('ann', undoCommand(mine.commandId))
    expect(rejection?.undoBlockers?.blockers).toMatchObject([
      { message: 'The task has been archived again since.', changedBy: 'cleo' },
    ])
    expect(testProject.taskById(a).archivedAt).not.toBeNull()
  })

  it('a set that would grow beyond its limit is not restored', () => {
    const { testProject, a } = filledProject()
    const people = Array.from({ length: LIMITS.assignees + 1 }, (_, i) => `person ${i}`)
    for (const id of people) testProject.people.set(id, { role: 'member', roleSince: '2030' })
    const [first = '', ...others] = people
    const edit = (patch: object) =>
      testProject.send('ben', { type: 'task.edit', taskId: a, ...patch })
    edit({ add: { assignees: others } })
    const removed = edit({ remove: { assignees: others.slice(0, 1) }, set: { title: 'B' } })
    edit({ add: { assignees: [first] } })
    const { rejection } = testProject.send('ben', undoCommand(removed.commandId))
    expect(rejection?.undoBlockers).toMatchObject({
      undoableCount: 1,
      blockers: [{ field: 'assignees', message: 'A task has at most 20 assignees.' }],
    })
    testProject.send('ben', undoCommand(removed.commandId, true))
    expect(testProject.taskById(a).title).toBe('A')
    expect(testProject.taskById(a).assignees).toHaveLength(LIMITS.assignees)
  })

  it('a person who has left the workspace does not return as assignee, lead or in a capacity', () => {
    const { testProject, a } = filledProject()
    const capacity = { hoursPerDay: 6, daysOff: [] }
    const plan = { type: 'sprint.setCapacity', sprintId: 's', personId: 'cleo' } as const
    testProject.send('ben', { type: 'task.edit', taskId: a, add: { assignees: ['cleo'] } })
    testProject.send('ann', { type: 'component.edit', componentId: 'k', set: { lead: 'cleo' } })
    testProject.send('ann', { ...plan, capacity })
    const removals: TestCommand[] = [
      { type: 'task.edit', taskId: a, remove: { assignees: ['cleo'] } },
      { type: 'component.edit', componentId: 'k', set: { lead: null } },
      { ...plan, capacity: null },
    ]
    const removed = removals.map((command) => testProject.send('ann', command))
    testProject.people.delete('cleo')
    for (const { commandId } of removed) {
      const { rejection } = testProject.send('ann', undoCommand(commandId))
      expect(rejection?.message).toMatch(/is not a member of this workspace any more\.$/)
    }
    expect(testProject.taskById(a).assignees).toEqual([])
  })

  it('a merged description that would be too long is not restored', () => {
    const { testProject, a } = filledProject()
    const half = 'x'.repeat(LIMITS.description / 2)
    const set = (description: string): TestCommand => ({
      type: 'task.edit',
      taskId: a,
      set: { description },
    })
    testProject.send('ben', set(`${half}\n\ntwo\n\nthree`))
    const mine = testProject.send('ben', set('one\n\ntwo\n\nthree'))
    testProject.send('cleo', set(`one\n\ntwo\n\n${half}`))
    expect(
      testProject.send('ben', undoCommand(mine.commandId)).rejection?.undoBlockers?.blockers,
    ).toMatchObject([{ taskId: a, field: 'description' }])
  })

  it('a task that got a type which is not planned does not return to its sprint', () => {
    const { testProject, a } = filledProject()
    testProject.send('ben', planCommand(a, 's'))
    const moved = testProject.send('ben', planCommand(a, null))
    testProject.send('cleo', { type: 'task.edit', taskId: a, set: { type: 'epic' } })
    expect(testProject.send('ben', undoCommand(moved.commandId)).rejection?.message).toBe(
      'An epic spans sprints.',
    )
    expect(testProject.taskById(a).sprintId).toBeNull()
  })

  it('a task that was planned since does not get back a type which is not planned', () => {
    const { testProject, a } = filledProject()
    testProject.send('ben', { type: 'task.edit', taskId: a, set: { type: 'epic' } })
    const typed = testProject.send('ben', { type: 'task.edit', taskId: a, set: { type: 'bug' } })
    testProject.send('cleo', planCommand(a, 's'))
    expect(testProject.send('ben', undoCommand(typed.commandId)).rejection?.message).toBe(
      'An epic is not planned in a sprint. Remove the task from its sprint first.',
    )
  })
})
