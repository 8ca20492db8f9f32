// `npm test`: everything that must hold before a change is taken, on a fresh clone as well. Stops
// at the first step that fails and names it.
import { spawn } from 'node:child_process'
import { buildWhenNeeded } from './launch/build.mjs'
import { checkNode } from './launch/checks.mjs'
import { installWhenNeeded } from './launch/install.mjs'
import { patchWhenNeeded } from './launch/patches.mjs'
import { PROJECT, stopChildOnSignal } from './launch/run.mjs'
import { Refusal, sentence } from './launch/sentence.mjs'

const FEWEST_MODULES = 100

const steps = [
  ['format and lint', () => npmRun('lint')],
  ['types', () => npmRun('types')],
  ['import rules', checkImports],
  ['unused code', () => npmRun('unused')],
  ['domain and server tests', () => npmRun('test:node')],
  ['production build', buildWhenNeeded],
  ['browser tests', () => npmRun('test:browser')],
]

let title = 'install'
try {
  checkNode()
  process.chdir(PROJECT)
  const handOver = stopChildOnSignal()
  await installWhenNeeded({ dev: true })
  await patchWhenNeeded()
  handOver()
  for (const [name, work] of steps) {
    title = name
    const start = Date.now()
    process.stdout.write(`\n── ${name}\n`)
    await work()
    process.stdout.write(`── ${name}: passed in ${((Date.now() - start) / 1000).toFixed(1)} s\n`)
  }
  process.stdout.write('\nAll steps passed.\n')
} catch (error) {
  process.stderr.write(`${sentence(error)}\nnpm test failed in step "${title}".\n`)
  process.exit(1)
}

async function npmRun(script) {
  await command('npm', ['run', '--silent', script], 'inherit')
}

// The checker has been seen to look at nothing and call it a pass: so its count is checked too.
async function checkImports() {
  const output = await command('npm', ['run', '--silent', 'imports'], 'pipe')
  process.stdout.write(output)
  const seen = Number(/\((\d+) modules/.exec(output)?.[1] ?? 0)
  if (seen < FEWEST_MODULES) throw new Refusal(`The import rules saw only ${seen} modules.`)
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
      fail(new Refusal(`${program} ${args.join(' ')} ended with ${code ?? signal}.`))
    })
  })
}
