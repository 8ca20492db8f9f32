import { readFileSync } from 'node:fs'

/** Interval at which the npm process that started us is checked, in milliseconds. */
const PARENT_CHECK_INTERVAL_MS = 1_000

export type Shutdown = {
  hasBegun: () => boolean
  /** Stops all parts, in reverse order of their start. */
  stopAll: () => Promise<void>
}

/**
 * Stops `stopActions` (which may still grow) and exits on Ctrl-C, SIGTERM, a closed terminal, or
 * when the npm process that started this one was killed. A second Ctrl-C exits at once.
 */
export function shutDownOnSignal(
  stopActions: (() => Promise<void>)[],
  printLine: (text: string) => void,
): Shutdown {
  let hasBegun = false

  async function stopAll(): Promise<void> {
    for (let stop = stopActions.pop(); stop; stop = stopActions.pop()) await stop()
  }

  async function shutDown(code: number): Promise<void> {
    if (hasBegun) process.exit(code)
    hasBegun = true
    printLine('  Stopping …')
    await stopAll().catch((error) => console.error(error instanceof Error ? error.message : error))
    process.exit(code)
  }

  process.on('SIGINT', () => void shutDown(0))
  process.on('SIGTERM', () => void shutDown(0))
  process.on('SIGHUP', () => void shutDown(0))
  if (process.env.npm_lifecycle_event) {
    const initialAncestors = ancestorProcessIds()
    setInterval(
      () => ancestorProcessIds() !== initialAncestors && void shutDown(1),
      PARENT_CHECK_INTERVAL_MS,
    ).unref()
  }
  return { hasBegun: () => hasBegun, stopAll }
}

/** Returns the ids of parent and grandparent: npm starts us through a shell, which outlives it. */
function ancestorProcessIds(): string {
  try {
    const stat = readFileSync(`/proc/${process.ppid}/stat`, 'utf8')
    return `${process.ppid} ${stat.slice(stat.lastIndexOf(')')).split(' ')[2]}`
  } catch {
    return String(process.ppid)
  }
}
