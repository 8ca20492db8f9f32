import { v7 as newId } from 'uuid'
import { describe, expect, it } from 'vitest'
import { database } from '@/db/client'
import type { Answer } from '@/domain/answer'
import type { Command } from '@/domain/commands'
import type { Id } from '@/domain/words'
import { testDatabase } from '../../support/database'
import { otherProcess } from '../../support/other-process'
import { makePerson, makeWorkspace } from '../../support/people'
import { makeProject, Window } from '../../support/project'
import { foldedProject, plain, storedProject } from '../../support/stored'

const { appUrl } = await testDatabase()
const elsewhere = otherProcess(appUrl)
const ann = await makeWorkspace()
const ben = await makePerson(ann)
const text = 'one\ntwo\nthree\nfour\nfive'

type On = { taskId: Id; baseVersion: number }
type Make = (on: On, other: Id) => Command

const move =
  (statusId: string, where?: 'top' | 'behind'): Make =>
  (on, other) => {
    const place = where === 'behind' ? { after: other } : { end: where }
    return { type: 'task.move', ...on, statusId, place }
  }
const edit =
  (set: object, add: object = {}, remove: object = {}): Make =>
  (on) => ({ type: 'task.edit', ...on, set, add, remove })
const archive: Make = (on) => ({ type: 'task.archive', ...on })

/** Both commands are made on the same screen and sent at once, each to a process of its own. */
const ROWS: [string, Make, Make, Answer['outcome'][]][] = [
  ['different fields: both apply', move('done'), edit({ title: 'New' }), ['applied', 'merged']],
  ['the same field, the same value', move('done'), move('done'), ['applied', 'unchanged']],
  ['the same title', edit({ title: 'X' }), edit({ title: 'X' }), ['applied', 'unchanged']],
  [
    'labels added by both',
    edit({}, { labels: ['a'] }),
    edit({}, { labels: ['b'] }),
    ['applied', 'merged'],
  ],
  [
    'a label added, another removed',
    edit({}, { labels: ['a'] }),
    edit({}, {}, { labels: ['old'] }),
    ['applied', 'merged'],
  ],
  [
    'links added by both',
    edit({}, { links: ['blocks:P1-1'] }),
    edit({}, { links: ['relates:P1-1'] }),
    ['applied', 'merged'],
  ],
  [
    'assignees added by both',
    edit({}, { assignees: [ann.personId] }),
    edit({}, { assignees: [ben.personId] }),
    ['applied', 'merged'],
  ],
  [
    'different lines of the description',
    edit({ description: text.replace('one', 'ONE') }),
    edit({ description: text.replace('five', 'FIVE') }),
    ['applied', 'merged'],
  ],
  [
    'the same line of the description',
    edit({ description: text.replace('three', 'drei') }),
    edit({ description: text.replace('three', 'trois') }),
    ['applied', 'conflict'],
  ],
  ['order within a column', move('todo', 'behind'), move('todo', 'top'), ['applied', 'merged']],
  ['two columns', move('in-progress'), move('done'), ['applied', 'conflict']],
  ['two titles', edit({ title: 'Left' }), edit({ title: 'Right' }), ['applied', 'conflict']],
  ['two priorities', edit({ priority: 1 }), edit({ priority: 4 }), ['applied', 'conflict']],
  ['two estimates', edit({ estimate: 3 }), edit({ estimate: 5 }), ['applied', 'conflict']],
  [
    'two due dates',
    edit({ dueDate: '2026-12-01' }),
    edit({ dueDate: '2026-12-02' }),
    ['applied', 'conflict'],
  ],
  ['two types', edit({ type: 'bug' }), edit({ type: 'story' }), ['applied', 'conflict']],
]

describe('two people at once, on two processes', () => {
  it.each(ROWS)('%s', async (_, left, right, outcomes) => {
    for (const [first, second] of [
      [left, right],
      [right, left],
    ] as const) {
      const { projectId, on, other } = await threeTasks()
      const answers = await Promise.all([
        new Window(ann, projectId).send(first(on, other)),
        send(ben, projectId, second(on, other)),
      ])
      expect(answers.map((answer) => answer.outcome).sort()).toEqual([...outcomes].sort())
      expect(plain(await foldedProject(projectId))).toEqual(plain(await storedProject(projectId)))
      const conflict = answers.find((answer) => answer.outcome === 'conflict')
      if (conflict) await tellsBothSides(conflict)
    }
  })

  it('keep what both added to the sets, and what both wrote in the text', async () => {
    const { projectId, on } = await threeTasks()
    await Promise.all([
      new Window(ann, projectId).send(
        edit({ description: text.replace('one', 'ONE') }, { labels: ['a'] })(on, ''),
      ),
      send(
        ben,
        projectId,
        edit(
          { description: text.replace('five', 'FIVE') },
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

describe('the rule that allowed it is gone', () => {
  it('archived meanwhile', async () => {
    const { projectId, on } = await threeTasks()
    await send(ben, projectId, archive(on, ''))
    const answer = await new Window(ann, projectId).send(move('done')(on, ''))
    expect(answer).toMatchObject({ outcome: 'conflict', conflict: { reason: 'archived' } })
  })

  it('the column was removed meanwhile', async () => {
    const { projectId, on } = await threeTasks()
    await new Window(ann, projectId).send({
      type: 'status.remove',
      baseVersion: 1,
      statusId: 'review',
      moveTo: 'todo',
    })
    const answer = await send(ben, projectId, move('review')(on, ''))
    expect(answer).toMatchObject({ outcome: 'conflict', conflict: { reason: 'status-removed' } })
  })

  it('rights were taken away after the command was made', async () => {
    const { projectId, on } = await threeTasks()
    const cid = await makePerson(ann)
    const commandId = newId()
    await database().sql`
      update person set role = 'viewer', former_role = role, role_since = now() + interval '1 second'
      where id = ${cid.personId}`
    const answer = await send(cid, projectId, move('done')(on, ''), commandId)
    expect(answer).toMatchObject({ outcome: 'conflict', conflict: { reason: 'rights' } })
  })

  it.each([
    ['the past', '00000000-0000-7000-8000-000000000001'],
    ['a far future', 'ffffffff-ffff-7000-8000-000000000001'],
  ])(
    'rights that a viewer never had, with a command id out of %s: refused',
    async (_, commandId) => {
      const { projectId, on } = await threeTasks()
      const viewer = await makePerson(ann, 'viewer')
      const answer = await send(viewer, projectId, move('done')(on, ''), commandId)
      expect(answer).toMatchObject({
        outcome: 'refused',
        refusal: { code: 'forbidden' },
        events: [],
      })
      const rows = await database().sql`select 1 from event where command_id = ${commandId}`
      expect(rows).toHaveLength(0)
    },
  )
})

async function threeTasks() {
  const window = await makeProject(ann)
  await window.createTask()
  const taskId = await window.createTask({ description: text, labels: ['old'] })
  const other = await window.createTask()
  return { projectId: window.projectId, other, on: { taskId, baseVersion: 1 } }
}

function send(person: typeof ben, projectId: Id, command: Command, commandId = newId()) {
  const { clientId } = new Window(person, projectId)
  return elsewhere(person.scope, { commandId, clientId, projectId, command })
}

async function tellsBothSides({ conflict, missed }: Answer): Promise<void> {
  expect(missed?.length).toBeGreaterThan(0)
  expect(conflict?.missed).toEqual(missed?.map((event) => event.seq))
  for (const field of conflict?.fields ?? []) {
    expect([ann.personId, ben.personId]).toContain(field.by)
    expect(new Date(field.at).getTime()).not.toBeNaN()
    expect(new Set([field.base, field.theirs, field.mine]).size).toBe(3)
  }
  const [row] = await database().sql`
    select type from event where command_id = ${conflict?.id ?? ''}`
  expect(row?.type).toBe('conflict.found')
}
