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
import { foldedProject, plain, storedProject, storedTotals } from '../../support/stored'

const { appUrl } = await testDatabase()
const elsewhere = otherProcess(appUrl)
const ann = await makeWorkspace()
const ben = await makePerson(ann)

const undo = (undoes: Id, rest?: boolean): Command => ({ type: 'command.undo', undoes, rest })

/** Sends a command of ben's through another process. */
function bens(projectId: Id, command: Command, commandId = newId()): Promise<Answer> {
  const { clientId } = new Window(ben, projectId)
  return elsewhere(ben.scope, { commandId, clientId, projectId, command })
}

async function titleOf(taskId: Id): Promise<string> {
  const [row] = await database().sql`select title from task where id = ${taskId}`
  return row?.title
}

async function isTrue(projectId: Id): Promise<void> {
  expect(plain(await foldedProject(projectId))).toEqual(plain(await storedProject(projectId)))
  const { kept, added } = await storedTotals(projectId)
  expect(kept).toEqual(added)
}

describe('taking back on the database', () => {
  it('finds the events of a command that another process has made', async () => {
    const hers = await makeProject(ann)
    const taskId = await hers.createTask({ title: 'Before' })
    const edit = { type: 'task.edit', taskId, baseVersion: 1 } as const
    const done = await bens(hers.projectId, { ...edit, set: { title: 'After' } })
    const undone = await hers.send(undo(done.commandId))
    expect(undone.outcome).toBe('applied')
    expect(await titleOf(taskId)).toBe('Before')
    const again = await bens(hers.projectId, undo(undone.commandId))
    expect(again.outcome).toBe('applied')
    expect(await titleOf(taskId)).toBe('After')
    await isTrue(hers.projectId)
  })

  it('knows nothing of the commands of another project', async () => {
    const [hers, other] = [await makeProject(ann), await makeProject(ann)]
    const taskId = await other.createTask()
    const edit = { type: 'task.edit', taskId, baseVersion: 1, set: { title: 'B' } } as const
    const { commandId } = await other.send(edit)
    const { outcome, refusal } = await hers.send(undo(commandId))
    expect([outcome, refusal?.code]).toEqual(['refused', 'not-found'])
  })

  it('meets a later edit of another process in one of two ways, and loses neither', async () => {
    const hers = await makeProject(ann)
    const seen = new Set<string>()
    for (let round = 0; round < 8; round++) {
      const taskId = await hers.createTask({ title: 'Before' })
      const edit = { type: 'task.edit', taskId, baseVersion: 2 } as const
      const mine = await hers.send({ ...edit, baseVersion: 1, set: { title: 'Mine' } })
      const [undone, theirs] = await Promise.all([
        hers.send(undo(mine.commandId)),
        bens(hers.projectId, { ...edit, set: { title: 'Theirs' } }),
      ])
      seen.add(undone.outcome)
      if (undone.outcome === 'refused') {
        expect(undone.refusal?.inTheWay?.obstacles).toMatchObject([
          { taskId, field: 'title', by: ben.scope.person.id, seq: theirs.events[0]?.seq },
        ])
        expect(await titleOf(taskId)).toBe('Theirs')
      } else {
        expect([undone.outcome, theirs.outcome]).toEqual(['applied', 'conflict'])
        expect(await titleOf(taskId)).toBe('Before')
      }
    }
    expect(seen.size).toBeGreaterThan(0)
    await isTrue(hers.projectId)
  })

  it('happens once when two take the same back at once', async () => {
    const hers = await makeProject(ann)
    const taskId = await hers.createTask()
    const { commandId } = await hers.move(taskId, 1, 'done')
    const answers = await Promise.all([
      hers.send(undo(commandId)),
      bens(hers.projectId, undo(commandId)),
    ])
    expect(answers.map(({ outcome }) => outcome).sort()).toEqual(['applied', 'unchanged'])
    await isTrue(hers.projectId)
  })

  it('gives logged time back, and logs it again', async () => {
    const hers = await makeProject(ann)
    const taskId = await hers.createTask()
    await hers.send({
      type: 'task.edit',
      taskId,
      baseVersion: 1,
      set: { originalEstimate: 7_200 },
    })
    const { commandId } = await hers.send({
      type: 'worklog.add',
      taskId,
      baseVersion: 2,
      worklogId: newId(),
      seconds: 3_600,
      startedAt: '2026-01-05T10:00:00.000Z',
      note: 'Read',
      remaining: 'auto',
    })
    const sums = async () => {
      const [row] = await database().sql`
        select time_spent, remaining_estimate from task where id = ${taskId}`
      return [Number(row?.time_spent), Number(row?.remaining_estimate)]
    }
    expect(await sums()).toEqual([3_600, 3_600])
    const undone = await hers.send(undo(commandId))
    expect([undone.outcome, ...(await sums())]).toEqual(['applied', 0, 7_200])
    await hers.send(undo(undone.commandId))
    expect(await sums()).toEqual([3_600, 3_600])
    await isTrue(hers.projectId)
  })
})
