// Named imports that an old Node lacks would fail before it can be told that it is too old.
import fs from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Refusal } from './sentence.mjs'

const OLDEST_NODE = [20, 12]
const ROOM_NEEDED_MB = 200

export function checkNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number)
  const enough = major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])
  if (enough) return
  throw new Refusal(
    `Concord needs Node ${OLDEST_NODE.join('.')} or newer, and this is Node ${version}.`,
  )
}

export function portFrom(text) {
  const port = Number(text)
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port
  throw new Refusal(`PORT is malformed: "${text}" is not a port number from 1 to 65535.`)
}

/** Refuses when the port is taken; gives it `patience` milliseconds to become free. */
export async function checkPort(port, host, patience) {
  const end = Date.now() + patience
  for (;;) {
    const problem = await tryPort(port, host)
    if (!problem) return
    if (problem === 'EADDRINUSE' && Date.now() < end) {
      await pause(100)
      continue
    }
    throw new Refusal(portSentence(problem, port, host))
  }
}

function portSentence(problem, port, host) {
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

/** Makes the data folder and tries a write, so that a full or read-only disk is told at once. */
export function checkFolder(folder) {
  const probe = join(folder, '.write-check')
  try {
    fs.mkdirSync(folder, { recursive: true })
    const { bavail, bsize } = fs.statfsSync(folder)
    const free = Math.floor((bavail * bsize) / 1_048_576)
    if (free < ROOM_NEEDED_MB) throw new Refusal(fullSentence(folder, `${free} MB are left`))
    fs.writeFileSync(probe, 'x')
    fs.rmSync(probe)
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal(folderSentence(folder, error))
  }
}

function fullSentence(folder, left) {
  return `The disk that holds ${folder} is full (${left}, Concord needs ${ROOM_NEEDED_MB} MB): free some space or set CONCORD_DATA to a folder elsewhere.`
}

function folderSentence(folder, error) {
  if (error.code === 'ENOSPC') return fullSentence(folder, 'nothing could be written')
  if (error.code === 'ENOTDIR' || error.code === 'EEXIST') {
    return `The data folder ${folder} cannot be made, because a file stands in its place: set CONCORD_DATA to another folder.`
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
