import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal } from './sentence.mjs'

/**
 * Marks the data folder as ours until `release`. A mark left by a run that was killed is taken
 * over (`wasStale`); one of a run that lives is refused.
 */
export function takeFolder(folder) {
  const file = join(folder, 'lock')
  const mine = JSON.stringify({ pid: process.pid, since: startOf(process.pid) })
  let wasStale = false
  for (;;) {
    try {
      writeFileSync(file, mine, { flag: 'wx' })
      return { wasStale, release: () => releaseOwn(file, mine) }
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    const held = read(file)
    if (held === undefined) continue
    refuseWhenAlive(held, folder)
    wasStale = true
    moveAway(file, held, folder)
  }
}

// Two starts may find the same stale mark: whoever moves away the other's fresh one puts it back.
function moveAway(file, stale, folder) {
  const aside = `${file}.${process.pid}`
  try {
    renameSync(file, aside)
  } catch (error) {
    if (error.code === 'ENOENT') return
    throw error
  }
  const moved = read(aside)
  if (moved !== stale) linkSync(aside, file)
  rmSync(aside, { force: true })
  if (moved !== undefined && moved !== stale) refuseWhenAlive(moved, folder)
}

function refuseWhenAlive(held, folder) {
  const { pid, since } = parse(held)
  if (!pid || !isAlive(pid) || startOf(pid) !== since) return
  throw new Refusal(
    `The data folder ${folder} is in use by another run of Concord (process ${pid}): stop that one or set CONCORD_DATA to another folder.`,
  )
}

function releaseOwn(file, mine) {
  if (read(file) === mine) rmSync(file, { force: true })
}

function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

function parse(text) {
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

/** When a process began, in clock ticks since boot: tells it from a later one of the same number. */
function startOf(pid) {
  const stat = read(`/proc/${pid}/stat`)
  if (!stat) return null
  const boot = read('/proc/sys/kernel/random/boot_id')?.trim()
  return `${boot}/${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`
}
