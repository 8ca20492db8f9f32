import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'

export type ProcessOptions = {
  name: string
  /** Arguments of node: a script and its own arguments. */
  args: string[]
  env: NodeJS.ProcessEnv
  /** Hides its output except for errors. */
  quiet?: boolean
  printLine: (text: string) => void
}

export type SupervisedProcess = {
  /** Resolves with the exit code when the process ends before it is stopped. */
  firstExit: Promise<number | null>
  stop: () => Promise<void>
}

const LONGEST_PAUSE_MS = 10_000
const STABLE_AFTER_MS = 30_000
const GRACE_MS = 8_000

/**
 * Keeps a node process running: restarts it when it dies, after 0.25 s, then 0.5 s and so on up to
 * 10 s. It ends with this process, even by kill -9.
 */
export function superviseProcess(options: ProcessOptions): SupervisedProcess {
  let stopping = false
  let current = startProcess(options)
  const firstExit = waitForExit(current)
  const wakeUp = new AbortController()

  async function supervise(): Promise<void> {
    let delay = 250
    while (!stopping) {
      const since = Date.now()
      const code = await waitForExit(current)
      if (stopping) return
      if (Date.now() - since > STABLE_AFTER_MS) delay = 250
      options.printLine(`The ${options.name} ended (${code ?? 'killed'}); starting it again.`)
      await pause(delay, undefined, { signal: wakeUp.signal }).catch(() => {})
      delay = Math.min(delay * 2, LONGEST_PAUSE_MS)
      if (!stopping) current = startProcess(options)
    }
  }
  const supervision = supervise()

  return {
    firstExit,
    stop: async () => {
      stopping = true
      wakeUp.abort()
      await stopProcess(current)
      await supervision
    },
  }
}

function startProcess(options: ProcessOptions): ChildProcess {
  const exitWithParent = new URL('./exitWithParent.mjs', import.meta.url)
  const stdio: StdioOptions = ['ignore', options.quiet ? 'ignore' : 'inherit', 'inherit', 'ipc']
  // Detached: Ctrl-C in the terminal reaches only the supervisor, which stops everything in order.
  return spawn(process.execPath, ['--import', exitWithParent.href, ...options.args], {
    env: options.env,
    stdio,
    detached: true,
  })
}

async function waitForExit(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  return child.exitCode
}

async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  const killTimer = setTimeout(() => killGroup(child), GRACE_MS)
  await waitForExit(child)
  clearTimeout(killTimer)
}

function killGroup(child: ChildProcess): void {
  try {
    if (child.pid) process.kill(-child.pid, 'SIGKILL')
  } catch {
    // The process has ended in the meantime.
  }
}
