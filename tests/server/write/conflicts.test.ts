import { v7 as newId } from 'uuid'
import { describe, expect, it } from 'vitest'
import { database } from '@/db/client'
import type { CommandResult } from '@/domain/commandResult'
import type { Command } from '@/domain/commands'
import type { Id } from '@/domain/kernel/primitives'
import { startOtherProcess } from '@/tests/support/otherProcess'
import { makePerson, makeWorkspace } from '@/tests/support/people'
import { replayedProject, storedProject, toComparable } from '@/tests/support/storedProject'
import { makeProject, TestClient } from '@/tests/support/testClient'
import { testDatabase } from '@/tests/support/testDatabase'

const { appUrl } = await testDatabase()
const executeInOtherProcess = startOtherProcess(appUrl)
const ann = await makeWorkspace()
const ben = await makePerson(ann)
const DESCRIPTION = 'one\ntwo\nthree\nfour\nfive'

type TaskTarget = { taskId: Id; baseVersion: number }
type CommandBuilder = (on: TaskTarget, other: Id) => Command

const moveTo =
  (statusId: string, where?: 'top' | 'behind'): CommandBuilder =>
  (on, other) => {
    const position = where === 'behind' ? { after: other } : { end: where }
    return { type: 'task.move', ...on, statusId, position }
  }
const editWith =
  (set: object, add: object = {}, remove: object = {}): CommandBuilder =>
  (on) => ({ type: 'task.edit', ...on, set, add, remove })
const archiveTask: CommandBuilder = (on) => ({ type: 'task.archive', ...on })

/**
 * Pairs of commands with the same base version, which are sent concurrently to different processes.
 */
const CASES: [string, CommandBuilder, CommandBuilder, CommandResult['outcome'][]][] = [
  ['different fields', moveTo('done'), editWith({ title: 'New' }), ['applied', 'merged']],
  ['the same field with the same value', moveTo('done'), moveTo('done'), ['applied', 'unchanged']],
  ['the same title', editWith({ title: 'X' }), editWith({ title: 'X' }), ['applied', 'unchanged']],
  [
    'labels added by both',
    editWith({}, { labels: ['a'] }),
    editWith({}, { labels: ['b'] }),
    ['applied', 'merged'],
  ],
  [
    'an added and a removed label',
    editWith({}, { labels: ['a'] }),
    editWith({}, {}, { labels: ['old'] }),
    ['applied', 'merged'],
  ],
  [
    'links added by both',
    editWith({}, { links: ['blocks:P1-1'] }),
    editWith({}, { links: ['relates:P1-1'] }),
    ['applied', 'merged'],
  ],
  [
    'assignees added by both',
    editWith({}, { assignees: [ann.personId] }),
    editWith({}, { assignees: [ben.personId] }),
    ['applied', 'merged'],
  ],
  [
    'different lines of the description',
    editWith({ description: DESCRIPTION.replace('one', 'ONE') }),
    editWith({ description: DESCRIPTION.replace('five', 'FIVE') }),
    ['applied', 'merged'],
  ],
  [
    'the same line of the description',
    editWith({ description: DESCRIPTION.replace('three', 'drei') }),
    editWith({ description: DESCRIPTION.replace('three', 'trois') }),
    ['applied', 'conflict'],
  ],
  [
    'the order within a column',
    moveTo('todo', 'behind'),
    moveTo('todo', 'top'),
    ['applied', 'merged'],
  ],
  ['different columns', moveTo('in-progress'), moveTo('done'), ['applied', 'conflict']],
  [
    'different titles',
    editWith({ title: 'Left' }),
    editWith({ title: 'Right' }),
    ['applied', 'conflict'],
  ],
  [
    'different priorities',
    editWith({ priority: 1 }),
    editWith({ priority: 4 }),
    ['applied', 'conflict'],
  ],
  [
    'different estimates',
    editWith({ estimate: 3 }),
    editWith({ estimate: 5 }),
    ['applied', 'conflict'],
  ],
  [
    'different due dates',
    editWith({ dueDate: '2026-12-01' }),
    editWith({ dueDate: '2026-12-02' }),
    ['applied', 'conflict'],
  ],
  [
    'different types',
    editWith({ type: 'bug' }),
    editWith({ type: 'story' }),
    ['applied', 'conflict'],
  ],
]

describe('concurrent commands of two people on two processes', () => {
  it.each(CASES)(
    'concurrent commands about %s have the outcomes $3',
    async (_, left, right, outcomes) => {
      for (const [first, second] of [
        [left, right],
        [right, left],
      ] as const) {
        const { projectId, on, other } = await createThreeTasks()
        const answers = await Promise.all([
          new TestClient(ann, projectId).send(first(on, other)),
          sendFromOtherProcess(ben, projectId, second(on, other)),
        ])
        expect(answers.map((answer) => answer.outcome).sort()).toEqual([...outcomes].sort())
        expect(toComparable(await replayedProject(projectId))).toEqual(
          toComparable(await storedProject(projectId)),
        )
        const conflict = answers.find((answer) => answer.outcome === 'conflict')
        if (conflict) await expectBothSides(conflict)
      }
    },
  )

  it('values that both added to sets and lines that both wrote are kept', async () => {
    const { projectId, on } = await createThreeTasks()
    await Promise.all([
      new TestClient(ann, projectId).send(
        editWith({ description: DESCRIPTION.replace('one', 'ONE') }, { labels: ['a'] })(on, ''),
      ),
      sendFromOtherProcess(
        ben,
        projectId,
        editWith(
          { description: DESCRIPTION.replace('five', 'FIVE') },
          { labels: ['b'] },
          { labels: ['old'] },
        )(on, ''),
      ),
    ])
    const [row] = await database().sql`select * from task where id = ${on.taskId}`
    expect(row?.labels).toEqual(['a', 'b'])
    expect(row?.description).toBe('ONE\ntwo\nthree\nfour\nFIVE')
  })
})

describe('commands that are no longer allowed when they arrive', () => {
  it('an edit conflicts with a concurrent archive', async () => {
    const { projectId, on } = await createThreeTasks()
    await sendFromOtherProcess(ben, projectId, archiveTask(on, ''))
    const answer = await new TestClient(ann, projectId).send(moveTo('done')(on, ''))
    expect(answer).toMatchObject({ outcome: 'conflict', conflict: { reason: 'archived' } })
  })

  it('a move conflicts with the concurrent removal of its column', async () => {
    const { projectId, on } = await createThreeTasks()
    await new TestClient(ann, projectId).send({
      type: 'status.remove',
      baseVersion: 1,
      statusId: 'review',
      moveTo: 'todo',
    })
    const answer = await sendFromOtherProcess(ben, projectId, moveTo('review')(on, ''))
    expect(answer).toMatchObject({ outcome: 'conflict', conflict: { reason: 'status-removed' } })
  })

  it('a command is rejected when the role was lowered after it was made', async () => {
    const { projectId, on } = await createThreeTasks()
    const cid = await makePerson(ann)
    const commandId = newId()
    await database().sql`
      update person set role = 'viewer', former_role = role, role_since = now() + interval '1 second'
      where id = ${cid.personId}`
    const answer = await sendFromOtherProcess(cid, projectId, moveTo('done')(on, ''), commandId)
    expect(answer).toMatchObject({ outcome: 'conflict', conflict: { reason: 'rights' } })
  })

  it.each([
    ['the past', '00000000-0000-7000-8000-000000000001'],
    ['the far future', 'ffffffff-ffff-7000-8000-000000000001'],
  ])('a command of a viewer is rejected, even with a command id from %s', async (_, commandId) => {
    const { projectId, on } = await createThreeTasks()
    const viewer = await makePerson(ann, 'viewer')
    const answer = await sendFromOtherProcess(viewer, projectId, moveTo('done')(on, ''), commandId)
    expect(answer).toMatchObject({
      outcome: 'rejected',
      rejection: { code: 'forbidden' },
      events: [],
    })
    const rows = await database().sql`select 1 from event where command_id = ${commandId}`
    expect(rows).toHaveLength(0)
  })
})

async function createThreeTasks() {
  const client = await makeProject(ann)
  await client.createTask()
  const taskId = await client.createTask({ description: DESCRIPTION, labels: ['old'] })
  const other = await client.createTask()
  return { projectId: client.projectId, other, on: { taskId, baseVersion: 1 } }
}

function sendFromOtherProcess(
  person: typeof ben,
  projectId: Id,
  command: Command,
  commandId = newId(),
) {
  const { clientId } = new TestClient(person, projectId)
  return executeInOtherProcess(person.scope, { commandId, clientId, projectId, command })
}

async function expectBothSides({ conflict, concurrentEvents }: CommandResult): Promise<void> {
  expect(concurrentEvents?.length).toBeGreaterThan(0)
  expect(conflict?.concurrentSeqs).toEqual(concurrentEvents?.map((event) => event.seq))
  for (const field of conflict?.fields ?? []) {
    expect([ann.personId, ben.personId]).toContain(field.by)
    expect(new Date(field.at).getTime()).not.toBeNaN()
    expect(new Set([field.base, field.theirs, field.mine]).size).toBe(3)
  }
  const [row] = await database().sql`
    select type from event where command_id = ${conflict?.id ?? ''}`
  expect(row?.type).toBe('conflict.detected')
}
