import { describe, expect, it } from 'vitest'
import { connect, openSocketAt } from './support/rawClient'
import { startTestPusherServer, TEST_APP } from './support/testPusherServer'

describe('connecting to the server', () => {
  it('a new connection receives a socket id and the activity timeout', async () => {
    const { port } = await startTestPusherServer({ activityTimeoutSeconds: 77 })
    const client = openSocketAt(port, `/app/${TEST_APP.key}?protocol=7&client=js&version=8.6.0`)
    const { data } = await client.waitFor('pusher:connection_established')
    expect(JSON.parse(String(data))).toEqual({
      socket_id: expect.stringMatching(/^\d+\.\d+$/),
      activity_timeout: 77,
    })
  })

  it.each([
    ['another key', '/app/other?protocol=7', 4001],
    ['another path', '/elsewhere?protocol=7', 4005],
    ['no key', '/app/?protocol=7', 4005],
    ['a version that is not a number', `/app/${TEST_APP.key}?protocol=seven`, 4006],
    ['an old version', `/app/${TEST_APP.key}?protocol=3`, 4007],
    ['a future version', `/app/${TEST_APP.key}?protocol=8`, 4007],
    ['no version', `/app/${TEST_APP.key}`, 4008],
    ['an empty version', `/app/${TEST_APP.key}?protocol=`, 4008],
  ])('a connection with %s is rejected', async (_, path, code) => {
    const { port } = await startTestPusherServer()
    const client = openSocketAt(port, path)
    expect((await client.closed).code).toBe(code)
    expect(client.received).toMatchObject([{ event: 'pusher:error', data: { code } }])
  })

  it('a full server rejects with 4100 and accepts again later', async () => {
    const { port } = await startTestPusherServer({ maxConnections: 1 })
    const first = await connect(port)
    const second = openSocketAt(port, `/app/${TEST_APP.key}?protocol=7`)
    expect((await second.closed).code).toBe(4100)
    first.socket.close()
    await first.closed
    await expect(connect(port)).resolves.toHaveProperty('id')
  })
})

describe('invalid messages', () => {
  it.each([
    ['invalid JSON', '{"event":'],
    ['JSON that is not an object', '"pusher:ping"'],
    ['an object without an event', '{"data":{}}'],
    ['an unknown event', '{"event":"pusher:dance","data":{}}'],
    ['a subscription without data', '{"event":"pusher:subscribe"}'],
    ['a subscription without a channel', '{"event":"pusher:subscribe","data":{"channel":5}}'],
    ['an unsubscription without a channel', '{"event":"pusher:unsubscribe","data":{}}'],
  ])('%s is answered with an error, and the connection stays open', async (_, text) => {
    const { port } = await startTestPusherServer()
    const client = await connect(port)
    client.send(text)
    expect(await client.waitFor('pusher:error')).toMatchObject({
      data: { code: null, message: expect.any(String) },
    })
    await client.waitUntilCaughtUp()
  })

  it('binary frames are rejected', async () => {
    const { port } = await startTestPusherServer()
    const client = await connect(port)
    client.socket.send(Buffer.from('{"event":"pusher:ping"}'))
    expect(await client.waitFor('pusher:error')).toMatchObject({ data: { message: /Binary/ } })
    await client.waitUntilCaughtUp()
    expect(client.receivedNamed('pusher:pong')).toHaveLength(1)
  })

  it('a message over the size limit closes the connection with 1009', async () => {
    const { port } = await startTestPusherServer({ maxMessageBytes: 1_000 })
    const client = await connect(port)
    client.send('x'.repeat(1_001))
    expect((await client.closed).code).toBe(1009)
  })
})
