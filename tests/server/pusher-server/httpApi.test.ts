import { describe, expect, it } from 'vitest'
import { bodyMd5, signChannel, signRequest } from '@/server/pusher-server/signature'
import { connect } from './support/rawClient'
import { signedFetch } from './support/signedFetch'
import { officialServerLibrary, startTestPusherServer, TEST_APP } from './support/testPusherServer'

const appPath = `/apps/${TEST_APP.appId}`

async function subscribedClient(port: number, channel: string, userId?: string) {
  const client = await connect(port)
  const channel_data = userId && JSON.stringify({ user_id: userId })
  const auth = signChannel(TEST_APP, client.id, channel, channel_data)
  client.subscribe(channel, { auth, channel_data })
  await client.waitFor('pusher_internal:subscription_succeeded')
  return client
}

describe('queries with the official library', () => {
  it('occupied channels are listed by prefix with counts', async () => {
    const server = await startTestPusherServer()
    await subscribedClient(server.port, 'board')
    await subscribedClient(server.port, 'presence-one', 'ada')
    await subscribedClient(server.port, 'presence-one', 'ada')
    const gone = await subscribedClient(server.port, 'presence-two', 'bo')
    gone.send({ event: 'pusher:unsubscribe', data: { channel: 'presence-two' } })
    await gone.waitUntilCaughtUp()
    const library = officialServerLibrary(server)

    const all = await library.get({ path: '/channels' })
    expect(await all.json()).toEqual({ channels: { board: {}, 'presence-one': {} } })
    const present = await library.get({
      path: '/channels',
      params: { filter_by_prefix: 'presence-', info: 'user_count,subscription_count' },
    })
    expect(await present.json()).toEqual({
      channels: { 'presence-one': { user_count: 1, subscription_count: 2 } },
    })
  })

  it('one channel is described', async () => {
    const server = await startTestPusherServer()
    await subscribedClient(server.port, 'presence-one', 'ada')
    const library = officialServerLibrary(server)
    const params = { info: 'user_count,subscription_count' }
    const occupied = await library.get({ path: '/channels/presence-one', params })
    expect(await occupied.json()).toEqual({ occupied: true, user_count: 1, subscription_count: 1 })
    const vacant = await library.get({ path: '/channels/board' })
    expect(await vacant.json()).toEqual({ occupied: false })
  })

  it('the users of a presence channel are listed', async () => {
    const server = await startTestPusherServer()
    await subscribedClient(server.port, 'presence-one', 'ada')
    await subscribedClient(server.port, 'presence-one', 'ada')
    await subscribedClient(server.port, 'presence-one', 'bo')
    const response = await officialServerLibrary(server).get({
      path: '/channels/presence-one/users',
    })
    expect(await response.json()).toEqual({ users: [{ id: 'ada' }, { id: 'bo' }] })
  })

  it.each([
    '/channels?info=user_count',
    '/channels?info=user_count&filter_by_prefix=private-',
    '/channels?info=weather',
    '/channels/board?info=user_count',
    '/channels/board/users',
  ])('the invalid query %s is answered with 400', async (path) => {
    const { port } = await startTestPusherServer()
    expect(await signedFetch(port, 'GET', appPath + path)).toMatchObject({
      status: 400,
      body: { error: expect.any(String) },
    })
  })
})

describe('requests to the HTTP API', () => {
  const event = { name: 'e', data: '', channel: 'board' }

  it.each([
    ['another key', { auth_key: 'other' }],
    ['another version', { auth_version: '2' }],
    ['an old timestamp', { auth_timestamp: String(Math.floor(Date.now() / 1_000) - 602) }],
    ['a future timestamp', { auth_timestamp: String(Math.floor(Date.now() / 1_000) + 660) }],
    ['a wrong digest', { body_md5: '0'.repeat(32) }],
    ['a wrong signature', { auth_signature: '0'.repeat(64) }],
    ['an empty signature', { auth_signature: '' }],
  ])('a request with %s is answered with 401 and has no effect', async (_, changes) => {
    const { port } = await startTestPusherServer()
    const client = await subscribedClient(port, 'board')
    expect(await signedFetch(port, 'POST', `${appPath}/events`, event, changes)).toMatchObject({
      status: 401,
      body: { error: expect.any(String) },
    })
    await client.waitUntilCaughtUp()
    expect(client.receivedNamed('e')).toEqual([])
  })

  it('a request signed with another secret is answered with 401', async () => {
    const server = await startTestPusherServer()
    await expect(officialServerLibrary(server, 'guess').trigger('a', 'e', 1)).rejects.toMatchObject(
      {
        status: 401,
      },
    )
  })

  it.each([
    ['GET', '/apps/8/channels'],
    ['GET', '/apps/7/events'],
    ['POST', '/apps/7/channels'],
    ['GET', '/apps/7/channels/a/b'],
    ['GET', '/apps/7'],
    ['GET', '/'],
    ['GET', '/app/app-key'],
  ] as const)('the unknown path %s %s is answered with 404', async (method, path) => {
    const { port } = await startTestPusherServer()
    expect(await signedFetch(port, method, path)).toMatchObject({ status: 404 })
  })

  it('a path with invalid escapes is answered with 400', async () => {
    const { port } = await startTestPusherServer()
    expect(await signedFetch(port, 'GET', `${appPath}/channels/%E0%A4%A`)).toMatchObject({
      status: 400,
    })
  })

  it.each([1_000, 5_000_000])(
    'a body %i bytes over the limit is answered with 413, and the next request succeeds',
    async (over) => {
      const { port } = await startTestPusherServer({ maxBodyBytes: 1_000 })
      const long = 'x'.repeat(1_000 + over)
      expect(await signedFetch(port, 'POST', `${appPath}/events`, long)).toMatchObject({
        status: 413,
      })
      expect(await signedFetch(port, 'POST', `${appPath}/events`, event)).toMatchObject({
        status: 200,
      })
    },
  )

  it('a body that is not UTF-8 is answered with 400', async () => {
    const { port } = await startTestPusherServer()
    const body = Buffer.from([0x7b, 0xff, 0x7d])
    const query = new URLSearchParams({
      auth_key: TEST_APP.key,
      auth_timestamp: String(Math.floor(Date.now() / 1_000)),
      auth_version: '1.0',
      body_md5: bodyMd5(body),
    })
    const path = `${appPath}/events`
    query.set('auth_signature', signRequest(TEST_APP.secret, 'POST', path, query))
    const url = `http://127.0.0.1:${port}${path}?${query}`
    expect((await fetch(url, { method: 'POST', body })).status).toBe(400)
  })

  it('a request for /health needs no signature', async () => {
    const { port } = await startTestPusherServer()
    const response = await fetch(`http://127.0.0.1:${port}/health`)
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({ status: 'ok' })
  })
})
