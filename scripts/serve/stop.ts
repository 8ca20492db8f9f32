import { readFileSync } from 'node:fs'

/** Milliseconds between two looks at whether the npm that started us still lives. */
const LOOK_EVERY_MS = 1_000

export type Stopping = {
  begun: () => boolean
  /** Stops the parts, the last started first. */
  stopAll: () => Promise<void>
}

/**
 * Stops `parts` (which may still grow) and exits on Ctrl-C, SIGTERM, a closed terminal, or when
 * the npm that started this process was killed. A second Ctrl-C does not wait.
 */
export function stopOnSignal(
  parts: (() => Promise<void>)[],
  say: (text: string) => void,
): Stopping {
  let begun = false

  async function stopAll(): Promise<void> {
    for (let stop = parts.pop(); stop; stop = parts.pop()) await stop()
  }

  async function leave(code: number): Promise<void> {
    if (begun) process.exit(code)
    begun = true
    say('  Stopping …')
    await stopAll().catch((error) => console.error(error instanceof Error ? error.message : error))
    process.exit(code)
  }

  process.on('SIGINT', () => void leave(0))
  process.on('SIGTERM', () => void leave(0))
  process.on('SIGHUP', () => void leave(0))
  if (process.env.npm_lifecycle_event) {
    const starters = ancestors()
    setInterval(() => ancestors() !== starters && void leave(1), LOOK_EVERY_MS).unref()
  }
  return { begun: () => begun, stopAll }
}

/** Parent and grandparent: npm starts us through a shell, which outlives it. */
function ancestors(): string {
  try {
    const stat = readFileSync(`/proc/${process.ppid}/stat`, 'utf8')
    return `${process.ppid} ${stat.slice(stat.lastIndexOf(')')).split(' ')[2]}`
  } catch {
    return String(process.ppid)
  }
}
