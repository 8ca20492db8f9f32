import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '@/db/embedded/embeddedPostgres'
import { prepareChromium } from '@/scripts/chromium'

/**
 * Starts a production build of Concord as `npm start` does, on a free port with a new data folder,
 * and sets CONCORD_URL. When CONCORD_URL is already set, that instance is used.
 */
export default async function setup(): Promise<() => Promise<void>> {
  await prepareChromium()
  if (process.env.CONCORD_URL) return async () => {}
  const data = mkdtempSync(join(tmpdir(), 'concord-browser-'))
  const port = await freePort()
  const concord = spawn(process.execPath, ['scripts/start.mjs'], {
    env: { ...process.env, PORT: String(port), CONCORD_DATA: data },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await waitUntilReady(concord)
  process.env.CONCORD_URL = `http://localhost:${port}`
  return async () => {
    concord.kill('SIGTERM')
    await once(concord, 'exit')
    await rm(data, { recursive: true, force: true })
  }
}

async function waitUntilReady(concord: ChildProcess): Promise<void> {
  await new Promise<void>((ready, fail) => {
    let output = ''
    concord.stdout?.on('data', (chunk) => {
      output += chunk
      if (output.includes('is ready at')) ready()
    })
    concord.once('exit', (code) => fail(new Error(`Concord ended with ${code}.\n${output}`)))
  })
}
