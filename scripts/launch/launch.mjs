import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { buildWhenNeeded } from './buildWhenNeeded.mjs'
import { checkFolder, checkNode, checkPort, parsePort } from './checks.mjs'
import { lockFolder } from './folderLock.mjs'
import { installWhenNeeded } from './installWhenNeeded.mjs'
import { patchWhenNeeded } from './patches.mjs'
import { PROJECT, stopChildOnSignal } from './runCommand.mjs'
import { printLine, runStep } from './runStep.mjs'
import { errorMessage } from './startupError.mjs'

/**
 * Checks the machine, installs, builds and starts serve.ts. Reports a failure in one sentence on
 * stderr with exit code 1.
 */
export async function launch({ dev }) {
  let release = () => {}
  process.on('exit', () => release())
  try {
    checkNode()
    process.chdir(PROJECT)
    if (existsSync('.env')) process.loadEnvFile('.env')
    const data = resolve(process.env.CONCORD_DATA || '.data')
    const host = process.env.HOST || '127.0.0.1'
    const port = parsePort(process.env.PORT || '3000')
    checkFolder(data)
    const lock = lockFolder(data)
    release = lock.release
    // Processes of a killed run may need a moment to end and free the port.
    await checkPort(port, host, lock.wasStale ? 15_000 : 0)

    const stopListening = stopChildOnSignal()
    // Tests of the launcher use a small web server of their own: nothing to install or build.
    const own = !process.env.CONCORD_WEB_COMMAND
    if (own) await installWhenNeeded({ dev: false })
    await patchWhenNeeded()
    if (own && !dev) await buildWhenNeeded()
    const { register } = await import('tsx/esm/api')
    register()
    const { serve } = await import('../serve.ts')
    stopListening()
    await serve({ dev, data, host, port, runStep, printLine })
  } catch (error) {
    process.stderr.write(`${errorMessage(error)}\n`)
    if (process.env.CONCORD_DEBUG) console.error(error)
    process.exit(1)
  }
}
