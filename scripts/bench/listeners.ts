import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { House } from './house'

/** What a process of subscribers is told: how many more to connect, and to what. */
export interface Connect {
  count: number
  channel: string
  realtime: House['realtime']
}
/** What it tells: that all are in, or when the last of its own had a command's event (ns). */
export type Told = 'connected' | { commandId: string; at: string }

const PROGRAM = fileURLToPath(new URL('./listeners-main.ts', import.meta.url))
const IN_ONE_PROCESS = 250
const PATIENCE_MS = 20_000

/** Subscribers to one channel with the official client, in processes of their own. */
export class Listeners {
  private readonly processes: { child: ReturnType<typeof fork>; count: number }[] = []
  private readonly waiting = new Map<string, { left: number; last: bigint; done: Done }>()

  constructor(
    private readonly channel: string,
    private readonly realtime: House['realtime'],
  ) {}

  /** Connects until there are so many. */
  async growTo(count: number): Promise<void> {
    let missing = count - this.processes.reduce((sum, each) => sum + each.count, 0)
    while (missing > 0) {
      let into = this.processes.find((each) => each.count < IN_ONE_PROCESS)
      if (!into) {
        into = { child: fork(PROGRAM, { execArgv: ['--import', 'tsx'] }), count: 0 }
        into.child.on('message', (told: Told) => this.hear(told))
        this.processes.push(into)
      }
      const some = Math.min(missing, IN_ONE_PROCESS - into.count)
      const { channel, realtime } = this
      into.child.send({ count: some, channel, realtime } satisfies Connect)
      await once(into.child, 'message')
      into.count += some
      missing -= some
    }
  }

  /**
   * When the last subscriber has an event of the command, on the clock of `process.hrtime.bigint`,
   * which all processes share.
   */
  lastToHear(commandId: string): Promise<bigint> {
    return new Promise((resolve, reject) => {
      const late = () => reject(new Error('A subscriber was not told of a command.'))
      const timer = setTimeout(late, PATIENCE_MS)
      const done = (at: bigint) => {
        clearTimeout(timer)
        resolve(at)
      }
      this.waiting.set(commandId, { left: this.processes.length, last: 0n, done })
    })
  }

  end(): void {
    for (const { child } of this.processes) child.disconnect()
  }

  private hear(told: Told): void {
    if (told === 'connected') return
    const waiting = this.waiting.get(told.commandId)
    if (!waiting) return
    const at = BigInt(told.at)
    if (at > waiting.last) waiting.last = at
    waiting.left--
    if (waiting.left > 0) return
    this.waiting.delete(told.commandId)
    waiting.done(waiting.last)
  }
}

type Done = (at: bigint) => void
