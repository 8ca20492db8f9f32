import { describe, expect, it } from 'vitest'
import type { CommandOf } from '@/domain/commands'
import { expectLogInvariants, expectProjectInvariants } from './support/invariants'
import { createTestProject } from './support/testProject'

const day = (n: number) => `2029-03-0${n}T08:00:00.000Z`
const importCommand: CommandOf<'task.import'> = {
  type: 'task.import',
  taskId: 't',
  first: {
    number: 118,
    type: 'bug',
    title: 'Logger',
    description: '',
    statusId: 'todo',
    priority: 0,
    assignees: [],
    labels: ['api'],
    links: [],
    estimate: null,
    dueDate: null,
    reporter: 'jo',
    createdAt: day(1),
  },
  steps: [
    { at: day(2), actor: 'mo', status: { from: 'todo', to: 'in-progress' } },
    {
      at: day(4),
      actor: 'jo',
      set: { title: { from: 'Logger', to: 'Logger fails' } },
      sets: { labels: { added: ['ui'], removed: ['api'] } },
      status: { from: 'in-progress', to: 'done' },
    },
  ],
  comments: [{ id: 'c1', author: 'mo', body: 'Seen', at: day(3) }],
  archivedAt: null,
}

describe('importing a task', () => {
  it('an import writes backdated events in order, and their replay is the current task', () => {
    const testProject = createTestProject()
    const end = testProject.send('ann', importCommand)
    expect(end.outcome).toBe('applied')
    expect(end.events.map((e) => [e.type, e.at, e.actor, e.version, e.imported])).toEqual([
      ['task.created', day(1), 'jo', 1, true],
      ['task.moved', day(2), 'mo', 2, true],
      ['comment.added', day(3), 'mo', 3, true],
      ['task.edited', day(4), 'jo', 4, true],
      ['task.moved', day(4), 'jo', 5, true],
    ])
    expect(testProject.taskById('t')).toMatchObject({
      number: 118,
      title: 'Logger fails',
      statusId: 'done',
      labels: ['ui'],
      commentCount: 1,
      reporter: 'jo',
      createdAt: day(1),
      updatedAt: day(4),
      version: 5,
    })
    expect(testProject.projectState.comments.get('c1')).toMatchObject({
      author: 'mo',
      createdAt: day(3),
    })
    expect(testProject.project.nextNumber).toBe(119)
    expectProjectInvariants(testProject)
    expectLogInvariants(testProject)
  })

  it('importing the same task again changes nothing', () => {
    const testProject = createTestProject()
    testProject.send('ann', importCommand)
    expect(testProject.send('ann', importCommand)).toMatchObject({
      outcome: 'unchanged',
      events: [],
    })
  })

  it('a second import adds only new steps and comments', () => {
    const testProject = createTestProject()
    testProject.send('ann', importCommand)
    const step = { at: day(6), actor: 'mo', status: { from: 'done', to: 'todo' } }
    const comment = { id: 'c2', author: 'jo', body: 'Again', at: day(5) }
    const end = testProject.send('ann', {
      ...importCommand,
      steps: [...importCommand.steps, step],
      comments: [...importCommand.comments, comment],
    })
    expect(end.events.map((e) => e.type)).toEqual(['comment.added', 'task.moved'])
    expect(testProject.taskById('t')).toMatchObject({
      statusId: 'todo',
      commentCount: 2,
      version: 7,
    })
    expectProjectInvariants(testProject)
  })

  it('a second import continues from the current status, so that counts stay correct', () => {
    const testProject = createTestProject()
    testProject.send('ann', importCommand)
    testProject.send('ben', { type: 'task.move', taskId: 't', statusId: 'todo', position: {} })
    const step = { at: day(6), actor: 'mo', status: { from: 'done', to: 'in-progress' } }
    const end = testProject.send('ann', { ...importCommand, steps: [...importCommand.steps, step] })
    expect(end.events[0]?.data).toMatchObject({ from: 'todo', to: 'in-progress' })
    expectProjectInvariants(testProject)
  })

  it('an imported move gets a free rank in the target column', () => {
    const testProject = createTestProject()
    testProject.send('ann', importCommand)
    const step = { at: day(6), actor: 'mo', status: { from: 'done', to: 'todo' } }
    const there = testProject.task()
    expect(testProject.taskById(there).rank).toBe(testProject.taskById('t').rank)
    testProject.send('ann', { ...importCommand, steps: [...importCommand.steps, step] })
    expect(testProject.column('todo')).toEqual([there, 't'])
    expectProjectInvariants(testProject)
  })

  it('an archived task is imported as archived and not changed by a later import', () => {
    const testProject = createTestProject()
    const gone = { ...importCommand, archivedAt: day(7) }
    testProject.send('ann', gone)
    expect(testProject.taskById('t').archivedAt).toBe(day(7))
    expect(testProject.status('done').taskCount).toBe(0)
    expect(testProject.send('ann', gone).outcome).toBe('unchanged')
    const step = { at: day(8), actor: 'mo', status: { from: 'done', to: 'todo' } }
    const end = testProject.send('ann', { ...gone, steps: [...importCommand.steps, step] })
    expect(end.rejection?.code).toBe('archived')
    expectProjectInvariants(testProject)
  })

  it('an import with unknown statuses is rejected', () => {
    const testProject = createTestProject()
    const steps = [{ at: day(2), actor: 'mo', status: { from: 'todo', to: 'QA' } }]
    expect(testProject.send('ann', { ...importCommand, steps }).rejection?.field).toBe('statusId')
    const first = { ...importCommand.first, statusId: 'QA' }
    expect(testProject.send('ann', { ...importCommand, first }).rejection?.field).toBe('statusId')
  })

  it('an import that would end in a removed status is rejected', () => {
    const testProject = createTestProject()
    testProject.send('ann', { type: 'status.remove', statusId: 'done', moveTo: 'todo' })
    expect(testProject.send('ann', importCommand).rejection?.field).toBe('statusId')
    const back = { at: day(5), actor: 'mo', status: { from: 'done', to: 'todo' } }
    const end = testProject.send('ann', { ...importCommand, steps: [...importCommand.steps, back] })
    expect(end.outcome).toBe('applied')
    expect(testProject.column('todo')).toEqual(['t'])
  })

  it('a comment or worklog that an import names twice is added once', () => {
    const testProject = createTestProject()
    const [comment] = importCommand.comments
    const worklog = { id: 'w', author: 'mo', at: day(5), startedAt: day(5), seconds: 60, note: '' }
    testProject.send('ann', {
      ...importCommand,
      comments: [...importCommand.comments, ...(comment ? [comment] : [])],
      worklogs: [worklog, worklog],
    })
    expect(testProject.taskById('t')).toMatchObject({ commentCount: 1, timeSpent: 60 })
    expectProjectInvariants(testProject)
  })
})
