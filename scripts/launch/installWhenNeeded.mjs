import { existsSync, readFileSync } from 'node:fs'
import { runCommand } from './runCommand.mjs'
import { runStep } from './runStep.mjs'

const WANTED_LOCK_FILE = 'package-lock.json'
const INSTALLED_LOCK_FILE = 'node_modules/.package-lock.json'

/** Installs the packages of the lock file when one is missing or has another version. */
export async function installWhenNeeded({ dev }) {
  if (isInstalled(dev)) return
  await runStep('Installing packages', () => install(dev ? ['--include=dev'] : []))
}

async function install(moreArguments) {
  const options = ['--no-audit', '--no-fund', '--no-update-notifier', ...moreArguments]
  const title = 'Installing packages'
  try {
    await runCommand('npm', ['ci', ...options], { title })
  } catch (error) {
    // With a registry that serves only one platform, the lock file lacks the packages of other
    // platforms.
    if (!error.message.includes('code EUSAGE')) throw error
    await runCommand('npm', ['install', '--no-save', ...options], { title })
  }
}

// Compares contents and not dates: a fresh checkout changes the date of the lock file.
function isInstalled(dev) {
  if (!existsSync(INSTALLED_LOCK_FILE)) return false
  const installed = packagesOf(INSTALLED_LOCK_FILE)
  return Object.entries(packagesOf(WANTED_LOCK_FILE)).every(([path, wanted]) => {
    if (path === '') return true
    const found = installed[path]
    if (found) return found.version === wanted.version
    return wanted.optional || wanted.devOptional || wanted.peer || (wanted.dev && !dev)
  })
}

function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages
}
