import { v7 as newId } from 'uuid'
import { describe, expect, it } from 'vitest'
import { database } from '@/db/client'
import type { CommandResult } from '@/domain/commandResult'
import type { Command } from '@/domain/commands'
import type { Id } from '@/domain/kernel/primitives'
import type { BulkChange } from '@/domain/task/commands'
import { startOtherProcess } from '@/tests/support/otherProcess'
import { makePerson, makeWorkspace } from '@/tests/support/people'
import {
  replayedProject,
  storedProject,
  storedTotals,
  toComparable,
} from '@/tests/support/storedProject'
import { makeProject, TestClient } from '@/tests/support/testClient'
import { testDatabase } from '@/tests/support/testDatabase'

const { appUrl } = await testDatabase()
const executeInOtherProcess = startOtherProcess(appUrl)
const ann = await makeWorkspace()
const ben = await makePerson(ann)
/**
 * The longest allowed time of a command about a thousand tasks, in ms; generous enough for any
 * machine.
 */
const MAX_MS = 5_000

const bulkCommand = (ids: Id[], change: BulkChange, baseVersion = 1): Command => ({
  type: 'task.bulk',
  tasks: ids.map((taskId) => ({ taskId, baseVersion })),
  change,
})

async function createTasks(count: number): Promise<{ annsClient: TestClient; ids: Id[] }> {
  const annsClient = await makeProject(ann)
  const ids = await Promise.all(Array.from({ length: count }, () => annsClient.createTask()))
  return { annsClient, ids }
}

/** Returns the number of tasks in each column. */
async function countByStatus({ projectId }: TestClient): Promise<Record<string, number>> {
  const rows = await database().sql`
    select status_id, count(*)::int as n from task
    where project_id = ${projectId} and archived_at is null group by 1`
  return Object.fromEntries(rows.map((row) => [row.status_id, row.n]))
}

async function expectConsistent({ projectId }: TestClient): Promise<void> {
  expect(toComparable(await replayedProject(projectId))).toEqual(
    toComparable(await storedProject(projectId)),
  )
  const { stored, recomputed } = await storedTotals(projectId)
  expect(stored).toEqual(recomputed)
}

async function expectFast(run: () => Promise<CommandResult>): Promise<CommandResult> {
  const begun = performance.now()
  const answer = await run()
  expect(performance.now() - begun).toBeLessThan(MAX_MS)
  return answer
}

describe('many tasks in one command', () => {
  it('a thousand tasks change at once, and one undo reverts all of them', async () => {
    const { annsClient, ids } = await createTasks(1_000)
    const change: BulkChange = {
      statusId: 'done',
      set: { priority: 3 },
      add: { assignees: [ben.scope.person.id], labels: ['api'] },
    }
    const answer = await expectFast(() => annsClient.send(bulkCommand(ids, change)))
    expect(answer.outcome).toBe('applied')
    expect(answer.taskResults?.filter((each) => each.outcome === 'applied')).toHaveLength(1_000)
    expect(await countByStatus(annsClient)).toEqual({ done: 1_000 })
    await expectConsistent(annsClient)
    const back = await expectFast(() =>
      annsClient.send({ type: 'command.undo', undoneCommandId: answer.commandId }),
    )
    expect(back.outcome).toBe('applied')
    expect(await countByStatus(annsClient)).toEqual({ todo: 1_000 })
    await expectConsistent(annsClient)
  })

  it('a concurrent bulk edit of another process is decided task by task', async () => {
    const { annsClient, ids } = await createTasks(40)
    const bensClient = new TestClient(ben, annsClient.projectId)
    const [anns, benClient] = await Promise.all([
      annsClient.send(bulkCommand(ids.slice(0, 30), { statusId: 'done' })),
      executeInOtherProcess(ben.scope, {
        commandId: newId(),
        clientId: bensClient.clientId,
        projectId: annsClient.projectId,
        command: bulkCommand(ids.slice(10).toReversed(), { statusId: 'in-progress' }),
      }),
    ])
    const changed = [anns, benClient].map(
      ({ taskResults }) => taskResults?.filter((each) => each.outcome === 'applied').length ?? 0,
    )
    const left = [anns, benClient].flatMap(({ taskResults = [] }) =>
      taskResults.filter((each) => each.outcome === 'skipped'),
    )
    expect((changed[0] ?? 0) + (changed[1] ?? 0)).toBe(40)
    expect(left).toHaveLength(20)
    for (const each of left) expect(each.message).toMatch(/changed it meanwhile/)
    const { done = 0, 'in-progress': started = 0 } = await countByStatus(annsClient)
    expect([done, started]).toEqual(changed)
    await expectConsistent(annsClient)
  })

  it('a repeated command gets the first result, including the results of all tasks', async () => {
    const { annsClient, ids } = await createTasks(3)
    const commandId = newId()
    const first = await annsClient.send(
      bulkCommand([...ids, newId()], { statusId: 'done' }),
      commandId,
    )
    const second = await annsClient.send(
      bulkCommand([...ids, newId()], { statusId: 'done' }),
      commandId,
    )
    expect(second.taskResults).toEqual(first.taskResults)
    expect(second.taskResults?.at(-1)?.outcome).toBe('skipped')
  })
})
