// `npm test`: all checks that a change must pass, also on a fresh clone. Stops at the first failing
// step and names it.
import { buildWhenNeeded } from './launch/buildWhenNeeded.mjs'
import { checkNode } from './launch/checks.mjs'
import { installWhenNeeded } from './launch/installWhenNeeded.mjs'
import { patchWhenNeeded } from './launch/patches.mjs'
import { PROJECT, stopChildOnSignal } from './launch/runCommand.mjs'
import { CHECKS, npmRun, runSteps } from './test/steps.mjs'

process.chdir(PROJECT)
await runSteps('npm test', [
  ['install', install],
  ...CHECKS,
  ['domain and server tests', () => npmRun('test:node')],
  ['production build', buildWhenNeeded],
  ['browser tests', () => npmRun('test:browser')],
])

async function install() {
  checkNode()
  const stopListening = stopChildOnSignal()
  await installWhenNeeded({ dev: true })
  await patchWhenNeeded()
  stopListening()
}
