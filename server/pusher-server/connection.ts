import { randomInt } from 'node:crypto'
import { WebSocket } from 'ws'
import type { PusherLimits } from './limits'
import type { PresenceMember, PusherUser } from './presenceMember'
import { encodeMessage, type FatalProtocolError, type ProtocolError } from './protocol'
import { RateLimiter } from './rateLimiter'

const TEXT_FRAME = { binary: false }
const PING_MESSAGE = encodeMessage({ event: 'pusher:ping', data: '{}' })

/** A client's socket and its state. Times are in ms of `performance.now()`. */
export class Connection {
  readonly id = `${randomInt(1_000_000_000)}.${randomInt(1_000_000_000)}`
  /** The subscribed channels; for presence channels with the member. */
  readonly channels = new Map<string, PresenceMember | null>()
  readonly clientEventLimiter: RateLimiter
  user: PusherUser | null = null
  lastSeenAt = performance.now()
  /** Time of the last activity other than pings and pongs. */
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
   * Sends a frame made by `encode`; several connections may share one. Disconnects a client that is
   * too far behind: it reconnects and catches up, which costs less than buffering everything it
   * missed.
   */
  send(frame: Buffer): void {
    if (this.socket.readyState !== WebSocket.OPEN) return
    if (this.socket.bufferedAmount > this.limits.maxBufferedBytes) this.socket.terminate()
    else this.socket.send(frame, TEXT_FRAME)
  }

  /** Sends an error to the client and keeps the connection open. */
  sendError({ code, message }: ProtocolError, channel?: string): void {
    this.send(encodeMessage({ event: 'pusher:error', channel, data: { code, message } }))
  }

  /** Sends an error to the client and closes the connection, which counts as closed from now on. */
  closeWithError(error: FatalProtocolError): void {
    this.sendError(error)
    this.socket.close(error.code, error.message)
    this.onClose(this)
  }

  ping(): void {
    this.pingedAt = performance.now()
    this.send(PING_MESSAGE)
  }

  /** Records that the client is alive. */
  markAlive(): void {
    this.lastSeenAt = performance.now()
    this.pingedAt = null
  }
}
