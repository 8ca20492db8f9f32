import type { PresenceChannel } from 'pusher-js'
import { describe, expect, it } from 'vitest'
import { signChannel } from '@/server/pusher-server/signature'
import { nextEvent, officialClient, subscribeAndWait } from './support/officialClient'
import { connect, type RawClient } from './support/rawClient'
import { startTestPusherServer, TEST_APP } from './support/testPusherServer'

const CHANNEL = 'presence-board'

function subscribeAs(client: RawClient & { id: string }, person: unknown): void {
  const channel_data = typeof person === 'string' ? person : JSON.stringify(person)
  client.subscribe(CHANNEL, {
    channel_data,
    auth: signChannel(TEST_APP, client.id, CHANNEL, channel_data),
  })
}

describe('presence with pusher-js', () => {
  it('members receive the list of members and every join and leave', async () => {
    const { port } = await startTestPusherServer()
    const ada = officialClient(port, { id: 'ada', name: 'Ada' })
    const bo = officialClient(port, { id: 'bo', name: 'Bo' })
    const adaBoard = (await subscribeAndWait(ada, CHANNEL)) as PresenceChannel
    const came = nextEvent<unknown>(adaBoard, 'pusher:member_added')
    const went = nextEvent<unknown>(adaBoard, 'pusher:member_removed')

    const boBoard = (await subscribeAndWait(bo, CHANNEL)) as PresenceChannel
    expect(boBoard.members.count).toBe(2)
    expect(boBoard.members.me).toEqual({ id: 'bo', info: { name: 'Bo' } })
    expect(boBoard.members.get('ada')).toEqual({ id: 'ada', info: { name: 'Ada' } })
    expect(await came).toEqual({ id: 'bo', info: { name: 'Bo' } })

    bo.disconnect()
    expect(await went).toEqual({ id: 'bo', info: { name: 'Bo' } })
    expect(adaBoard.members.count).toBe(1)
  })
})

describe('a presence channel', () => {
  it('a subscription is answered with ids, hash and count', async () => {
    const { port } = await startTestPusherServer()
    const client = await connect(port)
    subscribeAs(client, { user_id: 10 })
    const { data } = await client.waitFor('pusher_internal:subscription_succeeded')
    expect(JSON.parse(String(data))).toEqual({
      presence: { ids: ['10'], hash: { 10: null }, count: 1 },
    })
  })

  it('two windows of one person count once', async () => {
    const { port } = await startTestPusherServer()
    const [watcher, first, second] = [await connect(port), await connect(port), await connect(port)]
    subscribeAs(watcher, { user_id: 'watcher' })
    subscribeAs(first, { user_id: 'ada' })
    await watcher.waitFor('pusher_internal:member_added')
    subscribeAs(second, { user_id: 'ada' })
    const { data } = await second.waitFor('pusher_internal:subscription_succeeded')
    expect(JSON.parse(String(data)).presence.count).toBe(2)

    first.send({ event: 'pusher:unsubscribe', data: { channel: CHANNEL } })
    await first.waitUntilCaughtUp()
    await watcher.waitUntilCaughtUp()
    expect(watcher.receivedNamed('pusher_internal:member_removed')).toEqual([])

    second.socket.terminate()
    expect(await watcher.waitFor('pusher_internal:member_removed')).toMatchObject({
      data: '{"user_id":"ada"}',
    })
    expect(watcher.receivedNamed('pusher_internal:member_added')).toHaveLength(1)
  })

  it('a new member is listed once in the answer to its own subscription', async () => {
    const { port } = await startTestPusherServer()
    const client = await connect(port)
    subscribeAs(client, { user_id: 'ada' })
    await client.waitFor('pusher_internal:subscription_succeeded')
    await client.waitUntilCaughtUp()
    expect(client.receivedNamed('pusher_internal:member_added')).toEqual([])
  })

  it('a client that stopped answering is removed', async () => {
    const { port } = await startTestPusherServer({
      activityTimeoutSeconds: 0.1,
      pongTimeoutSeconds: 0.5,
    })
    const [watcher, silent] = [await connect(port), await connect(port)]
    watcher.socket.on('message', () => watcher.send({ event: 'pusher:pong', data: {} }))
    subscribeAs(watcher, { user_id: 'watcher' })
    subscribeAs(silent, { user_id: 'silent' })
    await silent.waitFor('pusher_internal:subscription_succeeded')
    silent.socket.pause()
    await watcher.waitFor('pusher_internal:member_removed')
  })

  it.each([
    ['no user_id', { user_info: {} }],
    ['an empty user_id', { user_id: '' }],
    ['a user_id of 129 characters', { user_id: 'x'.repeat(129) }],
    ['a user_info over the limit', { user_id: 'a', user_info: { name: 'x'.repeat(1_100) } }],
    ['invalid JSON', '{'],
  ])('correctly signed channel data with %s is rejected', async (_, person) => {
    const { port } = await startTestPusherServer()
    const client = await connect(port)
    subscribeAs(client, person)
    expect(await client.waitFor('pusher:subscription_error')).toMatchObject({
      channel: CHANNEL,
      data: { type: 'InvalidMember', status: 400 },
    })
  })

  it('channel_data that was changed after signing is rejected', async () => {
    const { port } = await startTestPusherServer()
    const client = await connect(port)
    const auth = signChannel(TEST_APP, client.id, CHANNEL, '{"user_id":"ada"}')
    client.subscribe(CHANNEL, { auth, channel_data: '{"user_id":"eve"}' })
    expect(await client.waitFor('pusher:subscription_error')).toMatchObject({
      data: { type: 'AuthError' },
    })
  })

  it('the limit counts people and not windows', async () => {
    const { port } = await startTestPusherServer({ maxMembersPerChannel: 1 })
    const [ada, again, bo] = [await connect(port), await connect(port), await connect(port)]
    subscribeAs(ada, { user_id: 'ada' })
    await ada.waitFor('pusher_internal:subscription_succeeded')
    subscribeAs(again, { user_id: 'ada' })
    await again.waitFor('pusher_internal:subscription_succeeded')
    subscribeAs(bo, { user_id: 'bo' })
    expect(await bo.waitFor('pusher:subscription_error')).toMatchObject({
      data: { type: 'LimitReached', status: 403 },
    })
    await ada.waitUntilCaughtUp()
    expect(ada.receivedNamed('pusher_internal:member_added')).toEqual([])
  })
})
