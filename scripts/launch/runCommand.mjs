import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { StartupError } from './startupError.mjs'

export const PROJECT = fileURLToPath(new URL('../..', import.meta.url))

const PLAIN_REASONS = {
  ENOSPC: 'the disk is full',
  EROFS: `the disk that holds ${PROJECT} is read-only`,
  EACCES: `you lack the right to write in ${PROJECT}`,
}

let currentChild

/**
 * Makes Ctrl-C also stop a running install or build. Returns a function that removes the listener.
 */
export function stopChildOnSignal() {
  const stop = () => {
    currentChild?.kill('SIGTERM')
    process.exit(130)
  }
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) process.on(signal, stop)
  return () => {
    for (const signal of signals) process.off(signal, stop)
  }
}

/** Runs a command without output. The error of a failed command contains its last lines. */
export function runCommand(command, args, { title, env }) {
  return new Promise((done, fail) => {
    const child = spawn(command, args, {
      cwd: PROJECT,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    })
    currentChild = child
    let output = ''
    const keep = (chunk) => {
      output = (output + chunk).slice(-20_000)
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', (error) => fail(new StartupError(`${title} failed: ${error.message}`)))
    child.on('close', (code) => {
      currentChild = undefined
      if (code === 0) return done()
      const known = Object.keys(PLAIN_REASONS).find((name) => output.includes(name))
      if (known) return fail(new StartupError(`${title} failed: ${PLAIN_REASONS[known]}.`))
      fail(new StartupError(`${relevantOutput(output)}\n${title} failed; see the output above.`))
    })
  })
}

// npm prints the reason first and its usage last; other programs print the reason last.
function relevantOutput(output) {
  const lines = output.trim().split('\n')
  const npmError = lines.findIndex((line) => line.startsWith('npm error code'))
  return (npmError < 0 ? lines.slice(-30) : lines.slice(npmError, npmError + 12)).join('\n')
}
