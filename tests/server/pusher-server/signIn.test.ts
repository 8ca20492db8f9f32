import type PusherClient from 'pusher-js'
import { describe, expect, it } from 'vitest'
import { signChannel, signUser } from '@/server/pusher-server/signature'
import { nextEvent, officialClient } from './support/officialClient'
import { connect, type RawClient } from './support/rawClient'
import { officialServerLibrary, startTestPusherServer, TEST_APP } from './support/testPusherServer'

/** Signs in and waits until an event sent to the user arrives. */
async function waitUntilSignedIn(client: PusherClient, id: string): Promise<void> {
  client.signin()
  await new Promise<void>((resolve) => {
    client.connection.bind('message', ({ event, channel }: { event: string; channel?: string }) => {
      const isMine = channel === `#server-to-user-${id}`
      if (isMine && event === 'pusher_internal:subscription_succeeded') resolve()
    })
  })
}

function sendSignIn(
  client: RawClient & { id: string },
  user: unknown,
  secret = TEST_APP.secret,
): void {
  const user_data = JSON.stringify(user)
  const auth = signUser({ ...TEST_APP, secret }, client.id, user_data)
  client.send({ event: 'pusher:signin', data: { auth, user_data } })
}

describe('signing in with the official libraries', () => {
  it('an event sent to a user reaches all windows of that user and nobody else', async () => {
    const server = await startTestPusherServer()
    const [first, second, other] = ['ada', 'ada', 'bo'].map((id) =>
      officialClient(server.port, { id }),
    ) as [PusherClient, PusherClient, PusherClient]
    await Promise.all([
      waitUntilSignedIn(first, 'ada'),
      waitUntilSignedIn(second, 'ada'),
      waitUntilSignedIn(other, 'bo'),
    ])
    const received = [nextEvent(first.user, 'hello'), nextEvent(second.user, 'hello')]
    const toBo = nextEvent(other.user, 'hello')
    await officialServerLibrary(server).sendToUser('ada', 'hello', { to: 'ada' })
    await officialServerLibrary(server).sendToUser('bo', 'hello', { to: 'bo' })
    expect(await Promise.all(received)).toEqual([{ to: 'ada' }, { to: 'ada' }])
    expect(await toBo).toEqual({ to: 'bo' })
  })

  it.each(['ada', 'å da'])(
    'terminating the user %j closes all windows of that user with 4009',
    async (id) => {
      const server = await startTestPusherServer()
      const [mine, other] = [await connect(server.port), await connect(server.port)]
      sendSignIn(mine, { id })
      sendSignIn(other, { id: 'someone else' })
      await Promise.all([
        mine.waitFor('pusher:signin_success'),
        other.waitFor('pusher:signin_success'),
      ])
      await officialServerLibrary(server).terminateUserConnections(id)
      expect((await mine.closed).code).toBe(4009)
      await other.waitUntilCaughtUp()
    },
  )
})

describe('signing in over a raw connection', () => {
  it('signing in is answered with the user data as sent', async () => {
    const { port } = await startTestPusherServer()
    const client = await connect(port)
    sendSignIn(client, { id: 'ada', watchlist: [] })
    const { data } = await client.waitFor('pusher:signin_success')
    expect(JSON.parse(JSON.parse(String(data)).user_data)).toEqual({ id: 'ada', watchlist: [] })
  })

  it('signing in with a wrong secret closes with 4009', async () => {
    const { port } = await startTestPusherServer()
    const client = await connect(port)
    sendSignIn(client, { id: 'ada' }, 'guess')
    expect((await client.closed).code).toBe(4009)
    expect(client.receivedNamed('pusher:signin_success')).toEqual([])
  })

  it.each([{}, { id: '' }, { id: 5 }, 'ada'])(
    'signing in with the invalid user data %j closes with 4009',
    async (user) => {
      const { port } = await startTestPusherServer()
      const client = await connect(port)
      sendSignIn(client, user)
      expect((await client.closed).code).toBe(4009)
    },
  )

  it('signing in without data closes with 4009', async () => {
    const { port } = await startTestPusherServer()
    const client = await connect(port)
    client.send({ event: 'pusher:signin' })
    expect((await client.closed).code).toBe(4009)
  })

  it('signing in again as somebody else closes with 4009', async () => {
    const { port } = await startTestPusherServer()
    const client = await connect(port)
    sendSignIn(client, { id: 'ada' })
    await client.waitFor('pusher:signin_success')
    sendSignIn(client, { id: 'bo' })
    expect((await client.closed).code).toBe(4009)
  })

  it('signing in authorizes for the channel of the user and for no other', async () => {
    const { port } = await startTestPusherServer()
    const client = await connect(port)
    client.subscribe('#server-to-user-ada')
    await client.waitFor('pusher:subscription_error')
    sendSignIn(client, { id: 'ada' })
    client.subscribe('#server-to-user-ada')
    expect(await client.waitFor('pusher_internal:subscription_succeeded')).toMatchObject({
      channel: '#server-to-user-ada',
    })
    client.subscribe('#server-to-user-bo')
    expect(await client.waitFor('pusher:subscription_error', 2)).toMatchObject({
      channel: '#server-to-user-bo',
    })
  })

  it('a presence channel joined without channel_data gets the signed-in user as member', async () => {
    const { port } = await startTestPusherServer()
    const client = await connect(port)
    const auth = signChannel(TEST_APP, client.id, 'presence-board')
    client.subscribe('presence-board', { auth })
    expect(await client.waitFor('pusher:subscription_error')).toMatchObject({
      data: { type: 'InvalidMember' },
    })
    sendSignIn(client, { id: 'ada', user_info: { name: 'Ada' } })
    client.subscribe('presence-board', { auth })
    const { data } = await client.waitFor('pusher_internal:subscription_succeeded')
    expect(JSON.parse(String(data)).presence.hash).toEqual({ ada: { name: 'Ada' } })
  })
})
