import { describe, expect, it } from 'vitest'
import { RateLimiter } from '@/server/pusher-server/rateLimiter'
import { signChannel } from '@/server/pusher-server/signature'
import { nextEvent, officialClient, subscribeAndWait } from './support/officialClient'
import { connect, type RawClient } from './support/rawClient'
import { startTestPusherServer, TEST_APP } from './support/testPusherServer'

async function subscribeTo(port: number, channel: string): Promise<RawClient & { id: string }> {
  const client = await connect(port)
  client.subscribe(channel, { auth: signChannel(TEST_APP, client.id, channel) })
  await client.waitFor('pusher_internal:subscription_succeeded')
  return client
}

describe('client events with pusher-js', () => {
  it('client events reach the other windows, with the sender on presence channels', async () => {
    const { port } = await startTestPusherServer()
    const [ada, bo] = await Promise.all([
      subscribeAndWait(officialClient(port, { id: 'ada' }), 'presence-board'),
      subscribeAndWait(officialClient(port, { id: 'bo' }), 'presence-board'),
    ])
    const received = new Promise((resolve) => {
      bo.bind('client-drag', (data: unknown, { user_id }: { user_id: string }) =>
        resolve({ data, user_id }),
      )
    })
    ada.trigger('client-drag', { task: 'ALOY-1' })
    expect(await received).toEqual({ data: { task: 'ALOY-1' }, user_id: 'ada' })
  })

  it('exceeding the rate limit is reported as error 4301', async () => {
    const { port } = await startTestPusherServer({ maxClientEventsPerSecond: 1 })
    const client = officialClient(port)
    const channel = await subscribeAndWait(client, 'private-board')
    const error = nextEvent(client.connection, 'error')
    channel.trigger('client-drag', {})
    channel.trigger('client-drag', {})
    expect(await error).toMatchObject({ type: 'PusherError', data: { code: 4301 } })
  })
})

describe('a client event', () => {
  it('a client event reaches the others and not its sender', async () => {
    const { port } = await startTestPusherServer()
    const sender = await subscribeTo(port, 'private-board')
    const other = await subscribeTo(port, 'private-board')
    sender.send({ event: 'client-drag', channel: 'private-board', data: { x: 1 } })
    expect(await other.waitFor('client-drag')).toEqual({
      event: 'client-drag',
      channel: 'private-board',
      data: { x: 1 },
    })
    await sender.waitUntilCaughtUp()
    expect(sender.receivedNamed('client-drag')).toEqual([])
  })

  it.each(['board', 'private-encrypted-board'])(
    'a client event on the channel %s is rejected',
    async (channel) => {
      const { port } = await startTestPusherServer()
      const sender = await subscribeTo(port, channel)
      const other = await subscribeTo(port, channel)
      sender.send({ event: 'client-drag', channel, data: {} })
      expect(await sender.waitFor('pusher:error')).toMatchObject({ data: { message: /rejected/ } })
      await other.waitUntilCaughtUp()
      expect(other.receivedNamed('client-drag')).toEqual([])
    },
  )

  it.each([
    [
      'a channel that its sender is not subscribed to',
      { event: 'client-a', channel: 'private-x', data: {} },
    ],
    ['no channel', { event: 'client-a', data: {} }],
    ['a long name', { event: `client-${'a'.repeat(200)}`, channel: 'private-board', data: {} }],
    ['more than 10 KB', { event: 'client-a', channel: 'private-board', data: 'é'.repeat(5_121) }],
  ])('a client event with %s is rejected', async (_, message) => {
    const { port } = await startTestPusherServer()
    const sender = await subscribeTo(port, 'private-board')
    const other = await subscribeTo(port, 'private-board')
    sender.send(message)
    expect(await sender.waitFor('pusher:error')).toMatchObject({
      data: { code: null, message: /rejected/ },
    })
    await other.waitUntilCaughtUp()
    expect(other.received.some(({ event }) => event.startsWith('client-'))).toBe(false)
  })
})

it('the rate limiter refills over time, up to one second of events', () => {
  let now = 0
  const rate = new RateLimiter(2, () => now)
  const take = (times: number) => Array.from({ length: times }, () => rate.tryConsume())
  expect(take(3)).toEqual([true, true, false])
  now = 499
  expect(take(1)).toEqual([false])
  now = 500
  expect(take(2)).toEqual([true, false])
  now = 60_000
  expect(take(3)).toEqual([true, true, false])
})
