// Runs between Concord and its embedded PostgreSQL: when Concord dies, even by kill -9, the IPC
// channel closes and this process shuts the database down cleanly.
import { spawn } from 'node:child_process'
import { openSync, rmSync } from 'node:fs'

const { command, args, logFile, uid, gid, removeOnExit } = JSON.parse(process.argv[2] ?? '{}')
const output = openSync(logFile, 'a')
const postgres = spawn(command, args, {
  stdio: ['ignore', output, output],
  detached: true,
  cwd: '/',
  env: { PATH: process.env.PATH, LC_ALL: 'C' },
  ...(uid === undefined ? {} : { uid, gid }),
})

let stopping = false
function stop() {
  if (stopping) return
  stopping = true
  postgres.kill('SIGINT')
  setTimeout(() => postgres.kill('SIGQUIT'), 20_000).unref()
}

postgres.on('error', () => process.exit(1))
postgres.on('exit', (code) => {
  if (removeOnExit) rmSync(removeOnExit, { recursive: true, force: true })
  process.exit(code ?? 1)
})
process.on('disconnect', stop)
process.on('uncaughtException', stop)
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop)
// Concord may have ended already.
if (process.connected) process.send({ pid: postgres.pid }, () => {})
else stop()
