import { spawn } from 'node:child_process'
import { errorMessage, StartupError } from '../launch/startupError.mjs'

const FEWEST_MODULES = 100

/** The static checks: a title and a function that rejects when it finds a problem. */
export const CHECKS = [
  ['format and lint', () => npmRun('lint')],
  ['types, import rules and unused code', checkTypesAndImports],
]

/** Runs the slow checks side by side, since each of them uses one core. */
async function checkTypesAndImports() {
  const checks = [npmRun('types'), checkImports().then(() => npmRun('unused'))]
  const results = await Promise.allSettled(checks)
  const failure = results.find(({ status }) => status === 'rejected')
  if (failure) throw failure.reason
}

/**
 * Runs steps one after the other and prints the time of each. The first failure ends the process
 * with exit code 1 and is named.
 * @param {string} command the command as typed, for the last line
 * @param {[string, () => Promise<void>][]} steps
 */
export async function runSteps(command, steps) {
  let current = ''
  try {
    for (const [title, work] of steps) {
      current = title
      const start = Date.now()
      process.stdout.write(`\n── ${title}\n`)
      await work()
      const seconds = ((Date.now() - start) / 1000).toFixed(1)
      process.stdout.write(`── ${title}: passed in ${seconds} s\n`)
    }
    process.stdout.write('\nAll steps passed.\n')
  } catch (error) {
    process.stderr.write(`${errorMessage(error)}\n${command} failed in step "${current}".\n`)
    process.exit(1)
  }
}

/** Runs an npm script with its output shown. */
export async function npmRun(script) {
  await command('npm', ['run', '--silent', script], 'inherit')
}

// The import checker has passed without checking any file before, so its file count is checked too.
async function checkImports() {
  const output = await command('npm', ['run', '--silent', 'imports'], 'pipe')
  process.stdout.write(output)
  const modules = Number(/\((\d+) modules/.exec(output)?.[1] ?? 0)
  if (modules < FEWEST_MODULES)
    throw new StartupError(`The import rules saw only ${modules} modules.`)
}

function command(program, args, stdout) {
  return new Promise((done, fail) => {
    const child = spawn(program, args, {
      stdio: ['ignore', stdout, 'inherit'],
      shell: process.platform === 'win32',
    })
    let output = ''
    child.stdout?.on('data', (chunk) => {
      output += chunk
    })
    child.on('error', fail)
    child.on('close', (code, signal) => {
      if (code === 0) return done(output)
      process.stdout.write(output)
      fail(new StartupError(`${program} ${args.join(' ')} ended with ${code ?? signal}.`))
    })
  })
}
