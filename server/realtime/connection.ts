import { randomInt } from 'node:crypto'
import { WebSocket } from 'ws'
import type { RealtimeLimits } from './limits'
import type { Member, User } from './member'
import { encode, type FatalProblem, type Problem } from './protocol'
import { Rate } from './rate'

const AS_TEXT = { binary: false }
const PING = encode({ event: 'pusher:ping', data: '{}' })

/** One client's socket, and what the server knows about it. Times are in ms of `performance`. */
export class Connection {
  readonly id = `${randomInt(1_000_000_000)}.${randomInt(1_000_000_000)}`
  /** The channels it is subscribed to; on presence channels, who it is there. */
  readonly channels = new Map<string, Member | null>()
  readonly clientEvents: Rate
  user: User | null = null
  heardAt = performance.now()
  /** The last time it did something other than keep itself alive. */
  usedAt = performance.now()
  pingedAt: number | null = null

  constructor(
    private readonly socket: WebSocket,
    private readonly limits: RealtimeLimits,
    private readonly onGone: (connection: Connection) => void,
  ) {
    this.clientEvents = new Rate(limits.maxClientEventsPerSecond)
    socket.on('pong', () => this.heard())
    socket.on('ping', () => this.heard())
    socket.on('error', () => socket.terminate())
    socket.on('close', () => this.onGone(this))
  }

  /**
   * Sends a frame made by `encode`; several connections may be given the same one. A client
   * that is too far behind is cut off: it reconnects and catches up, which costs less than
   * keeping everything it has missed in memory.
   */
  send(frame: Buffer): void {
    if (this.socket.readyState !== WebSocket.OPEN) return
    if (this.socket.bufferedAmount > this.limits.maxBufferedBytes) this.socket.terminate()
    else this.socket.send(frame, AS_TEXT)
  }

  /** Tells the client what went wrong and goes on. */
  tell({ code, message }: Problem, channel?: string): void {
    this.send(encode({ event: 'pusher:error', channel, data: { code, message } }))
  }

  /** Tells the client what went wrong and closes. It counts as gone from now on. */
  end(problem: FatalProblem): void {
    this.tell(problem)
    this.socket.close(problem.code, problem.message)
    this.onGone(this)
  }

  ping(): void {
    this.pingedAt = performance.now()
    this.send(PING)
  }

  /** Notes a sign of life. */
  heard(): void {
    this.heardAt = performance.now()
    this.pingedAt = null
  }
}
