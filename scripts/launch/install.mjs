import { existsSync, readFileSync } from 'node:fs'
import { run } from './run.mjs'
import { step } from './step.mjs'

const WANTED = 'package-lock.json'
const PRESENT = 'node_modules/.package-lock.json'

/** Installs the packages of the lock file when one of them is missing or of another version. */
export async function installWhenNeeded({ dev }) {
  if (isInstalled(dev)) return
  await step('Installing packages', () => install(dev ? ['--include=dev'] : []))
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

// By content, not by date: a fresh checkout touches the lock file without changing it.
function isInstalled(dev) {
  if (!existsSync(PRESENT)) return false
  const present = packagesOf(PRESENT)
  return Object.entries(packagesOf(WANTED)).every(([place, wanted]) => {
    if (place === '') return true
    const there = present[place]
    if (there) return there.version === wanted.version
    return wanted.optional || wanted.devOptional || wanted.peer || (wanted.dev && !dev)
  })
}

function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages
}
