import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { executeCommandBy } from '@/app/_api/queue/executeCommand'
import type { RejectionNotice } from '@/app/_replica/replicaTypes'
import type { ProjectStore } from '@/app/_replica/store/projectStore'
import type { CommandResult } from '@/domain/commandResult'
import type { CommandEnvelope } from '@/domain/commands'
import type { Conflict } from '@/domain/conflict/conflict'
import { LIMITS } from '@/domain/kernel/primitives'
import { execute } from '@/server/write/execute'
import { eventually } from '@/tests/support/eventually'
import { makePerson, makeWorkspace } from '@/tests/support/people'
import { closeReplica, openQueue, openReplica } from '@/tests/support/replica'
import { signedInBrowser } from '@/tests/support/signedInBrowser'
import { makeProject } from '@/tests/support/testClient'
import { testDatabase } from '@/tests/support/testDatabase'

await testDatabase()
Object.assign(process.env, {
  NEXTAUTH_URL: 'http://localhost:3000',
  NEXTAUTH_SECRET: 'a secret of at least 32 characters',
})

/** One window of a person in two projects, without a connection at first. */
async function openWindow() {
  const admin = await makeWorkspace()
  const person = await makePerson(admin)
  const [left, opened] = [await makeProject(admin), await makeProject(admin)]
  const taskId = await left.createTask()
  let isConnected = false
  let send = (envelope: CommandEnvelope): Promise<CommandResult> => execute(person.scope, envelope)
  const queue = openQueue(person.personId, {
    execute: (envelope) =>
      isConnected ? send(envelope) : Promise.reject(new TypeError('fetch failed')),
  })
  const undoSteps = { undoable: [], redoable: [] }
  /** Opens a page of a project. Returns its store and what it reports. */
  const openPage = async ({ projectId }: { projectId: string }) => {
    const rejections: RejectionNotice[] = []
    const conflicts: Conflict[] = []
    const beforeStart = (store: ProjectStore) => {
      store.rejections.subscribe((notice) => rejections.push(notice))
      store.conflictsFound.subscribe((conflict) => conflicts.push(conflict))
    }
    const ofProject = projectId === left.projectId ? { undoSteps } : {}
    const store = await openReplica(person, projectId, { queue, beforeStart, ...ofProject })
    return { store, rejections, conflicts }
  }
  return {
    ...{ person, left, opened, taskId, openPage },
    /** Sends what waits, and waits for the results. */
    connect: async () => {
      isConnected = true
      queue.retryNow()
      await eventually(() => expect(queue.length).toBe(0))
    },
    sendBy: (execute: typeof send) => {
      send = execute
    },
  }
}

/** Makes a column of a project accept no further task. */
async function fillColumn(project: Awaited<ReturnType<typeof openWindow>>['left']): Promise<void> {
  await project.createTask({ statusId: 'done' })
  const set = { wipLimit: 1 }
  await project.send({ type: 'status.edit', baseVersion: 1, statusId: 'done', set })
}

test('a rejection that arrives on a page of another project is reported by the next page of its own', async () => {
  const window = await openWindow()
  const before = await window.openPage(window.left)
  const { taskId } = window
  before.store.send({ type: 'task.move', taskId, statusId: 'done', position: {} })
  await fillColumn(window.left)
  closeReplica(before.store)
  const other = await window.openPage(window.opened)
  expect(other.store.connection.pendingCount).toBe(1)
  await window.connect()
  expect(other.rejections).toEqual([])
  expect(other.store.connection.pendingCount).toBe(0)

  const next = await window.openPage(window.left)
  expect(next.rejections.map((each) => each.rejection.code)).toEqual(['wip-limit'])
  await window.left.send({
    type: 'status.edit',
    baseVersion: 2,
    statusId: 'done',
    set: { wipLimit: null },
  })
  expect((await next.rejections[0]?.retry().result)?.outcome).toBe('applied')
  const last = await window.openPage(window.left)
  expect(last.rejections).toEqual([])
})

test('a command that the server cannot accept while another project is open is never retried there', async () => {
  const window = await openWindow()
  const browser = await signedInBrowser(window.person)
  window.sendBy(executeCommandBy(browser.trpc))
  const before = await window.openPage(window.left)
  const newTaskId = v7()
  const title = 'long '.repeat(LIMITS.title)
  const task = { taskType: 'task', title, statusId: 'todo', position: {} } as const
  before.store.send({ type: 'task.create', taskId: newTaskId, ...task })
  closeReplica(before.store)
  const other = await window.openPage(window.opened)
  await window.connect()
  expect(other.rejections).toEqual([])
  const next = await window.openPage(window.left)
  expect(next.rejections.map((each) => each.command)).toMatchObject([{ taskId: newTaskId }])
})

test('a conflict that arrives on a page of another project is opened by the next page of its own', async () => {
  const window = await openWindow()
  const before = await window.openPage(window.left)
  const { taskId } = window
  const sent = before.store.send({ type: 'task.edit', taskId, set: { title: 'Mine' } })
  const theirs = { taskId, baseVersion: 1, set: { title: 'Theirs' } }
  await window.left.send({ type: 'task.edit', ...theirs })
  closeReplica(before.store)
  const other = await window.openPage(window.opened)
  await window.connect()
  expect(other.conflicts).toEqual([])
  const next = await window.openPage(window.left)
  await eventually(() => expect(next.conflicts.map((each) => each.id)).toEqual([sent.commandId]))
})

test('a command that was rejected after its page was left is not an undo step of the next page', async () => {
  const window = await openWindow()
  const before = await window.openPage(window.left)
  const { taskId } = window
  const applied = before.store.send({ type: 'task.edit', taskId, set: { title: 'Renamed' } })
  const rejected = before.store.send({
    ...{ type: 'task.move', taskId, statusId: 'done', position: {} },
  })
  await fillColumn(window.left)
  closeReplica(before.store)
  await window.connect()
  const next = await window.openPage(window.left)
  expect(next.store.undoStack.canUndo(rejected.commandId)).toBe(false)
  expect(next.store.undoStack.canUndo(applied.commandId)).toBe(true)
})
