import { describe, expect, it } from 'vitest'
import { startPusherServer } from '@/server/pusher-server/pusherServer'
import { nextEvent, officialClient, subscribeAndWait } from './support/officialClient'
import { connect } from './support/rawClient'
import { officialServerLibrary, startTestPusherServer, TEST_APP } from './support/testPusherServer'

describe('stopping the server', () => {
  it('clients are told to reconnect, and the port is freed', async () => {
    const server = await startTestPusherServer()
    const client = await connect(server.port)
    await Promise.all([server.close(), server.close()])
    expect((await client.closed).code).toBe(4200)
    await startTestPusherServer({}, server.port)
  })

  it('stopping does not wait for a client that never closes', async () => {
    const server = await startTestPusherServer()
    const client = await connect(server.port)
    client.socket.pause()
    await server.close()
  })

  it('pusher-js returns to its channels when the server starts again', async () => {
    const first = await startTestPusherServer()
    const client = officialClient(first.port)
    const channel = await subscribeAndWait(client, 'private-board')
    const idBefore = client.connection.socket_id
    const error = nextEvent(client.connection, 'error')
    const tries = nextEvent(client.connection, 'connecting')
    await first.close()
    expect(await error).toMatchObject({ data: { code: 4200 } })
    await tries

    const second = await startTestPusherServer({}, first.port)
    // The library reconnects by itself, but waits 15 s after a closed port.
    client.disconnect()
    client.connect()
    await nextEvent(channel, 'pusher:subscription_succeeded')
    expect(client.connection.socket_id).not.toBe(idBefore)
    const event = nextEvent(channel, 'moved')
    await officialServerLibrary(second).trigger('private-board', 'moved', { seq: 2 })
    expect(await event).toEqual({ seq: 2 })
  })
})

it('starting on a port in use rejects with EADDRINUSE', async () => {
  const { port } = await startTestPusherServer()
  await expect(startPusherServer({ ...TEST_APP, host: '127.0.0.1', port })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  })
})

it('a subscriber that does not read is disconnected, and the others receive everything', async () => {
  const server = await startTestPusherServer({ maxBufferedBytes: 50_000 })
  const [slow, quick] = [await connect(server.port), await connect(server.port)]
  for (const client of [slow, quick]) {
    client.subscribe('board')
    await client.waitFor('pusher_internal:subscription_succeeded')
  }
  slow.socket.pause()
  const library = officialServerLibrary(server)
  const subscribers = async (): Promise<number> => {
    const params = { info: 'subscription_count' }
    const response = await library.get({ path: '/channels/board', params })
    return (await response.json()).subscription_count
  }
  let sent = 0
  while ((await subscribers()) === 2) {
    for (let i = 0; i < 100; i++, sent++) await library.trigger('board', 'e', 'x'.repeat(10_000))
  }
  await quick.waitFor('e', sent)
  expect(await subscribers()).toBe(1)
})
