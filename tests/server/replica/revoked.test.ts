import { expect, onTestFinished, test, vi } from 'vitest'
import type { ProjectStore } from '@/app/_client/store/projectStore'
import { database } from '@/db/client'
import { addPerson } from '@/server/people/addPerson'
import { changeRole, removePerson } from '@/server/people/roles'
import { startRealtimeServer } from '@/server/realtime/server'
import { broadcastTo, eventsChannel } from '@/server/subscribers/broadcast'
import { realtimeClient } from '@/server/subscribers/realtimeClient'
import { startSubscribers } from '@/server/subscribers/start'
import { testDatabase } from '@/tests/support/database'
import { differences } from '@/tests/support/fresh'
import { makePerson, makeWorkspace } from '@/tests/support/people'
import { makeProject } from '@/tests/support/project'
import { projectScope } from '@/tests/support/replica'
import { signedInBrowser } from '@/tests/support/signedIn'

const { appUrl } = await testDatabase()
const keys = { appId: 'test', key: 'key', secret: 'secret' }
const realtime = await startRealtimeServer({ host: '127.0.0.1', port: 0, ...keys })
Object.assign(process.env, {
  NEXTAUTH_URL: 'http://localhost:3000',
  NEXTAUTH_SECRET: 'a secret of at least 32 characters',
  PUSHER_APP_ID: keys.appId,
  PUSHER_KEY: keys.key,
  PUSHER_SECRET: keys.secret,
  PUSHER_HOST: '127.0.0.1',
  PUSHER_PORT: String(realtime.port),
})

/** Long before a window would find out by itself: it looks after 45 s. */
const SOON = { timeout: 10_000, interval: 20 }

/** A board that Ada changes, and Bob in a browser of his own. */
async function board() {
  const running = startSubscribers({ url: appUrl, subscribers: [broadcastTo(realtimeClient())] })
  onTestFinished(() => running.stop())
  const ada = await makeWorkspace()
  const bob = await makePerson(ada)
  const project = await makeProject(ada)
  const { projectId } = project
  return { ada, bob, project, projectId, browser: await signedInBrowser(bob) }
}

/** Notes what a window hears from now on. */
function watch(store: ProjectStore) {
  const heard = { events: 0, signedOut: 0, shutOut: 0 }
  store.events.add((events) => {
    heard.events += events.length
  })
  store.signedOut.add(() => heard.signedOut++)
  store.shutOut.add(() => heard.shutOut++)
  return heard
}

/** Waits until a window is live and so many connections of its person hear and are signed in. */
async function live(store: ProjectStore, count: number): Promise<void> {
  await vi.waitFor(async () => {
    expect(store.connection.status).toBe('live')
    expect(await connections(store)).toEqual({ subscribed: count, signedIn: count })
  }, SOON)
}

/** How many connections hear the project's events, and how many the window's person signed in. */
async function connections({ projectId, me }: ProjectStore) {
  const ask = { path: '/channels', params: { info: 'subscription_count' } }
  const { channels } = await (await realtimeClient().get(ask)).json()
  const count = (name: string): number => channels[name]?.subscription_count ?? 0
  return {
    subscribed: count(eventsChannel(projectId)),
    signedIn: count(`#server-to-user-${me.id}`),
  }
}

const cut = (store: ProjectStore) =>
  vi.waitFor(async () => expect((await connections(store)).subscribed).toBe(0), SOON)

test('after signing out everywhere, no window hears another event, and each says so once', async () => {
  const { bob, project, projectId, browser } = await board()
  const other = await signedInBrowser(bob)
  const store = await browser.open(projectId)
  await live(store, 1)
  const heard = watch(store)
  await project.createTask()
  await vi.waitFor(() => expect(heard.events).toBe(1), SOON)

  await other.trpc.account.signOutEverywhere.mutate()
  await vi.waitFor(() => expect(heard.signedOut).toBe(1), SOON)
  await cut(store)
  await project.createTask()
  store.refresh()
  await project.createTask()
  await vi.waitFor(() => expect(store.connection.status).toBe('offline'))
  expect(heard).toEqual({ events: 1, signedOut: 1, shutOut: 0 })
  expect(await connections(store)).toEqual({ subscribed: 0, signedIn: 0 })
})

test('a session that is ended takes its windows along; the others come back and miss nothing', async () => {
  const { bob, project, projectId, browser } = await board()
  const other = await signedInBrowser(bob)
  const [ended, kept] = [await browser.open(projectId), await other.open(projectId)]
  await live(ended, 2)
  await live(kept, 2)
  const [ofEnded, ofKept] = [watch(ended), watch(kept)]

  await other.trpc.account.endSession.mutate({ sessionId: browser.sessionId })
  for (let task = 0; task < 5; task++) await project.createTask()
  await vi.waitFor(() => expect(ofEnded.signedOut).toBe(1), SOON)
  await live(kept, 1)
  const scope = await projectScope(bob, projectId)
  await vi.waitFor(async () => expect(await differences(kept, scope)).toEqual([]), SOON)
  await project.createTask()
  await vi.waitFor(() => expect(ofKept.events).toBe(6), SOON)
  expect(ofKept).toMatchObject({ signedOut: 0, shutOut: 0 })
})

test('a new password signs the other browsers out and leaves this one live', async () => {
  const { bob, projectId, browser } = await board()
  const other = await signedInBrowser(bob)
  const [ended, kept] = [await browser.open(projectId), await other.open(projectId)]
  await live(ended, 2)
  const heard = watch(ended)
  await other.trpc.account.changePassword.mutate({ password: 'a new password' })
  await vi.waitFor(() => expect(heard.signedOut).toBe(1), SOON)
  await live(kept, 1)
})

test('who is removed hears nothing more, and is live again once they are back', async () => {
  const { ada, bob, project, projectId, browser } = await board()
  const store = await browser.open(projectId)
  await live(store, 1)
  const heard = watch(store)

  await removePerson(ada.scope, bob.personId)
  await vi.waitFor(() => expect(heard.shutOut).toBe(1), SOON)
  await cut(store)
  await project.createTask()
  expect(heard).toEqual({ events: 0, signedOut: 0, shutOut: 1 })

  await addPerson(database().sql, ada.workspaceId, bob.account, 'member')
  store.refresh()
  await live(store, 1)
  const scope = await projectScope(bob, projectId)
  await vi.waitFor(async () => expect(await differences(store, scope)).toEqual([]), SOON)
})

test('who may do less than before connects anew and misses nothing', async () => {
  const { ada, bob, project, projectId, browser } = await board()
  const store = await browser.open(projectId)
  await live(store, 1)
  const heard = watch(store)
  await changeRole(ada.scope, bob.personId, 'viewer')
  await vi.waitFor(() => expect(store.connection.status).not.toBe('live'), SOON)
  await project.createTask()
  await live(store, 1)
  await vi.waitFor(() => expect(heard).toEqual({ events: 1, signedOut: 0, shutOut: 0 }), SOON)
})

test('a window does not wait for its sign-in, and asks again for one that failed', async () => {
  const { ada, bob, projectId, browser } = await board()
  let give: () => void = () => {}
  const held = new Promise<void>((resolve) => {
    give = resolve
  })
  let asked = 0
  const store = await browser.open(projectId, async (id, socketId) => {
    await held
    if (++asked === 1) throw new TypeError('fetch failed')
    return browser.vouch(id, socketId)
  })
  await vi.waitFor(() => expect(store.connection.status).toBe('live'), SOON)
  expect(asked).toBe(0)
  give()
  await live(store, 1)
  const heard = watch(store)
  await removePerson(ada.scope, bob.personId)
  await vi.waitFor(() => expect(heard.shutOut).toBe(1), SOON)
})

test('a realtime server that fails at first is asked again, and nobody waits for it', async () => {
  const { ada, bob, browser, projectId } = await board()
  const store = await browser.open(projectId)
  await live(store, 1)
  const heard = watch(store)
  const asked = vi.spyOn(realtimeClient(), 'terminateUserConnections')
  onTestFinished(() => asked.mockRestore())
  asked.mockRejectedValueOnce(new Error('Unexpected status code 503'))
  await removePerson(ada.scope, bob.personId)
  await vi.waitFor(() => expect(heard.shutOut).toBe(1), SOON)
  expect(asked).toHaveBeenCalledTimes(2)
})
