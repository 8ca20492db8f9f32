import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { run } from './run.mjs'
import { step } from './step.mjs'

const LOCK = 'package-lock.json'
const INSTALLED = 'node_modules/.package-lock.json'
const STAMP = 'node_modules/.concord-lock-hash'

/** Installs the packages of the lock file when they are missing or older than it. */
export async function installWhenNeeded({ dev }) {
  if (isInstalled(dev)) return
  await step('Installing packages', () => install(dev ? ['--include=dev'] : []))
  writeFileSync(STAMP, hashOfLock())
}

async function install(more) {
  const quietly = ['--no-audit', '--no-fund', '--no-update-notifier', ...more]
  const title = 'Installing packages'
  try {
    await run('npm', ['ci', ...quietly], { title })
  } catch (error) {
    // A registry that serves one platform alone gives lock files without the others' packages.
    if (!error.message.includes('code EUSAGE')) throw error
    await run('npm', ['install', '--no-save', ...quietly], { title })
  }
}

function isInstalled(dev) {
  if (!existsSync(INSTALLED) || (dev && !existsSync('node_modules/vitest'))) return false
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hashOfLock()) return true
  // Installed by hand: npm writes its own list right after (or just before) the lock file.
  return statSync(INSTALLED).mtimeMs + 5_000 >= statSync(LOCK).mtimeMs
}

function hashOfLock() {
  return createHash('sha256').update(readFileSync(LOCK)).digest('hex')
}
