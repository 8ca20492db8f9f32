import { describe, expect, it } from 'vitest'
import { signChannel } from '@/server/pusher-server/signature'
import { nextEvent, officialClient, subscribeAndWait } from './support/officialClient'
import { connect } from './support/rawClient'
import { officialServerLibrary, startTestPusherServer, TEST_APP } from './support/testPusherServer'

describe('channels with the official libraries', () => {
  it.each(['board', 'private-board'])('the channel %s delivers events in order', async (name) => {
    const server = await startTestPusherServer()
    const channel = await subscribeAndWait(officialClient(server.port), name)
    const got: unknown[] = []
    channel.bind('moved', (data: unknown) => got.push(data))
    const last = nextEvent(channel, 'last')
    const publisher = officialServerLibrary(server)
    for (const seq of [1, 2, 3]) await publisher.trigger(name, 'moved', { seq, title: 'Ärger 🎉' })
    await publisher.trigger(name, 'last', 'plain text')
    expect(await last).toBe('plain text')
    expect(got).toEqual([1, 2, 3].map((seq) => ({ seq, title: 'Ärger 🎉' })))
  })

  it('an excluded socket receives nothing', async () => {
    const server = await startTestPusherServer()
    const mine = officialClient(server.port)
    const yours = officialClient(server.port)
    const [mineChannel, yoursChannel] = await Promise.all([
      subscribeAndWait(mine, 'board'),
      subscribeAndWait(yours, 'board'),
    ])
    const received = { mine: [] as unknown[], yours: [] as unknown[] }
    mineChannel.bind('moved', (data: unknown) => received.mine.push(data))
    yoursChannel.bind('moved', (data: unknown) => received.yours.push(data))
    const ends = [nextEvent(mineChannel, 'end'), nextEvent(yoursChannel, 'end')]
    const publisher = officialServerLibrary(server)
    await publisher.trigger('board', 'moved', 1, { socket_id: mine.connection.socket_id })
    await publisher.trigger('board', 'end', 0)
    await Promise.all(ends)
    expect(received).toEqual({ mine: [], yours: [1] })
  })

  it('no event arrives after unsubscribing', async () => {
    const server = await startTestPusherServer()
    const client = officialClient(server.port)
    const channel = await subscribeAndWait(client, 'board')
    await subscribeAndWait(client, 'other')
    const received: unknown[] = []
    channel.bind('moved', (data: unknown) => received.push(data))
    client.unsubscribe('board')
    await subscribeAndWait(client, 'fence')
    const end = nextEvent(client.channel('other'), 'moved')
    await officialServerLibrary(server).trigger(['board', 'other'], 'moved', 1)
    await end
    expect(received).toEqual([])
  })
})

describe('a private channel', () => {
  it('a private channel admits a socket with a valid signature', async () => {
    const { port } = await startTestPusherServer()
    const client = await connect(port)
    client.subscribe('private-a', { auth: signChannel(TEST_APP, client.id, 'private-a') })
    expect(await client.waitFor('pusher_internal:subscription_succeeded')).toEqual({
      event: 'pusher_internal:subscription_succeeded',
      channel: 'private-a',
      data: '{}',
    })
  })

  it.each([
    ['no auth', () => undefined],
    ['an empty auth', () => ''],
    ['the signature of another socket', () => signChannel(TEST_APP, '1.1', 'private-a')],
    ['the signature of another channel', (id: string) => signChannel(TEST_APP, id, 'private-b')],
    [
      'another secret',
      (id: string) => signChannel({ ...TEST_APP, secret: 'guess' }, id, 'private-a'),
    ],
    ['another key', (id: string) => signChannel({ ...TEST_APP, key: 'guess' }, id, 'private-a')],
    [
      'a signature of channel_data that is not sent',
      (id: string) => signChannel(TEST_APP, id, 'private-a', '{}'),
    ],
  ])('a subscription with %s is rejected', async (_, auth) => {
    const server = await startTestPusherServer()
    const client = await connect(server.port)
    client.subscribe('private-a', { auth: auth(client.id) })
    expect(await client.waitFor('pusher:subscription_error')).toMatchObject({
      channel: 'private-a',
      data: { type: 'AuthError', status: 401 },
    })
    expect(await client.waitFor('pusher:error')).toMatchObject({ data: { code: 4009 } })
    await officialServerLibrary(server).trigger('private-a', 'secret', 1)
    await client.waitUntilCaughtUp()
    expect(client.receivedNamed('secret')).toEqual([])
  })
})

describe('subscribing to a channel', () => {
  it.each(['', 'with space', 'slash/ed', '#private', 'ümlaut', 'a'.repeat(201)])(
    'the invalid channel name %j is rejected',
    async (name) => {
      const { port } = await startTestPusherServer()
      const client = await connect(port)
      client.subscribe(name)
      expect(await client.waitFor('pusher:subscription_error')).toMatchObject({
        data: { type: 'InvalidChannel', status: 400 },
      })
    },
  )

  it('names with every allowed character and a length of 200 are accepted', async () => {
    const { port } = await startTestPusherServer()
    const client = await connect(port)
    client.subscribe('Az09_-=@,.;'.padEnd(200, 'x'))
    await client.waitFor('pusher_internal:subscription_succeeded')
  })

  it('subscribing twice is reported and delivers each event once', async () => {
    const server = await startTestPusherServer()
    const client = await connect(server.port)
    client.subscribe('board')
    client.subscribe('board')
    expect(await client.waitFor('pusher:error')).toMatchObject({ data: { message: /Existing/ } })
    await officialServerLibrary(server).trigger('board', 'moved', 1)
    await client.waitUntilCaughtUp()
    expect(client.receivedNamed('moved')).toHaveLength(1)
  })

  it('subscribing to more channels than allowed is rejected until one is left', async () => {
    const { port } = await startTestPusherServer({ maxChannelsPerConnection: 1 })
    const client = await connect(port)
    client.subscribe('one')
    client.subscribe('two')
    expect(await client.waitFor('pusher:subscription_error')).toMatchObject({
      channel: 'two',
      data: { type: 'LimitReached' },
    })
    client.send({ event: 'pusher:unsubscribe', data: { channel: 'one' } })
    client.subscribe('two')
    await client.waitFor('pusher_internal:subscription_succeeded', 2)
  })

  it('unsubscribing works only once', async () => {
    const { port } = await startTestPusherServer()
    const client = await connect(port)
    client.send({ event: 'pusher:unsubscribe', data: { channel: 'never' } })
    expect(await client.waitFor('pusher:error')).toMatchObject({
      data: { message: 'No current subscription to channel never' },
    })
  })
})
