import Pusher from 'pusher'
import PusherClient from 'pusher-js'
import type { ClientReport, ConnectMessage } from './pusherClients'

// Subscribers like browsers: each has a connection of its own and receives every event.
const clients: PusherClient[] = []
const receivedCounts = new Map<string, number>()

process.on('message', async ({ count, channel, realtime }: ConnectMessage) => {
  await Promise.all(Array.from({ length: count }, () => connect(channel, realtime)))
  report('connected')
})
process.on('disconnect', () => process.exit(0))

function connect(channel: string, { port, appId, key, secret }: ConnectMessage['realtime']) {
  const signer = new Pusher({ appId, key, secret, host: '127.0.0.1', port: String(port) })
  const client = new PusherClient(key, {
    cluster: '',
    wsHost: '127.0.0.1',
    wsPort: port,
    forceTLS: false,
    enabledTransports: ['ws'],
    enableStats: false,
    channelAuthorization: {
      endpoint: '',
      transport: 'ajax',
      customHandler: ({ socketId, channelName }, answer) =>
        answer(null, signer.authorizeChannel(socketId, channelName)),
    },
  })
  clients.push(client)
  const joined = client.subscribe(channel)
  joined.bind('events', handleEvents)
  return new Promise<void>((done, fail) => {
    joined.bind('pusher:subscription_succeeded', () => done())
    joined.bind('pusher:subscription_error', fail)
  })
}

function handleEvents({ events }: { events: { commandId: string }[] }): void {
  for (const { commandId } of events) {
    const count = (receivedCounts.get(commandId) ?? 0) + 1
    if (count < clients.length) receivedCounts.set(commandId, count)
    else {
      receivedCounts.delete(commandId)
      report({ commandId, at: String(process.hrtime.bigint()) })
    }
  }
}

function report(message: ClientReport): void {
  process.send?.(message)
}
