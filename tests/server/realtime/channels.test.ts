import { describe, expect, it } from 'vitest'
import { signChannel } from '@/server/realtime/signature'
import { next, officialClient, subscribed } from './support/officialClient'
import { connect } from './support/rawClient'
import { app, officialServer, startServer } from './support/server'

describe('with the official libraries', () => {
  it.each(['board', 'private-board'])('%s carries events in order', async (name) => {
    const server = await startServer()
    const channel = await subscribed(officialClient(server.port), name)
    const got: unknown[] = []
    channel.bind('moved', (data: unknown) => got.push(data))
    const last = next(channel, 'last')
    const publisher = officialServer(server)
    for (const seq of [1, 2, 3]) await publisher.trigger(name, 'moved', { seq, title: 'Ärger 🎉' })
    await publisher.trigger(name, 'last', 'plain text')
    expect(await last).toBe('plain text')
    expect(got).toEqual([1, 2, 3].map((seq) => ({ seq, title: 'Ärger 🎉' })))
  })

  it('leaves out the socket that is excluded', async () => {
    const server = await startServer()
    const mine = officialClient(server.port)
    const yours = officialClient(server.port)
    const [mineChannel, yoursChannel] = await Promise.all([
      subscribed(mine, 'board'),
      subscribed(yours, 'board'),
    ])
    const heard = { mine: [] as unknown[], yours: [] as unknown[] }
    mineChannel.bind('moved', (data: unknown) => heard.mine.push(data))
    yoursChannel.bind('moved', (data: unknown) => heard.yours.push(data))
    const ends = [next(mineChannel, 'end'), next(yoursChannel, 'end')]
    const publisher = officialServer(server)
    await publisher.trigger('board', 'moved', 1, { socket_id: mine.connection.socket_id })
    await publisher.trigger('board', 'end', 0)
    await Promise.all(ends)
    expect(heard).toEqual({ mine: [], yours: [1] })
  })

  it('stops after unsubscribing', async () => {
    const server = await startServer()
    const client = officialClient(server.port)
    const channel = await subscribed(client, 'board')
    await subscribed(client, 'other')
    const heard: unknown[] = []
    channel.bind('moved', (data: unknown) => heard.push(data))
    client.unsubscribe('board')
    await subscribed(client, 'fence')
    const end = next(client.channel('other'), 'moved')
    await officialServer(server).trigger(['board', 'other'], 'moved', 1)
    await end
    expect(heard).toEqual([])
  })
})

describe('a private channel', () => {
  it('lets in who has its signature for this socket', async () => {
    const { port } = await startServer()
    const client = await connect(port)
    client.subscribe('private-a', { auth: signChannel(app, client.id, 'private-a') })
    expect(await client.hear('pusher_internal:subscription_succeeded')).toEqual({
      event: 'pusher_internal:subscription_succeeded',
      channel: 'private-a',
      data: '{}',
    })
  })

  it.each([
    ['no auth', () => undefined],
    ['an empty auth', () => ''],
    ['the signature of another socket', () => signChannel(app, '1.1', 'private-a')],
    ['the signature of another channel', (id: string) => signChannel(app, id, 'private-b')],
    ['another secret', (id: string) => signChannel({ ...app, secret: 'guess' }, id, 'private-a')],
    ['another key', (id: string) => signChannel({ ...app, key: 'guess' }, id, 'private-a')],
    [
      'a signature over channel_data that it does not send',
      (id: string) => signChannel(app, id, 'private-a', '{}'),
    ],
  ])('refuses %s', async (_, auth) => {
    const server = await startServer()
    const client = await connect(server.port)
    client.subscribe('private-a', { auth: auth(client.id) })
    expect(await client.hear('pusher:subscription_error')).toMatchObject({
      channel: 'private-a',
      data: { type: 'AuthError', status: 401 },
    })
    expect(await client.hear('pusher:error')).toMatchObject({ data: { code: 4009 } })
    await officialServer(server).trigger('private-a', 'secret', 1)
    await client.caughtUp()
    expect(client.named('secret')).toEqual([])
  })
})

describe('subscribing', () => {
  it.each(['', 'with space', 'slash/ed', '#private', 'ümlaut', 'a'.repeat(201)])(
    'to %j is refused for its name',
    async (name) => {
      const { port } = await startServer()
      const client = await connect(port)
      client.subscribe(name)
      expect(await client.hear('pusher:subscription_error')).toMatchObject({
        data: { type: 'InvalidChannel', status: 400 },
      })
    },
  )

  it('works for every allowed character and 200 of them', async () => {
    const { port } = await startServer()
    const client = await connect(port)
    client.subscribe('Az09_-=@,.;'.padEnd(200, 'x'))
    await client.hear('pusher_internal:subscription_succeeded')
  })

  it('twice is told so and delivers once', async () => {
    const server = await startServer()
    const client = await connect(server.port)
    client.subscribe('board')
    client.subscribe('board')
    expect(await client.hear('pusher:error')).toMatchObject({ data: { message: /Existing/ } })
    await officialServer(server).trigger('board', 'moved', 1)
    await client.caughtUp()
    expect(client.named('moved')).toHaveLength(1)
  })

  it('to more channels than allowed is refused until one is left', async () => {
    const { port } = await startServer({ maxChannelsPerConnection: 1 })
    const client = await connect(port)
    client.subscribe('one')
    client.subscribe('two')
    expect(await client.hear('pusher:subscription_error')).toMatchObject({
      channel: 'two',
      data: { type: 'LimitReached' },
    })
    client.say({ event: 'pusher:unsubscribe', data: { channel: 'one' } })
    client.subscribe('two')
    await client.hear('pusher_internal:subscription_succeeded', 2)
  })

  it('can be undone only once', async () => {
    const { port } = await startServer()
    const client = await connect(port)
    client.say({ event: 'pusher:unsubscribe', data: { channel: 'never' } })
    expect(await client.hear('pusher:error')).toMatchObject({
      data: { message: 'No current subscription to channel never' },
    })
  })
})
