import { expect, it } from 'vitest'
import { officialClient } from './support/officialClient'
import { connect } from './support/rawClient'
import { startServer } from './support/server'

it('answers a ping', async () => {
  const { port } = await startServer()
  const client = await connect(port)
  client.say({ event: 'pusher:ping', data: {} })
  expect(await client.hear('pusher:pong')).toEqual({ event: 'pusher:pong', data: '{}' })
})

it('pings a silent client and closes with 4201 when no pong comes', async () => {
  const { port } = await startServer({ activityTimeoutSeconds: 0.05, pongTimeoutSeconds: 0.05 })
  const client = await connect(port)
  await client.hear('pusher:ping')
  expect((await client.closed).code).toBe(4201)
})

it('keeps a client that answers, ping after ping', async () => {
  const { port } = await startServer({ activityTimeoutSeconds: 0.05, pongTimeoutSeconds: 2 })
  const client = await connect(port)
  client.subscribe('board')
  for (const nth of [1, 2, 3]) {
    await client.hear('pusher:ping', nth)
    client.say({ event: 'pusher:pong', data: {} })
  }
  await client.caughtUp()
})

it('closes with 4202 when a client does nothing but answer pings', async () => {
  const { port } = await startServer({
    activityTimeoutSeconds: 0.05,
    pongTimeoutSeconds: 2,
    inactivityTimeoutSeconds: 0.2,
  })
  const client = await connect(port)
  client.socket.on('message', () => client.say({ event: 'pusher:pong', data: {} }))
  expect((await client.closed).code).toBe(4202)
})

it('never closes a subscriber for inactivity', async () => {
  const { port } = await startServer({
    activityTimeoutSeconds: 0.05,
    pongTimeoutSeconds: 2,
    inactivityTimeoutSeconds: 0.05,
  })
  const client = await connect(port)
  client.subscribe('board')
  for (const nth of [1, 2, 3]) {
    await client.hear('pusher:ping', nth)
    client.say({ event: 'pusher:pong', data: {} })
  }
  await client.caughtUp()
})

it('counts inactivity from the last thing a client did', async () => {
  const { port } = await startServer({
    activityTimeoutSeconds: 0.1,
    pongTimeoutSeconds: 2,
    inactivityTimeoutSeconds: 1,
  })
  const client = await connect(port)
  client.subscribe('board')
  for (let ping = 1; ping <= 13; ping++) {
    await client.hear('pusher:ping', ping)
    client.say({ event: 'pusher:pong', data: {} })
    // By now the subscription is longer ago than the limit.
    if (ping === 11) client.say({ event: 'pusher:unsubscribe', data: { channel: 'board' } })
  }
  await client.caughtUp()
})

it('and pusher-js keep each other alive', async () => {
  const { port } = await startServer({ activityTimeoutSeconds: 0.1, pongTimeoutSeconds: 1 })
  const client = officialClient(port)
  const states: string[] = []
  client.connection.bind('state_change', ({ current }: { current: string }) => states.push(current))
  let beats = 0
  await new Promise<void>((resolve) => {
    client.connection.bind('message', ({ event }: { event: string }) => {
      if (/^pusher:p[io]ng$/.test(event) && ++beats === 3) resolve()
    })
  })
  expect(states).toEqual(['connected'])
})
