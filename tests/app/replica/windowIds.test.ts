import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import type { CommandQueue } from '@/app/_api/queue/commandQueue'
import { NoLeaderLock } from '@/app/_api/queue/leaderLock'
import { MemoryStorage } from '@/app/_api/queue/queueStorage'
import type { CommandEnvelope } from '@/domain/commands'
import { eventually } from '@/tests/support/eventually'
import { MemoryLocks } from '@/tests/support/memoryLocks'
import { makeWorkspace } from '@/tests/support/people'
import { directServer, openQueue, openReplica } from '@/tests/support/replica'
import { makeProject } from '@/tests/support/testClient'
import { testDatabase } from '@/tests/support/testDatabase'

await testDatabase()

const PERSON = 'ada'
const disconnected = () => Promise.reject(new TypeError('fetch failed'))

/** A browser without a connection: its windows share the storage and the locks. */
class OfflineBrowser {
  readonly storage = new MemoryStorage()
  private readonly locks = new MemoryLocks()

  /** Opens a window, by default a new one. A duplicated or reloaded one has an id already. */
  async openWindow({ clientId = v7(), hasLocks = true } = {}): Promise<CommandQueue> {
    const queue = openQueue(PERSON, {
      clientId,
      storage: this.storage,
      leaderLock: hasLocks ? this.locks.openWindow() : new NoLeaderLock(),
      execute: disconnected,
    })
    await queue.start()
    return queue
  }

  /** Adds a command to a window and waits until it is stored. */
  async addCommand(queue: CommandQueue): Promise<CommandEnvelope> {
    const command = { type: 'task.archive', taskId: v7(), baseVersion: 1 } as const
    const { clientId } = queue
    const envelope = { commandId: v7(), clientId, projectId: v7(), command }
    queue.add(envelope)
    await eventually(async () => {
      const stored = await this.storage.load(PERSON)
      expect(stored.map((each) => each.envelope.commandId)).toContain(envelope.commandId)
    })
    return envelope
  }
}

test('a duplicated window gets an id of its own, which no other window takes over while it is open', async () => {
  const browser = new OfflineBrowser()
  const original = await browser.openWindow()
  const duplicate = await browser.openWindow({ clientId: original.clientId })
  expect(duplicate.clientId).not.toBe(original.clientId)
  await browser.addCommand(duplicate)
  const third = await browser.openWindow()
  expect(third.clientId).not.toBe(duplicate.clientId)
  expect(third.length).toBe(0)
})

test('a new window takes over the id and the commands of a closed window', async () => {
  const browser = new OfflineBrowser()
  const closed = await browser.openWindow()
  await browser.addCommand(closed)
  closed.close()
  const next = await browser.openWindow()
  expect(next.clientId).toBe(closed.clientId)
  expect(next.length).toBe(1)
})

test('a reloaded window keeps its id', async () => {
  const browser = new OfflineBrowser()
  const window = await browser.openWindow()
  window.close()
  const reloaded = await browser.openWindow({ clientId: window.clientId })
  expect(reloaded.clientId).toBe(window.clientId)
})

test('in a browser without locks every window has an id of its own and still sends the commands of closed windows', async () => {
  const browser = new OfflineBrowser()
  const first = await browser.openWindow({ hasLocks: false })
  const envelope = await browser.addCommand(first)
  const second = await browser.openWindow({ hasLocks: false })
  expect(second.clientId).not.toBe(first.clientId)
  expect(second.waitingFor(envelope.projectId)).toEqual([envelope])
  const duplicate = await browser.openWindow({ clientId: first.clientId, hasLocks: false })
  expect(duplicate.clientId).not.toBe(first.clientId)
})

test('two windows that rename a task at the same time get a conflict, also when one duplicates another', async () => {
  const ada = await makeWorkspace()
  const project = await makeProject(ada)
  const { projectId } = project
  const taskId = await project.createTask()
  const server = await directServer(ada, projectId)
  const [storage, locks] = [new MemoryStorage(), new MemoryLocks()]
  const original = openQueue(ada.personId, {
    storage,
    leaderLock: locks.openWindow(),
    execute: server.execute,
  })
  await original.start()
  let isCut = true
  const duplicate = await openReplica(ada, projectId, {
    storage,
    leaderLock: locks.openWindow(),
    clientId: original.clientId,
    api: {
      ...server,
      execute: (envelope) => (isCut ? disconnected() : server.execute(envelope)),
    },
  })
  const sent = duplicate.send({ type: 'task.edit', taskId, set: { title: 'In the duplicate' } })
  await eventually(async () => expect(await storage.load(ada.personId)).toHaveLength(1))
  const third = await openReplica(ada, projectId, { storage, leaderLock: locks.openWindow() })
  const edit = { type: 'task.edit', taskId, set: { title: 'In the third' } } as const
  expect((await third.send(edit).result)?.outcome).toBe('applied')
  isCut = false
  duplicate.refresh()
  expect((await sent.result)?.outcome).toBe('conflict')
})
