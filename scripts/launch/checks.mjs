// An old Node lacks some named exports. Importing those would fail before the version check.
import fs from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { StartupError } from './startupError.mjs'

const MIN_NODE_VERSION = [20, 12]
const MIN_FREE_MB = 200

export function checkNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number)
  const enough =
    major > MIN_NODE_VERSION[0] || (major === MIN_NODE_VERSION[0] && minor >= MIN_NODE_VERSION[1])
  if (enough) return
  throw new StartupError(
    `Concord needs Node ${MIN_NODE_VERSION.join('.')} or newer, and this is Node ${version}.`,
  )
}

export function parsePort(text) {
  const port = Number(text)
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port
  throw new StartupError(`PORT is malformed: "${text}" is not a port number from 1 to 65535.`)
}

/** Waits until the port is free. Throws a StartupError when it is still taken after `timeoutMs`. */
export async function checkPort(port, host, timeoutMs) {
  const end = Date.now() + timeoutMs
  for (;;) {
    const problem = await tryPort(port, host)
    if (!problem) return
    if (problem === 'EADDRINUSE' && Date.now() < end) {
      await pause(100)
      continue
    }
    throw new StartupError(portErrorMessage(problem, port, host))
  }
}

function portErrorMessage(problem, port, host) {
  if (problem === 'EADDRINUSE') {
    return `Port ${port} is in use by another program: set PORT to a free one, for example PORT=${port + 1} npm start.`
  }
  if (problem === 'EACCES') return `Port ${port} may only be used by root: set PORT to another one.`
  return `Concord cannot listen on ${host}:${port} (${problem}): check HOST and PORT.`
}

function tryPort(port, host) {
  return new Promise((done) => {
    const server = createServer()
    server.once('error', (error) => done(error.code))
    server.listen(port, host, () => server.close(() => done(undefined)))
  })
}

/**
 * Creates the data folder and tests a write, so that a full or read-only disk is reported at once.
 */
export function checkFolder(folder) {
  const probe = join(folder, '.write-check')
  try {
    fs.mkdirSync(folder, { recursive: true })
    const { bavail, bsize } = fs.statfsSync(folder)
    const free = Math.floor((bavail * bsize) / 1_048_576)
    if (free < MIN_FREE_MB) throw new StartupError(diskFullMessage(folder, `${free} MB are left`))
    fs.writeFileSync(probe, 'x')
    fs.rmSync(probe)
  } catch (error) {
    if (error instanceof StartupError) throw error
    throw new StartupError(folderErrorMessage(folder, error))
  }
}

function diskFullMessage(folder, left) {
  return `The disk that holds ${folder} is full (${left}, Concord needs ${MIN_FREE_MB} MB): free some space or set CONCORD_DATA to a folder elsewhere.`
}

function folderErrorMessage(folder, error) {
  if (error.code === 'ENOSPC') return diskFullMessage(folder, 'nothing could be written')
  if (error.code === 'ENOTDIR' || error.code === 'EEXIST') {
    return `The data folder ${folder} cannot be made, because a file with that name exists: set CONCORD_DATA to another folder.`
  }
  const reasons = {
    EROFS: 'its disk is read-only',
    ENOENT: 'its disk is read-only',
    EACCES: 'you lack the right to',
    EPERM: 'you lack the right to',
  }
  const reason = reasons[error.code] ?? error.code
  return `The data folder ${folder} cannot be written (${reason}): set CONCORD_DATA to a folder of yours.`
}
