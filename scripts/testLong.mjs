// `npm run test:long`: the domain and server tests with the full number of random cases, and those
// that take too long for `npm test`. Arguments after `--`, such as one file, go to vitest.
import { spawn } from 'node:child_process'
import { PROJECT } from './launch/runCommand.mjs'

const args = ['node_modules/vitest/vitest.mjs', 'run', ...process.argv.slice(2)]
const tests = spawn(process.execPath, args, {
  cwd: PROJECT,
  env: { ...process.env, CONCORD_LONG_TESTS: '1' },
  stdio: 'inherit',
})
tests.on('close', (code) => process.exit(code ?? 1))
