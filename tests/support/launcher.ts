import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished } from 'vitest'

const START = fileURLToPath(new URL('../../scripts/start.mjs', import.meta.url))
const STUB = fileURLToPath(new URL('./stub-web.mjs', import.meta.url))
const OURS = /^(PORT|HOST|CONCORD_|DATABASE_|PUSHER_|NEXTAUTH_|GITHUB_|OIDC_|npm_)/

export type Launched = {
  process: ChildProcess
  output: () => string
  errors: () => string
  /** Resolves with the exit code. */
  end: Promise<number | null>
  /** Resolves when the address was printed; fails when it ended instead. */
  ready: () => Promise<void>
}

/**
 * Runs the start script with a stub for the web app, with no variables of Concord but `env`;
 * stopped after the test.
 */
export function launchConcord(env: Record<string, string>): Launched {
  const clean = Object.entries(process.env).filter(([name]) => !OURS.test(name))
  const child = spawn(process.execPath, [START], {
    env: { ...Object.fromEntries(clean), CONCORD_WEB_COMMAND: STUB, CONCORD_DEMO: 'false', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  } as object)
  let output = ''
  let errors = ''
  child.stdout?.on('data', (chunk) => {
    output += chunk
  })
  child.stderr?.on('data', (chunk) => {
    errors += chunk
  })
  const end = once(child, 'exit').then(([code]) => code as number | null)
  onTestFinished(async () => {
    child.kill('SIGTERM')
    await end
  })
  return {
    process: child,
    output: () => output,
    errors: () => errors,
    end,
    ready: async () => {
      await expect
        .poll(() => output.includes('is ready at') || child.exitCode !== null, { timeout: 25_000 })
        .toBe(true)
      expect(errors).toBe('')
      expect(output).toContain('is ready at')
    },
  }
}

/** A data folder of one's own, removed after the test once nothing runs in it. */
export function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'concord-start-'))
  onTestFinished(async () => {
    await expect.poll(() => processesOf(folder), { timeout: 20_000 }).toEqual([])
    await rm(folder, { recursive: true, force: true })
  })
  return folder
}

/** The live processes that were started for a data folder, by their arguments or environment. */
export function processesOf(folder: string): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && pid !== process.pid && mentions(pid, folder))
}

function mentions(pid: number, folder: string): boolean {
  try {
    return ['cmdline', 'environ'].some((file) =>
      readFileSync(`/proc/${pid}/${file}`, 'utf8').includes(folder),
    )
  } catch {
    return false
  }
}
