import { v7 as newId } from 'uuid'
import { describe, expect, it } from 'vitest'
import { database } from '@/db/client'
import type { Answer } from '@/domain/answer'
import type { Command } from '@/domain/commands'
import type { BulkChange } from '@/domain/task/commands'
import type { Id } from '@/domain/words'
import { testDatabase } from '../../support/database'
import { otherProcess } from '../../support/other-process'
import { makePerson, makeWorkspace } from '../../support/people'
import { makeProject, Window } from '../../support/project'
import { foldedProject, plain, storedProject, storedTotals } from '../../support/stored'

const { appUrl } = await testDatabase()
const elsewhere = otherProcess(appUrl)
const ann = await makeWorkspace()
const ben = await makePerson(ann)
/** What a command about a thousand tasks may take on any machine, in ms. */
const WHILE = 5_000

const bulk = (ids: Id[], change: BulkChange, baseVersion = 1): Command => ({
  type: 'task.bulk',
  tasks: ids.map((taskId) => ({ taskId, baseVersion })),
  change,
})

async function filled(count: number): Promise<{ hers: Window; ids: Id[] }> {
  const hers = await makeProject(ann)
  const ids = await Promise.all(Array.from({ length: count }, () => hers.createTask()))
  return { hers, ids }
}

/** How many tasks stand in each column. */
async function columns({ projectId }: Window): Promise<Record<string, number>> {
  const rows = await database().sql`
    select status_id, count(*)::int as n from task
    where project_id = ${projectId} and archived_at is null group by 1`
  return Object.fromEntries(rows.map((row) => [row.status_id, row.n]))
}

async function isTrue({ projectId }: Window): Promise<void> {
  expect(plain(await foldedProject(projectId))).toEqual(plain(await storedProject(projectId)))
  const { kept, added } = await storedTotals(projectId)
  expect(kept).toEqual(added)
}

async function timed(run: () => Promise<Answer>): Promise<Answer> {
  const begun = performance.now()
  const answer = await run()
  expect(performance.now() - begun).toBeLessThan(WHILE)
  return answer
}

describe('many tasks in one command', () => {
  it('changes a thousand at once, and one undo takes all of it back', async () => {
    const { hers, ids } = await filled(1_000)
    const change: BulkChange = {
      statusId: 'done',
      set: { priority: 3 },
      add: { assignees: [ben.scope.person.id], labels: ['api'] },
    }
    const answer = await timed(() => hers.send(bulk(ids, change)))
    expect(answer.outcome).toBe('applied')
    expect(answer.results?.filter((each) => each.outcome === 'applied')).toHaveLength(1_000)
    expect(await columns(hers)).toEqual({ done: 1_000 })
    await isTrue(hers)
    const back = await timed(() => hers.send({ type: 'command.undo', undoes: answer.commandId }))
    expect(back.outcome).toBe('applied')
    expect(await columns(hers)).toEqual({ todo: 1_000 })
    await isTrue(hers)
  })

  it('meets another of another process: each task is decided by itself', async () => {
    const { hers, ids } = await filled(40)
    const his = new Window(ben, hers.projectId)
    const [anns, bens] = await Promise.all([
      hers.send(bulk(ids.slice(0, 30), { statusId: 'done' })),
      elsewhere(ben.scope, {
        commandId: newId(),
        clientId: his.clientId,
        projectId: hers.projectId,
        command: bulk(ids.slice(10).toReversed(), { statusId: 'in-progress' }),
      }),
    ])
    const changed = [anns, bens].map(
      ({ results }) => results?.filter((each) => each.outcome === 'applied').length ?? 0,
    )
    const left = [anns, bens].flatMap(({ results = [] }) =>
      results.filter((each) => each.outcome === 'left'),
    )
    expect((changed[0] ?? 0) + (changed[1] ?? 0)).toBe(40)
    expect(left).toHaveLength(20)
    for (const each of left) expect(each.message).toMatch(/changed it meanwhile/)
    const { done = 0, 'in-progress': started = 0 } = await columns(hers)
    expect([done, started]).toEqual(changed)
    await isTrue(hers)
  })

  it('gives a repeat the first answer, results and all', async () => {
    const { hers, ids } = await filled(3)
    const commandId = newId()
    const first = await hers.send(bulk([...ids, newId()], { statusId: 'done' }), commandId)
    const second = await hers.send(bulk([...ids, newId()], { statusId: 'done' }), commandId)
    expect(second.results).toEqual(first.results)
    expect(second.results?.at(-1)?.outcome).toBe('left')
  })
})
