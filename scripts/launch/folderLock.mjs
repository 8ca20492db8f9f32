import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartupError } from './startupError.mjs'

/**
 * Locks the data folder until `release` is called. Replaces the lock of a killed run (`wasStale`).
 * @throws StartupError when the process that holds the lock is alive
 */
export function lockFolder(folder) {
  const file = join(folder, 'lock')
  const mine = JSON.stringify({ pid: process.pid, since: processStartTime(process.pid) })
  let wasStale = false
  for (;;) {
    try {
      writeFileSync(file, mine, { flag: 'wx' })
      return { wasStale, release: () => releaseLock(file, mine) }
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    const existingLock = readIfExists(file)
    if (existingLock === undefined) continue
    throwIfOwnerAlive(existingLock, folder)
    wasStale = true
    removeStaleLock(file, existingLock, folder)
  }
}

// Two starts may find the same stale lock. One that moved away the other's fresh lock puts it back.
function removeStaleLock(file, stale, folder) {
  const aside = `${file}.${process.pid}`
  try {
    renameSync(file, aside)
  } catch (error) {
    if (error.code === 'ENOENT') return
    throw error
  }
  const moved = readIfExists(aside)
  if (moved !== stale) linkSync(aside, file)
  rmSync(aside, { force: true })
  if (moved !== undefined && moved !== stale) throwIfOwnerAlive(moved, folder)
}

function throwIfOwnerAlive(existingLock, folder) {
  const { pid, since } = parseLock(existingLock)
  if (!pid || !isAlive(pid) || processStartTime(pid) !== since) return
  throw new StartupError(
    `The data folder ${folder} is in use by another run of Concord (process ${pid}): stop that one or set CONCORD_DATA to another folder.`,
  )
}

function releaseLock(file, mine) {
  if (readIfExists(file) === mine) rmSync(file, { force: true })
}

function readIfExists(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

function parseLock(text) {
  try {
    return JSON.parse(text)
  } catch {
    return {}
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/**
 * Returns when a process started, in clock ticks since boot, to tell it from a later one with the
 * same id.
 */
function processStartTime(pid) {
  const stat = readIfExists(`/proc/${pid}/stat`)
  if (!stat) return null
  const boot = readIfExists('/proc/sys/kernel/random/boot_id')?.trim()
  return `${boot}/${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`
}
