import { expect, it } from 'vitest'
import { officialClient } from './support/officialClient'
import { connect } from './support/rawClient'
import { startTestPusherServer } from './support/testPusherServer'

it('a ping is answered with a pong', async () => {
  const { port } = await startTestPusherServer()
  const client = await connect(port)
  client.send({ event: 'pusher:ping', data: {} })
  expect(await client.waitFor('pusher:pong')).toEqual({ event: 'pusher:pong', data: '{}' })
})

it('a silent client is pinged and closed with 4201 when it does not answer', async () => {
  const { port } = await startTestPusherServer({
    activityTimeoutSeconds: 0.05,
    pongTimeoutSeconds: 0.05,
  })
  const client = await connect(port)
  await client.waitFor('pusher:ping')
  expect((await client.closed).code).toBe(4201)
})

it('a client that answers every ping stays connected', async () => {
  const { port } = await startTestPusherServer({
    activityTimeoutSeconds: 0.05,
    pongTimeoutSeconds: 2,
  })
  const client = await connect(port)
  client.subscribe('board')
  for (const nth of [1, 2, 3]) {
    await client.waitFor('pusher:ping', nth)
    client.send({ event: 'pusher:pong', data: {} })
  }
  await client.waitUntilCaughtUp()
})

it('a client that only answers pings is closed with 4202', async () => {
  const { port } = await startTestPusherServer({
    activityTimeoutSeconds: 0.05,
    pongTimeoutSeconds: 2,
    inactivityTimeoutSeconds: 0.2,
  })
  const client = await connect(port)
  client.socket.on('message', () => client.send({ event: 'pusher:pong', data: {} }))
  expect((await client.closed).code).toBe(4202)
})

it('a subscriber is never closed for inactivity', async () => {
  const { port } = await startTestPusherServer({
    activityTimeoutSeconds: 0.05,
    pongTimeoutSeconds: 2,
    inactivityTimeoutSeconds: 0.05,
  })
  const client = await connect(port)
  client.subscribe('board')
  for (const nth of [1, 2, 3]) {
    await client.waitFor('pusher:ping', nth)
    client.send({ event: 'pusher:pong', data: {} })
  }
  await client.waitUntilCaughtUp()
})

it('inactivity counts from the last action of the client', async () => {
  const { port } = await startTestPusherServer({
    activityTimeoutSeconds: 0.1,
    pongTimeoutSeconds: 2,
    inactivityTimeoutSeconds: 1,
  })
  const client = await connect(port)
  client.subscribe('board')
  for (let ping = 1; ping <= 13; ping++) {
    await client.waitFor('pusher:ping', ping)
    client.send({ event: 'pusher:pong', data: {} })
    // The subscription is now longer ago than the limit.
    if (ping === 11) client.send({ event: 'pusher:unsubscribe', data: { channel: 'board' } })
  }
  await client.waitUntilCaughtUp()
})

it('the server and pusher-js keep each other alive', async () => {
  const { port } = await startTestPusherServer({
    activityTimeoutSeconds: 0.1,
    pongTimeoutSeconds: 1,
  })
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
