import { expect, onTestFinished, test, vi } from 'vitest'
import type { ProjectStore } from '@/app/_replica/store/projectStore'
import { database } from '@/db/client'
import { startSubscribers } from '@/server/jobs/startSubscribers'
import { addPerson } from '@/server/people/addPerson'
import { changeRole, removePerson } from '@/server/people/changeRole'
import { broadcastSubscriber, projectChannel } from '@/server/publish/broadcast'
import { pusherClient } from '@/server/publish/pusherClient'
import { startPusherServer } from '@/server/pusher-server/pusherServer'
import { eventually } from '@/tests/support/eventually'
import { makePerson, makeWorkspace } from '@/tests/support/people'
import { projectScope } from '@/tests/support/replica'
import { replicaDifferences } from '@/tests/support/replicaDifferences'
import { signedInBrowser } from '@/tests/support/signedInBrowser'
import { makeProject } from '@/tests/support/testClient'
import { testDatabase } from '@/tests/support/testDatabase'

const { appUrl } = await testDatabase()
const PUSHER_APP = { appId: 'test', key: 'key', secret: 'secret' }
const realtime = await startPusherServer({ host: '127.0.0.1', port: 0, ...PUSHER_APP })
Object.assign(process.env, {
  NEXTAUTH_URL: 'http://localhost:3000',
  NEXTAUTH_SECRET: 'a secret of at least 32 characters',
  PUSHER_APP_ID: PUSHER_APP.appId,
  PUSHER_KEY: PUSHER_APP.key,
  PUSHER_SECRET: PUSHER_APP.secret,
  PUSHER_HOST: '127.0.0.1',
  PUSHER_PORT: String(realtime.port),
})

/** A board that Ada changes, with Bob in a browser of his own. */
async function createBoard() {
  const running = startSubscribers({
    url: appUrl,
    subscribers: [broadcastSubscriber(pusherClient())],
  })
  onTestFinished(() => running.stop())
  const ada = await makeWorkspace()
  const bob = await makePerson(ada)
  const project = await makeProject(ada)
  const { projectId } = project
  return { ada, bob, project, projectId, browser: await signedInBrowser(bob) }
}

/** Counts the notifications of a window from now on. */
function countNotifications(store: ProjectStore) {
  const received = { events: 0, signedOut: 0, shutOut: 0 }
  store.events.subscribe((events) => {
    received.events += events.length
  })
  store.signedOut.subscribe(() => received.signedOut++)
  store.accessLost.subscribe(() => received.shutOut++)
  return received
}

/**
 * Waits until a window is live and this many connections of its person are subscribed and signed
 * in.
 */
async function waitUntilLive(store: ProjectStore, count: number): Promise<void> {
  await eventually(async () => {
    expect(store.connection.status).toBe('live')
    expect(await countConnections(store)).toEqual({ subscribed: count, signedIn: count })
  })
}

/**
 * Returns how many connections are subscribed to the project, and how many the window's person is
 * signed in on.
 */
async function countConnections({ projectId, me }: ProjectStore) {
  const ask = { path: '/channels', params: { info: 'subscription_count' } }
  const { channels } = await (await pusherClient().get(ask)).json()
  const count = (name: string): number => channels[name]?.subscription_count ?? 0
  return {
    subscribed: count(projectChannel(projectId)),
    signedIn: count(`#server-to-user-${me.id}`),
  }
}

const waitUntilDisconnected = (store: ProjectStore) =>
  eventually(async () => expect((await countConnections(store)).subscribed).toBe(0))

test('after signing out everywhere no window receives events, and each reports the sign-out once', async () => {
  const { bob, project, projectId, browser } = await createBoard()
  const other = await signedInBrowser(bob)
  const store = await browser.openProject(projectId)
  await waitUntilLive(store, 1)
  const received = countNotifications(store)
  await project.createTask()
  await eventually(() => expect(received.events).toBe(1))

  await other.trpc.account.signOutEverywhere.mutate()
  await eventually(() => expect(received.signedOut).toBe(1))
  await waitUntilDisconnected(store)
  await project.createTask()
  store.refresh()
  await project.createTask()
  await eventually(() => expect(store.connection.status).toBe('offline'))
  expect(received).toEqual({ events: 1, signedOut: 1, shutOut: 0 })
  expect(await countConnections(store)).toEqual({ subscribed: 0, signedIn: 0 })
})

test('ending a session disconnects its windows, and all others reconnect without missing an event', async () => {
  const { bob, project, projectId, browser } = await createBoard()
  const other = await signedInBrowser(bob)
  const [ended, kept] = [await browser.openProject(projectId), await other.openProject(projectId)]
  await waitUntilLive(ended, 2)
  await waitUntilLive(kept, 2)
  const [ofEnded, ofKept] = [countNotifications(ended), countNotifications(kept)]

  await other.trpc.account.revokeSession.mutate({ sessionId: browser.sessionId })
  for (let task = 0; task < 5; task++) await project.createTask()
  await eventually(() => expect(ofEnded.signedOut).toBe(1))
  await waitUntilLive(kept, 1)
  const scope = await projectScope(bob, projectId)
  await eventually(async () => expect(await replicaDifferences(kept, scope)).toEqual([]))
  await project.createTask()
  await eventually(() => expect(ofKept.events).toBe(6))
  expect(ofKept).toMatchObject({ signedOut: 0, shutOut: 0 })
})

test('a new password signs out all other browsers and keeps this one live', async () => {
  const { bob, projectId, browser } = await createBoard()
  const other = await signedInBrowser(bob)
  const [ended, kept] = [await browser.openProject(projectId), await other.openProject(projectId)]
  await waitUntilLive(ended, 2)
  const received = countNotifications(ended)
  await other.trpc.account.changePassword.mutate({ password: 'a new password' })
  await eventually(() => expect(received.signedOut).toBe(1))
  await waitUntilLive(kept, 1)
})

test('a removed person receives no more events and is live again after being restored', async () => {
  const { ada, bob, project, projectId, browser } = await createBoard()
  const store = await browser.openProject(projectId)
  await waitUntilLive(store, 1)
  const received = countNotifications(store)

  await removePerson(ada.scope, bob.personId)
  await eventually(() => expect(received.shutOut).toBe(1))
  await waitUntilDisconnected(store)
  await project.createTask()
  expect(received).toEqual({ events: 0, signedOut: 0, shutOut: 1 })

  await addPerson(database().db, ada.workspaceId, bob.account, 'member')
  store.refresh()
  await waitUntilLive(store, 1)
  const scope = await projectScope(bob, projectId)
  await eventually(async () => expect(await replicaDifferences(store, scope)).toEqual([]))
})

test('a person whose role was lowered reconnects and misses no event', async () => {
  const { ada, bob, project, projectId, browser } = await createBoard()
  const store = await browser.openProject(projectId)
  await waitUntilLive(store, 1)
  const received = countNotifications(store)
  await changeRole(ada.scope, bob.personId, 'viewer')
  await eventually(() => expect(store.connection.status).not.toBe('live'))
  await project.createTask()
  await waitUntilLive(store, 1)
  await eventually(() => expect(received).toEqual({ events: 1, signedOut: 0, shutOut: 0 }))
})

test('a window is live before its realtime sign-in and retries one that failed', async () => {
  const { ada, bob, projectId, browser } = await createBoard()
  let give: () => void = () => {}
  const held = new Promise<void>((resolve) => {
    give = resolve
  })
  let asked = 0
  const store = await browser.openProject(projectId, async (id, socketId) => {
    await held
    if (++asked === 1) throw new TypeError('fetch failed')
    return browser.authenticateUser(id, socketId)
  })
  await eventually(() => expect(store.connection.status).toBe('live'))
  expect(asked).toBe(0)
  give()
  await waitUntilLive(store, 1)
  const received = countNotifications(store)
  await removePerson(ada.scope, bob.personId)
  await eventually(() => expect(received.shutOut).toBe(1))
})

test('a failing realtime sign-in is retried, and nothing waits for it', async () => {
  const { ada, bob, browser, projectId } = await createBoard()
  const store = await browser.openProject(projectId)
  await waitUntilLive(store, 1)
  const received = countNotifications(store)
  const asked = vi.spyOn(pusherClient(), 'terminateUserConnections')
  onTestFinished(() => asked.mockRestore())
  asked.mockRejectedValueOnce(new Error('Unexpected status code 503'))
  await removePerson(ada.scope, bob.personId)
  await eventually(() => expect(received.shutOut).toBe(1))
  expect(asked).toHaveBeenCalledTimes(2)
})
