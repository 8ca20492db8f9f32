import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/**
 * Cleans up after a killed run: cleanly shuts down a PostgreSQL that still runs in the folder, and
 * removes a pid file whose number now belongs to another program. Resolves when nothing runs in the
 * folder any more.
 */
export async function stopOrphans(folder: string): Promise<void> {
  const pidFile = join(folder, 'postmaster.pid')
  const postmaster = readPid(pidFile)
  const running = processesIn(folder)
  if (postmaster && running.includes(postmaster)) {
    sendSignal(postmaster, 'SIGINT')
    await waitUntilStopped(folder, 20_000)
  }
  // Without their postmaster the other processes end by themselves, unless they are in a long
  // query.
  if (processesIn(folder).length > 0) await waitUntilStopped(folder, 3_000)
  for (const pid of processesIn(folder)) sendSignal(pid, 'SIGKILL')
  await waitUntilStopped(folder, 5_000)
  if (postmaster && !running.includes(postmaster) && isAlive(postmaster)) rmSync(pidFile)
}

/**
 * Returns the process id in the first line of a postmaster.pid; undefined when the file does not
 * exist.
 */
export function readPid(pidFile: string): number | undefined {
  try {
    const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0])
    return Number.isInteger(pid) && pid > 0 ? pid : undefined
  } catch {
    return undefined
  }
}

async function waitUntilStopped(folder: string, milliseconds: number): Promise<void> {
  const end = Date.now() + milliseconds
  while (processesIn(folder).length > 0 && Date.now() < end) await pause(50)
}

/** Returns the PostgreSQL processes of a folder. Each has its data folder as working directory. */
function processesIn(folder: string): number[] {
  const realFolder = realpathSync(folder)
  try {
    return readdirSync('/proc')
      .map(Number)
      .filter((pid) => pid > 0 && isWorkingIn(pid, realFolder))
  } catch {
    const list = spawnSync('ps', ['-axo', 'pid=,command='], { encoding: 'utf8' }).stdout ?? ''
    return list
      .split('\n')
      .filter((line) => line.includes(`-D ${realFolder}`))
      .map((line) => Number.parseInt(line, 10))
  }
}

function isWorkingIn(pid: number, folder: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === folder && !isZombie(pid)
  } catch {
    return false
  }
}

function isZombie(pid: number): boolean {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  return stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z')
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function sendSignal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // The process has ended in the meantime.
  }
}
