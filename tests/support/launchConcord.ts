import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished } from 'vitest'

const START_SCRIPT = fileURLToPath(new URL('../../scripts/start.mjs', import.meta.url))
const FAKE_WEB_SERVER = fileURLToPath(new URL('./fakeWebServer.mjs', import.meta.url))
const CONCORD_VARIABLES = /^(PORT|HOST|CONCORD_|DATABASE_|PUSHER_|NEXTAUTH_|GITHUB_|OIDC_|npm_)/

export type LaunchedConcord = {
  process: ChildProcess
  output: () => string
  errors: () => string
  /** Resolves with the exit code. */
  exitCode: Promise<number | null>
  /** Resolves when the address was printed; rejects when the process ends first. */
  ready: () => Promise<void>
}

/**
 * Runs the start script with a fake web server in place of the web app, and without Concord
 * variables other than `env`. It is stopped after the test.
 */
export function launchConcord(env: Record<string, string>): LaunchedConcord {
  const clean = Object.entries(process.env).filter(([name]) => !CONCORD_VARIABLES.test(name))
  const child = spawn(process.execPath, [START_SCRIPT], {
    env: {
      ...Object.fromEntries(clean),
      CONCORD_WEB_COMMAND: FAKE_WEB_SERVER,
      CONCORD_DEMO: 'false',
      ...env,
    },
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
  const exitCode = once(child, 'exit').then(([code]) => code as number | null)
  onTestFinished(async () => {
    child.kill('SIGTERM')
    await exitCode
  })
  return {
    process: child,
    output: () => output,
    errors: () => errors,
    exitCode,
    ready: async () => {
      await expect.poll(() => output.includes('is ready at') || child.exitCode !== null).toBe(true)
      expect(errors).toBe('')
      expect(output).toContain('is ready at')
    },
  }
}

/** Creates a data folder and deletes it after the test, when no process uses it any more. */
export function createDataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'concord-start-'))
  onTestFinished(async () => {
    await expect.poll(() => processesUsing(folder)).toEqual([])
    await rm(folder, { recursive: true, force: true })
  })
  return folder
}

/**
 * Returns the ids of running processes that have the data folder in their arguments or environment.
 */
export function processesUsing(folder: string): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && pid !== process.pid && usesFolder(pid, folder))
}

function usesFolder(pid: number, folder: string): boolean {
  try {
    return ['cmdline', 'environ'].some((file) =>
      readFileSync(`/proc/${pid}/${file}`, 'utf8').includes(folder),
    )
  } catch {
    return false
  }
}
