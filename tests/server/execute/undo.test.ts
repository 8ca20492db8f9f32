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

  it('brings a removed version back onto its tasks, but for one that got another meanwhile', async () => {
    const hers = await makeProject(ann)
    const [one, two] = [newId(), newId()]
    const add = { type: 'version.add', baseVersion: 1 } as const
    await hers.send({ ...add, versionId: one, name: '1.0', releaseDate: '2031-05-01' })
    await hers.send({ ...add, versionId: two, name: '2.0' })
    const [a, b, c] = [await hers.createTask(), await hers.createTask(), await hers.createTask()]
    const give = (taskId: Id, versionId: Id): Command => {
      return { type: 'task.edit', taskId, baseVersion: 9, add: { fixVersions: [versionId] } }
    }
    for (const taskId of [a, b, c]) await hers.send(give(taskId, one))
    await hers.send({ type: 'task.archive', taskId: c, baseVersion: 9 })
    const removal = {
      type: 'version.remove',
      versionId: one,
      baseVersion: 9,
      moveTo: null,
    } as const
    const removed = await hers.send(removal)
    const chosen = await bens(hers.projectId, give(b, two))
    const versionsOf = async (taskId: Id) =>
      (await storedProject(hers.projectId)).tasks.get(taskId)?.fixVersions
    const stopped = await hers.send(undo(removed.commandId))
    expect(stopped.refusal?.inTheWay).toMatchObject({
      rest: 3,
      obstacles: [{ taskId: b, by: ben.scope.person.id, seq: chosen.events[0]?.seq }],
    })
    expect(await versionsOf(a)).toEqual([])
    const undone = await hers.send(undo(removed.commandId, true))
    expect(undone.outcome).toBe('merged')
    expect(await Promise.all([a, b, c].map(versionsOf))).toEqual([[one], [two], [one]])
    await isTrue(hers.projectId)
    const again = await hers.send(undo(undone.commandId))
    expect(again.outcome).toBe('applied')
    expect(await Promise.all([a, b, c].map(versionsOf))).toEqual([[], [two], []])
    await isTrue(hers.projectId)
  })

  it('meets a new component of the same name in one of two ways, and keeps names single', async () => {
    const hers = await makeProject(ann)
    const add = { type: 'component.add', baseVersion: 1, name: 'API' } as const
    for (let round = 0; round < 6; round++) {
      const [mine, other] = [newId(), newId()]
      await hers.send({ ...add, componentId: mine })
      const remove = { type: 'component.remove', baseVersion: 99, moveTo: null } as const
      const removed = await hers.send({ ...remove, componentId: mine })
      const [undone, added] = await Promise.all([
        hers.send(undo(removed.commandId)),
        elsewhere(ann.scope, {
          commandId: newId(),
          clientId: newId(),
          projectId: hers.projectId,
          command: { ...add, componentId: other },
        }),
      ])
      const codes = [undone.refusal?.code, added.refusal?.code]
      expect([
        [undefined, 'name-taken'],
        ['in-the-way', undefined],
      ]).toContainEqual(codes)
      await hers.send({ ...remove, componentId: codes[0] ? other : mine })
    }
    await isTrue(hers.projectId)
  })

  it('opens the ways to a column again that returns', async () => {
    const hers = await makeProject(ann)
    const ways = [{ to: 'done', rules: [] }]
    const edit = { type: 'status.edit', statusId: 'todo', baseVersion: 1 } as const
    await hers.send({ ...edit, set: { transitions: ways } })
    const remove = { type: 'status.remove', statusId: 'done', baseVersion: 9 } as const
    const removed = await hers.send({ ...remove, moveTo: 'todo' })
    const waysNow = async () => {
      const { project } = await storedProject(hers.projectId)
      return project?.statuses.find(({ id }) => id === 'todo')?.transitions
    }
    expect(await waysNow()).toEqual([])
    expect((await hers.send(undo(removed.commandId))).outcome).toBe('applied')
    expect(await waysNow()).toEqual(ways)
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
