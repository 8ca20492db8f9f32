import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { TestServer } from './testServer'

/** Tells a process of subscribers how many more to connect, and to what. */
export interface ConnectMessage {
  count: number
  channel: string
  realtime: TestServer['realtime']
}
/**
 * A process's message: all are connected, or the time (ns) when its last subscriber received a
 * command's event.
 */
export type ClientReport = 'connected' | { commandId: string; at: string }

const CLIENT_PROGRAM = fileURLToPath(new URL('./pusherClientsMain.ts', import.meta.url))
const CLIENTS_PER_PROCESS = 250
const DELIVERY_TIMEOUT_MS = 20_000

/** Subscribers to one channel with the official client, in separate processes. */
export class PusherClients {
  private readonly processes: { child: ReturnType<typeof fork>; count: number }[] = []
  private readonly waiting = new Map<string, { left: number; last: bigint; done: OnDelivered }>()

  constructor(
    private readonly channel: string,
    private readonly realtime: TestServer['realtime'],
  ) {}

  /** Connects until there are this many subscribers. */
  async connectUpTo(count: number): Promise<void> {
    let missing = count - this.processes.reduce((sum, each) => sum + each.count, 0)
    while (missing > 0) {
      let process = this.processes.find((each) => each.count < CLIENTS_PER_PROCESS)
      if (!process) {
        process = { child: fork(CLIENT_PROGRAM, { execArgv: ['--import', 'tsx'] }), count: 0 }
        process.child.on('message', (report: ClientReport) => this.handleReport(report))
        this.processes.push(process)
      }
      const batchSize = Math.min(missing, CLIENTS_PER_PROCESS - process.count)
      const { channel, realtime } = this
      process.child.send({ count: batchSize, channel, realtime } satisfies ConnectMessage)
      await once(process.child, 'message')
      process.count += batchSize
      missing -= batchSize
    }
  }

  /**
   * Resolves to the time when the last subscriber received an event of the command, by
   * `process.hrtime.bigint`, a clock that all processes share.
   */
  waitForDelivery(commandId: string): Promise<bigint> {
    return new Promise((resolve, reject) => {
      const late = () => reject(new Error('A client was not notified of a command.'))
      const timer = setTimeout(late, DELIVERY_TIMEOUT_MS)
      const done = (at: bigint) => {
        clearTimeout(timer)
        resolve(at)
      }
      this.waiting.set(commandId, { left: this.processes.length, last: 0n, done })
    })
  }

  close(): void {
    for (const { child } of this.processes) child.disconnect()
  }

  private handleReport(report: ClientReport): void {
    if (report === 'connected') return
    const waiting = this.waiting.get(report.commandId)
    if (!waiting) return
    const at = BigInt(report.at)
    if (at > waiting.last) waiting.last = at
    waiting.left--
    if (waiting.left > 0) return
    this.waiting.delete(report.commandId)
    waiting.done(waiting.last)
  }
}

type OnDelivered = (at: bigint) => void
