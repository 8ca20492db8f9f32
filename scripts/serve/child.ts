import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'

export type ChildPlan = {
  name: string
  /** Arguments for node: a script and its own arguments. */
  args: string[]
  env: NodeJS.ProcessEnv
  /** Hides what it prints when all is well; its complaints are always shown. */
  quiet?: boolean
  say: (text: string) => void
}

export type Child = {
  /** Resolves with an exit code when the process ends before it was asked to. */
  firstExit: Promise<number | null>
  stop: () => Promise<void>
}

const LONGEST_PAUSE_MS = 10_000
const STEADY_AFTER_MS = 30_000
const GRACE_MS = 8_000

/**
 * Keeps one node process running: when it dies it is started again, after 0.25 s, then 0.5 s and
 * so on up to 10 s. It ends with this process, even when this one is killed by kill -9.
 */
export function keepRunning(plan: ChildPlan): Child {
  let stopping = false
  let current = start(plan)
  const firstExit = exitOf(current)
  const wakeUp = new AbortController()

  async function supervise(): Promise<void> {
    let wait = 250
    while (!stopping) {
      const since = Date.now()
      const code = await exitOf(current)
      if (stopping) return
      if (Date.now() - since > STEADY_AFTER_MS) wait = 250
      plan.say(`The ${plan.name} ended (${code ?? 'killed'}); starting it again.`)
      await pause(wait, undefined, { signal: wakeUp.signal }).catch(() => {})
      wait = Math.min(wait * 2, LONGEST_PAUSE_MS)
      if (!stopping) current = start(plan)
    }
  }
  const supervision = supervise()

  return {
    firstExit,
    stop: async () => {
      stopping = true
      wakeUp.abort()
      await end(current)
      await supervision
    },
  }
}

function start(plan: ChildPlan): ChildProcess {
  const watch = new URL('./end-with-parent.mjs', import.meta.url)
  const stdio: StdioOptions = ['ignore', plan.quiet ? 'ignore' : 'inherit', 'inherit', 'ipc']
  // Detached: Ctrl-C in the terminal reaches the supervisor alone, which stops all in order.
  return spawn(process.execPath, ['--import', watch.href, ...plan.args], {
    env: plan.env,
    stdio,
    detached: true,
  })
}

async function exitOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  return child.exitCode
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  const hurry = setTimeout(() => killGroup(child), GRACE_MS)
  await exitOf(child)
  clearTimeout(hurry)
}

function killGroup(child: ChildProcess): void {
  try {
    if (child.pid) process.kill(-child.pid, 'SIGKILL')
  } catch {
    // It ended meanwhile.
  }
}
