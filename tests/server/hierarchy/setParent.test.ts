import { v4 as newClientId, v7 as newId } from 'uuid'
import { describe, expect, it } from 'vitest'
import { database } from '@/db/client'
import type { Command } from '@/domain/commands'
import type { Id } from '@/domain/kernel/primitives'
import { startOtherProcess } from '@/tests/support/otherProcess'
import { makeWorkspace } from '@/tests/support/people'
import { replayedProject, storedProject, toComparable } from '@/tests/support/storedProject'
import { makeProject } from '@/tests/support/testClient'
import { testDatabase } from '@/tests/support/testDatabase'

const { appUrl } = await testDatabase()
const executeInOtherProcess = startOtherProcess(appUrl)
const ann = await makeWorkspace()
const setParentCommand = (taskId: Id, parentId: Id): Command => ({
  type: 'task.setParent',
  taskId,
  baseVersion: 1,
  parentId,
})

/** Returns the ancestors of a task. Throws on a cycle. */
async function ancestorIds(projectId: Id, id: Id): Promise<Id[]> {
  const { sql } = database()
  const rows = await sql<{ id: Id; parent_id: Id | null }[]>`
    select id, parent_id from task where project_id = ${projectId}`
  const parents = new Map(rows.map((row) => [row.id, row.parent_id]))
  const path: Id[] = []
  for (let at: Id | null | undefined = id; at; at = parents.get(at)) {
    if (path.includes(at)) throw new Error('A cycle.')
    path.push(at)
  }
  return path
}

describe('two people who would close a cycle together', () => {
  it('only one of them succeeds within one batch', async () => {
    const mine = await makeProject(ann)
    const [a, b, c] = [await mine.createTask(), await mine.createTask(), await mine.createTask()]
    const answers = await Promise.all([
      mine.send(setParentCommand(a, b)),
      mine.send(setParentCommand(b, c)),
      mine.send(setParentCommand(c, a)),
    ])
    expect(answers.map((each) => each.outcome)).toEqual(['applied', 'applied', 'rejected'])
    expect(answers[2]?.rejection?.code).toBe('cycle')
    expect(await ancestorIds(mine.projectId, a)).toEqual([a, b, c])
  })

  it('only one of them succeeds across two processes', async () => {
    const mine = await makeProject(ann)
    for (let round = 0; round < 10; round++) {
      const [a, b] = [await mine.createTask(), await mine.createTask()]
      const there = { commandId: newId(), clientId: newClientId(), projectId: mine.projectId }
      const answers = await Promise.all([
        mine.send(setParentCommand(a, b)),
        executeInOtherProcess(ann.scope, { ...there, command: setParentCommand(b, a) }),
      ])
      expect(answers.map((each) => each.outcome).sort()).toEqual(['applied', 'rejected'])
      expect(
        (await ancestorIds(mine.projectId, a)).length +
          (await ancestorIds(mine.projectId, b)).length,
      ).toBe(3)
    }
    const rows = toComparable(await storedProject(mine.projectId))
    expect(rows).toEqual(toComparable(await replayedProject(mine.projectId)))
  })
})

it('a cycle is detected over many levels, including changes of the same batch', async () => {
  const mine = await makeProject(ann)
  const chain: Id[] = []
  for (let i = 0; i < 6; i++) {
    chain.push(await mine.createTask(i > 0 ? { parentId: chain[i - 1] } : {}))
  }
  const [top = '', , middle = ''] = chain
  expect((await mine.send(setParentCommand(top, chain[5] ?? ''))).rejection?.code).toBe('cycle')
  const [detached, nested] = await Promise.all([
    mine.send({ type: 'task.setParent', taskId: middle, baseVersion: 1, parentId: null }),
    mine.send(setParentCommand(top, chain[5] ?? '')),
  ])
  expect([detached?.outcome, nested?.outcome]).toEqual(['applied', 'applied'])
})

it('a type must fit the children that the same batch has added', async () => {
  const mine = await makeProject(ann)
  const [story, home] = [await mine.createTask({ taskType: 'story' }), await mine.createTask()]
  const sub = await mine.createTask({ taskType: 'subtask', parentId: home })
  const [, edited] = await Promise.all([
    mine.send(setParentCommand(sub, story)),
    mine.send({ type: 'task.edit', taskId: story, baseVersion: 1, set: { type: 'epic' } }),
  ])
  expect(edited?.rejection?.code).toBe('hierarchy')
})

it('a task of another project cannot be the parent', async () => {
  const [mine, other] = [await makeProject(ann), await makeProject(ann)]
  const [task, theirs] = [await mine.createTask(), await other.createTask()]
  expect((await mine.send(setParentCommand(task, theirs))).rejection?.code).toBe('not-found')
})
