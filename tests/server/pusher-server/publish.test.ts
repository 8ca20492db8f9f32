import { describe, expect, it } from 'vitest'
import { signChannel } from '@/server/pusher-server/signature'
import { connect } from './support/rawClient'
import { signedFetch } from './support/signedFetch'
import { officialServerLibrary, startTestPusherServer, TEST_APP } from './support/testPusherServer'

const eventsPath = `/apps/${TEST_APP.appId}/events`
const batchEventsPath = `/apps/${TEST_APP.appId}/batch_events`

async function subscribedClient(port: number, ...channels: string[]) {
  const client = await connect(port)
  for (const channel of channels) {
    const channel_data = channel.startsWith('presence-') ? '{"user_id":"ada"}' : undefined
    client.subscribe(channel, {
      channel_data,
      auth: signChannel(TEST_APP, client.id, channel, channel_data),
    })
  }
  await client.waitFor('pusher_internal:subscription_succeeded', channels.length)
  return client
}

describe('publishing one event', () => {
  it('an event reaches every named channel once', async () => {
    const server = await startTestPusherServer()
    const client = await subscribedClient(server.port, 'a', 'b')
    const response = await officialServerLibrary(server).trigger(['a', 'b', 'a', 'empty'], 'e', {
      n: 1,
    })
    expect(await response.json()).toEqual({})
    await client.waitUntilCaughtUp()
    expect(client.receivedNamed('e')).toEqual(
      ['a', 'b'].map((channel) => ({ event: 'e', channel, data: '{"n":1}' })),
    )
  })

  it('an event may name a single channel', async () => {
    const { port } = await startTestPusherServer()
    const client = await subscribedClient(port, 'a')
    expect(
      await signedFetch(port, 'POST', eventsPath, { name: 'e', data: 'd', channel: 'a' }),
    ).toEqual({ status: 200, body: {} })
    expect(await client.waitFor('e')).toMatchObject({ data: 'd' })
  })

  it('attributes of the channels are returned on request', async () => {
    const server = await startTestPusherServer()
    await subscribedClient(server.port, 'presence-a', 'b')
    await subscribedClient(server.port, 'presence-a')
    const response = await officialServerLibrary(server).trigger(['presence-a', 'b', 'c'], 'e', 1, {
      info: 'user_count,subscription_count',
    })
    expect(await response.json()).toEqual({
      channels: {
        'presence-a': { user_count: 1, subscription_count: 2 },
        b: { subscription_count: 1 },
        c: { subscription_count: 0 },
      },
    })
  })

  it('an event may have 10 KB and not a byte more', async () => {
    const server = await startTestPusherServer()
    const client = await subscribedClient(server.port, 'a')
    await officialServerLibrary(server).trigger('a', 'fits', 'é'.repeat(5_120))
    await client.waitFor('fits')
    await expect(
      officialServerLibrary(server).trigger('a', 'too-long', `${'é'.repeat(5_120)}x`),
    ).rejects.toMatchObject({ status: 413 })
    await client.waitUntilCaughtUp()
    expect(client.receivedNamed('too-long')).toEqual([])
  })

  const good = { name: 'e', data: 'd', channels: ['a'] }
  it.each([
    ['no name', { ...good, name: undefined }, /name/],
    ['an empty name', { ...good, name: '' }, /name/],
    ['a name over 200 characters', { ...good, name: 'n'.repeat(201) }, /name/],
    ['a name that the protocol reserves', { ...good, name: 'pusher:error' }, /name/],
    ['an internal name', { ...good, name: 'pusher_internal:member_added' }, /name/],
    ['no data', { ...good, data: undefined }, /data/],
    ['data that is not a string', { ...good, data: { n: 1 } }, /data/],
    ['no channel', { ...good, channels: [] }, /channels/],
    ['neither channel nor channels', { ...good, channels: undefined }, /channels/],
    ['a malformed channel', { ...good, channels: ['a', 'b c'] }, /channels\.1/],
    ['101 channels', { ...good, channels: Array.from({ length: 101 }, (_, i) => `c${i}`) }, /100/],
    [
      'an encrypted channel among others',
      { ...good, channels: ['a', 'private-encrypted-b'] },
      /en/,
    ],
    ['a malformed socket id', { ...good, socket_id: 'me' }, /socket_id/],
    ['an unknown info attribute', { ...good, info: 'weather' }, /weather/],
    ['a list as body', [good], /body/],
    ['invalid JSON', '{"name":', /JSON/],
    ['no body', '', /JSON/],
  ])('a request with %s is answered with 400 and the reason', async (_, body, reason) => {
    const { port } = await startTestPusherServer()
    const client = await subscribedClient(port, 'a')
    expect(await signedFetch(port, 'POST', eventsPath, body)).toMatchObject({
      status: 400,
      body: { error: expect.stringMatching(reason) },
    })
    await client.waitUntilCaughtUp()
    expect(client.receivedNamed('e')).toEqual([])
  })
})

describe('publishing a batch', () => {
  it('the events of a batch are delivered in order, each to its channel', async () => {
    const server = await startTestPusherServer()
    const client = await subscribedClient(server.port, 'a', 'b')
    const excluded = await subscribedClient(server.port, 'a')
    const response = await officialServerLibrary(server).triggerBatch([
      { channel: 'a', name: 'e', data: 1, socket_id: excluded.id },
      { channel: 'b', name: 'e', data: { two: 2 } },
      { channel: 'a', name: 'e', data: 'three' },
    ])
    expect(await response.json()).toEqual({})
    await client.waitUntilCaughtUp()
    expect(client.receivedNamed('e').map(({ channel, data }) => [channel, data])).toEqual([
      ['a', '1'],
      ['b', '{"two":2}'],
      ['a', 'three'],
    ])
    await excluded.waitUntilCaughtUp()
    expect(excluded.receivedNamed('e')).toHaveLength(1)
  })

  it('attributes of the channels are returned in the order of the batch on request', async () => {
    const { port } = await startTestPusherServer()
    await subscribedClient(port, 'presence-a')
    const batch = [
      { channel: 'b', name: 'e', data: '' },
      { channel: 'presence-a', name: 'e', data: '', info: 'user_count' },
    ]
    expect(await signedFetch(port, 'POST', batchEventsPath, { batch })).toEqual({
      status: 200,
      body: { batch: [{}, { user_count: 1 }] },
    })
  })

  const good = { channel: 'a', name: 'e', data: '' }
  it.each([
    ['an invalid event', [good, { ...good, channel: 'b c' }], 400],
    ['an event over 10 KB', [good, { ...good, data: 'x'.repeat(10_241) }], 413],
    ['11 events', Array.from({ length: 11 }, () => good), 400],
  ])('a batch with %s is rejected and delivers no event', async (_, batch, status) => {
    const { port } = await startTestPusherServer()
    const client = await subscribedClient(port, 'a')
    expect(await signedFetch(port, 'POST', batchEventsPath, { batch })).toMatchObject({ status })
    await client.waitUntilCaughtUp()
    expect(client.receivedNamed('e')).toEqual([])
  })
})
