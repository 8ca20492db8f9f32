import { v7 as newId } from 'uuid'
import { describe, expect, it } from 'vitest'
import { database } from '@/db/client'
import type { CommandResult } from '@/domain/commandResult'
import type { Command } from '@/domain/commands'
import type { Id } from '@/domain/kernel/primitives'
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

const undoCommand = (undoneCommandId: Id, partial?: boolean): Command => ({
  type: 'command.undo',
  undoneCommandId,
  partial,
})

/** Sends a command as Ben through another process. */
function sendAsBen(projectId: Id, command: Command, commandId = newId()): Promise<CommandResult> {
  const { clientId } = new TestClient(ben, projectId)
  return executeInOtherProcess(ben.scope, { commandId, clientId, projectId, command })
}

async function readTitle(taskId: Id): Promise<string> {
  const [row] = await database().sql`select title from task where id = ${taskId}`
  return row?.title
}

async function expectConsistent(projectId: Id): Promise<void> {
  expect(toComparable(await replayedProject(projectId))).toEqual(
    toComparable(await storedProject(projectId)),
  )
  const { stored, recomputed } = await storedTotals(projectId)
  expect(stored).toEqual(recomputed)
}

describe('undo on the database', () => {
  it('the events of a command of another process are found', async () => {
    const annsClient = await makeProject(ann)
    const taskId = await annsClient.createTask({ title: 'Before' })
    const edit = { type: 'task.edit', taskId, baseVersion: 1 } as const
    const done = await sendAsBen(annsClient.projectId, { ...edit, set: { title: 'After' } })
    const undone = await annsClient.send(undoCommand(done.commandId))
    expect(undone.outcome).toBe('applied')
    expect(await readTitle(taskId)).toBe('Before')
    const again = await sendAsBen(annsClient.projectId, undoCommand(undone.commandId))
    expect(again.outcome).toBe('applied')
    expect(await readTitle(taskId)).toBe('After')
    await expectConsistent(annsClient.projectId)
  })

  it('commands of another project cannot be undone', async () => {
    const [annsClient, other] = [await makeProject(ann), await makeProject(ann)]
    const taskId = await other.createTask()
    const edit = { type: 'task.edit', taskId, baseVersion: 1, set: { title: 'B' } } as const
    const { commandId } = await other.send(edit)
    const { outcome, rejection } = await annsClient.send(undoCommand(commandId))
    expect([outcome, rejection?.code]).toEqual(['rejected', 'not-found'])
  })

  it('an undo and a later edit of another process conflict or merge, and neither is lost', async () => {
    const annsClient = await makeProject(ann)
    const seen = new Set<string>()
    for (let round = 0; round < 8; round++) {
      const taskId = await annsClient.createTask({ title: 'Before' })
      const edit = { type: 'task.edit', taskId, baseVersion: 2 } as const
      const mine = await annsClient.send({ ...edit, baseVersion: 1, set: { title: 'Mine' } })
      const [undone, theirs] = await Promise.all([
        annsClient.send(undoCommand(mine.commandId)),
        sendAsBen(annsClient.projectId, { ...edit, set: { title: 'Theirs' } }),
      ])
      seen.add(undone.outcome)
      if (undone.outcome === 'rejected') {
        expect(undone.rejection?.undoBlockers?.blockers).toMatchObject([
          {
            taskId,
            field: 'title',
            changedBy: ben.scope.person.id,
            changedSeq: theirs.events[0]?.seq,
          },
        ])
        expect(await readTitle(taskId)).toBe('Theirs')
      } else {
        expect([undone.outcome, theirs.outcome]).toEqual(['applied', 'conflict'])
        expect(await readTitle(taskId)).toBe('Before')
      }
    }
    expect(seen.size).toBeGreaterThan(0)
    await expectConsistent(annsClient.projectId)
  })

  it('two concurrent undos of the same command undo it once', async () => {
    const annsClient = await makeProject(ann)
    const taskId = await annsClient.createTask()
    const { commandId } = await annsClient.move(taskId, 1, 'done')
    const answers = await Promise.all([
      annsClient.send(undoCommand(commandId)),
      sendAsBen(annsClient.projectId, undoCommand(commandId)),
    ])
    expect(answers.map(({ outcome }) => outcome).sort()).toEqual(['applied', 'unchanged'])
    await expectConsistent(annsClient.projectId)
  })

  it('undoing a removal restores the version to its tasks, except those that got another one', async () => {
    const annsClient = await makeProject(ann)
    const [one, two] = [newId(), newId()]
    const add = { type: 'version.add', baseVersion: 1 } as const
    await annsClient.send({ ...add, versionId: one, name: '1.0', releaseDate: '2031-05-01' })
    await annsClient.send({ ...add, versionId: two, name: '2.0' })
    const [a, b, c] = [
      await annsClient.createTask(),
      await annsClient.createTask(),
      await annsClient.createTask(),
    ]
    const give = (taskId: Id, versionId: Id): Command => {
      return { type: 'task.edit', taskId, baseVersion: 9, add: { fixVersions: [versionId] } }
    }
    for (const taskId of [a, b, c]) await annsClient.send(give(taskId, one))
    await annsClient.send({ type: 'task.archive', taskId: c, baseVersion: 9 })
    const removal = {
      type: 'version.remove',
      versionId: one,
      baseVersion: 9,
      moveTo: null,
    } as const
    const removed = await annsClient.send(removal)
    const chosen = await sendAsBen(annsClient.projectId, give(b, two))
    const versionsOf = async (taskId: Id) =>
      (await storedProject(annsClient.projectId)).tasks.get(taskId)?.fixVersions
    const stopped = await annsClient.send(undoCommand(removed.commandId))
    expect(stopped.rejection?.undoBlockers).toMatchObject({
      undoableCount: 3,
      blockers: [{ taskId: b, changedBy: ben.scope.person.id, changedSeq: chosen.events[0]?.seq }],
    })
    expect(await versionsOf(a)).toEqual([])
    const undone = await annsClient.send(undoCommand(removed.commandId, true))
    expect(undone.outcome).toBe('merged')
    expect(await Promise.all([a, b, c].map(versionsOf))).toEqual([[one], [two], [one]])
    await expectConsistent(annsClient.projectId)
    const again = await annsClient.send(undoCommand(undone.commandId))
    expect(again.outcome).toBe('applied')
    expect(await Promise.all([a, b, c].map(versionsOf))).toEqual([[], [two], []])
    await expectConsistent(annsClient.projectId)
  })

  it('undoing a removal and a new component of the same name never give two of that name', async () => {
    const annsClient = await makeProject(ann)
    const add = { type: 'component.add', baseVersion: 1, name: 'API' } as const
    for (let round = 0; round < 6; round++) {
      const [mine, other] = [newId(), newId()]
      await annsClient.send({ ...add, componentId: mine })
      const remove = { type: 'component.remove', baseVersion: 99, moveTo: null } as const
      const removed = await annsClient.send({ ...remove, componentId: mine })
      const [undone, added] = await Promise.all([
        annsClient.send(undoCommand(removed.commandId)),
        executeInOtherProcess(ann.scope, {
          commandId: newId(),
          clientId: newId(),
          projectId: annsClient.projectId,
          command: { ...add, componentId: other },
        }),
      ])
      const codes = [undone.rejection?.code, added.rejection?.code]
      expect([
        [undefined, 'name-taken'],
        ['undo-blocked', undefined],
      ]).toContainEqual(codes)
      await annsClient.send({ ...remove, componentId: codes[0] ? other : mine })
    }
    await expectConsistent(annsClient.projectId)
  })

  it('transitions to a restored column work again', async () => {
    const annsClient = await makeProject(ann)
    const transitions = [{ to: 'done', rules: [] }]
    const edit = { type: 'status.edit', statusId: 'todo', baseVersion: 1 } as const
    await annsClient.send({ ...edit, set: { transitions } })
    const remove = { type: 'status.remove', statusId: 'done', baseVersion: 9 } as const
    const removed = await annsClient.send({ ...remove, moveTo: 'todo' })
    const waysNow = async () => {
      const { project } = await storedProject(annsClient.projectId)
      return project?.statuses.find(({ id }) => id === 'todo')?.transitions
    }
    expect(await waysNow()).toEqual([])
    expect((await annsClient.send(undoCommand(removed.commandId))).outcome).toBe('applied')
    expect(await waysNow()).toEqual(transitions)
    await expectConsistent(annsClient.projectId)
  })

  it('logged time is undone and redone', async () => {
    const annsClient = await makeProject(ann)
    const taskId = await annsClient.createTask()
    await annsClient.send({
      type: 'task.edit',
      taskId,
      baseVersion: 1,
      set: { originalEstimate: 7_200 },
    })
    const { commandId } = await annsClient.send({
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
    const undone = await annsClient.send(undoCommand(commandId))
    expect([undone.outcome, ...(await sums())]).toEqual(['applied', 0, 7_200])
    await annsClient.send(undoCommand(undone.commandId))
    expect(await sums()).toEqual([3_600, 3_600])
    await expectConsistent(annsClient.projectId)
  })
})
