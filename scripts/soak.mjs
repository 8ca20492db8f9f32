// `npm run test:soak`: simulated users with random commands, ten times as long as in `npm test`.
import { spawn } from 'node:child_process'
import { PROJECT } from './launch/runCommand.mjs'

const args = ['run', '--project', 'server', 'tests/server/write/simulatedUsers.test.ts']
const soak = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', ...args], {
  cwd: PROJECT,
  env: { ...process.env, CONCORD_SOAK: process.env.CONCORD_SOAK || '20000' },
  stdio: 'inherit',
})
soak.on('close', (code) => process.exit(code ?? 1))
