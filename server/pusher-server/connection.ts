import { randomInt } from 'node:crypto'
import { WebSocket } from 'ws'
import type { PusherLimits } from './limits'
import type { PresenceMember, PusherUser } from './presenceMember'
import { encodeMessage, type FatalProtocolError, type ProtocolError } from './protocol'
import { RateLimiter } from './rateLimiter'

const TEXT_FRAME = { binary: false }
const PING_MESSAGE = encodeMessage({ event: 'pusher:ping', data: '{}' })

/** One client's socket, and what the server knows about it. Times are in ms of `performance`. */
export class Connection {
  readonly id = `${randomInt(1_000_000_000)}.${randomInt(1_000_000_000)}`
  /** The channels it is subscribed to; on presence channels, who it is there. */
  readonly channels = new Map<string, PresenceMember | null>()
  readonly clientEventLimiter: RateLimiter
  user: PusherUser | null = null
  lastSeenAt = performance.now()
  /** The last time it did something other than keep itself alive. */
  lastActiveAt = performance.now()
  pingedAt: number | null = null

  constructor(
    private readonly socket: WebSocket,
    private readonly limits: PusherLimits,
    private readonly onClose: (connection: Connection) => void,
  ) {
    this.clientEventLimiter = new RateLimiter(limits.maxClientEventsPerSecond)
    socket.on('pong', () => this.markAlive())
    socket.on('ping', () => this.markAlive())
    socket.on('error', () => socket.terminate())
    socket.on('close', () => this.onClose(this))
  }

  /**
   * Sends a frame made by `encode`; several connections may be given the same one. A client
   * that is too far behind is cut off: it reconnects and catches up, which costs less than
   * keeping everything it has missed in memory.
   */
  send(frame: Buffer): void {
    if (this.socket.readyState !== WebSocket.OPEN) return
    if (this.socket.bufferedAmount > this.limits.maxBufferedBytes) this.socket.terminate()
    else this.socket.send(frame, TEXT_FRAME)
  }

  /** Tells the client what went wrong and goes on. */
  sendError({ code, message }: ProtocolError, channel?: string): void {
    this.send(encodeMessage({ event: 'pusher:error', channel, data: { code, message } }))
  }

  /** Tells the client what went wrong and closes. It counts as gone from now on. */
  closeWithError(error: FatalProtocolError): void {
    this.sendError(error)
    this.socket.close(error.code, error.message)
    this.onClose(this)
  }

  ping(): void {
    this.pingedAt = performance.now()
    this.send(PING_MESSAGE)
  }

  /** Notes a sign of life. */
  markAlive(): void {
    this.lastSeenAt = performance.now()
    this.pingedAt = null
  }
}
