import type { PresenceChannel } from 'pusher-js'
import { describe, expect, it } from 'vitest'
import { signChannel } from '@/server/realtime/signature'
import { next, officialClient, subscribed } from './support/officialClient'
import { connect, type RawClient } from './support/rawClient'
import { app, startServer } from './support/server'

const board = 'presence-board'

function enter(client: RawClient & { id: string }, person: unknown): void {
  const channel_data = typeof person === 'string' ? person : JSON.stringify(person)
  client.subscribe(board, {
    channel_data,
    auth: signChannel(app, client.id, board, channel_data),
  })
}

describe('with pusher-js', () => {
  it('shows who is there, who comes and who goes', async () => {
    const { port } = await startServer()
    const ada = officialClient(port, { id: 'ada', name: 'Ada' })
    const bo = officialClient(port, { id: 'bo', name: 'Bo' })
    const adaBoard = (await subscribed(ada, board)) as PresenceChannel
    const came = next<unknown>(adaBoard, 'pusher:member_added')
    const went = next<unknown>(adaBoard, 'pusher:member_removed')

    const boBoard = (await subscribed(bo, board)) as PresenceChannel
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
  it('answers a subscription with ids, hash and count', async () => {
    const { port } = await startServer()
    const client = await connect(port)
    enter(client, { user_id: 10 })
    const { data } = await client.hear('pusher_internal:subscription_succeeded')
    expect(JSON.parse(String(data))).toEqual({
      presence: { ids: ['10'], hash: { 10: null }, count: 1 },
    })
  })

  it('counts two windows of one person once', async () => {
    const { port } = await startServer()
    const [watcher, first, second] = [await connect(port), await connect(port), await connect(port)]
    enter(watcher, { user_id: 'watcher' })
    enter(first, { user_id: 'ada' })
    await watcher.hear('pusher_internal:member_added')
    enter(second, { user_id: 'ada' })
    const { data } = await second.hear('pusher_internal:subscription_succeeded')
    expect(JSON.parse(String(data)).presence.count).toBe(2)

    first.say({ event: 'pusher:unsubscribe', data: { channel: board } })
    await first.caughtUp()
    await watcher.caughtUp()
    expect(watcher.named('pusher_internal:member_removed')).toEqual([])

    second.socket.terminate()
    expect(await watcher.hear('pusher_internal:member_removed')).toMatchObject({
      data: '{"user_id":"ada"}',
    })
    expect(watcher.named('pusher_internal:member_added')).toHaveLength(1)
  })

  it('tells the one who comes about themselves once, in the answer', async () => {
    const { port } = await startServer()
    const client = await connect(port)
    enter(client, { user_id: 'ada' })
    await client.hear('pusher_internal:subscription_succeeded')
    await client.caughtUp()
    expect(client.named('pusher_internal:member_added')).toEqual([])
  })

  it('frees the seat of a client that stopped answering', async () => {
    const { port } = await startServer({ activityTimeoutSeconds: 0.1, pongTimeoutSeconds: 0.5 })
    const [watcher, silent] = [await connect(port), await connect(port)]
    watcher.socket.on('message', () => watcher.say({ event: 'pusher:pong', data: {} }))
    enter(watcher, { user_id: 'watcher' })
    enter(silent, { user_id: 'silent' })
    await silent.hear('pusher_internal:subscription_succeeded')
    silent.socket.pause()
    await watcher.hear('pusher_internal:member_removed')
  })

  it.each([
    ['no user_id', { user_info: {} }],
    ['an empty user_id', { user_id: '' }],
    ['a user_id of 129 characters', { user_id: 'x'.repeat(129) }],
    ['a user_info over the limit', { user_id: 'a', user_info: { name: 'x'.repeat(1_100) } }],
    ['no JSON', '{'],
  ])('refuses %s, though signed', async (_, person) => {
    const { port } = await startServer()
    const client = await connect(port)
    enter(client, person)
    expect(await client.hear('pusher:subscription_error')).toMatchObject({
      channel: board,
      data: { type: 'InvalidMember', status: 400 },
    })
  })

  it('refuses channel_data that was changed after signing', async () => {
    const { port } = await startServer()
    const client = await connect(port)
    const auth = signChannel(app, client.id, board, '{"user_id":"ada"}')
    client.subscribe(board, { auth, channel_data: '{"user_id":"eve"}' })
    expect(await client.hear('pusher:subscription_error')).toMatchObject({
      data: { type: 'AuthError' },
    })
  })

  it('has a limit of people, not of windows', async () => {
    const { port } = await startServer({ maxMembersPerChannel: 1 })
    const [ada, again, bo] = [await connect(port), await connect(port), await connect(port)]
    enter(ada, { user_id: 'ada' })
    await ada.hear('pusher_internal:subscription_succeeded')
    enter(again, { user_id: 'ada' })
    await again.hear('pusher_internal:subscription_succeeded')
    enter(bo, { user_id: 'bo' })
    expect(await bo.hear('pusher:subscription_error')).toMatchObject({
      data: { type: 'LimitReached', status: 403 },
    })
    await ada.caughtUp()
    expect(ada.named('pusher_internal:member_added')).toEqual([])
  })
})
