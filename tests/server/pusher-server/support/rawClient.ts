import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import type { ServerMessage } from '@/server/pusher-server/protocol'
import { TEST_APP } from './testPusherServer'

/** A client that sends exactly what a test specifies, and records what it receives. */
export class RawClient {
  readonly received: ServerMessage[] = []
  readonly closed: Promise<{ code: number; reason: string }>
  #waiting: (() => void)[] = []

  constructor(readonly socket: WebSocket) {
    socket.on('message', (raw) => {
      this.received.push(JSON.parse(raw.toString()))
      this.#wake()
    })
    this.closed = new Promise((resolve) => {
      socket.on('close', (code, reason) => resolve({ code, reason: reason.toString() }))
    })
    socket.on('error', () => {})
  }

  send(message: unknown): void {
    this.socket.send(typeof message === 'string' ? message : JSON.stringify(message))
  }

  subscribe(channel: string, more: Record<string, unknown> = {}): void {
    this.send({ event: 'pusher:subscribe', data: { channel, ...more } })
  }

  /**
   * Resolves to the `nth` message of that name (1 is the first), whether or not it has arrived
   * already.
   */
  async waitFor(event: string, nth = 1): Promise<ServerMessage> {
    for (;;) {
      const found = this.receivedNamed(event)[nth - 1]
      if (found) return found
      await new Promise<void>((resolve) => this.#waiting.push(resolve))
    }
  }

  /** Returns the messages of that name received so far. */
  receivedNamed(event: string): ServerMessage[] {
    return this.received.filter((message) => message.event === event)
  }

  /** Resolves when everything that the server has sent so far has arrived. */
  async waitUntilCaughtUp(): Promise<void> {
    const pongs = this.receivedNamed('pusher:pong').length
    this.send({ event: 'pusher:ping', data: {} })
    await this.waitFor('pusher:pong', pongs + 1)
  }

  #wake(): void {
    const waiting = this.#waiting
    this.#waiting = []
    for (const resolve of waiting) resolve()
  }
}

/** Opens a WebSocket at a path without waiting for the server's first message. */
export function openSocketAt(port: number, path: string): RawClient {
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`)
  onTestFinished(() => socket.terminate())
  return new RawClient(socket)
}

/** Returns a connected client and its socket id. */
export async function connect(port: number): Promise<RawClient & { id: string }> {
  const client = openSocketAt(port, `/app/${TEST_APP.key}?protocol=7&client=test&version=1`)
  const { data } = await client.waitFor('pusher:connection_established')
  return Object.assign(client, { id: JSON.parse(String(data)).socket_id as string })
}
