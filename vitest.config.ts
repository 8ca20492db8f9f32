import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { isolatedTestFiles } from './scripts/test/isolatedTestFiles.mjs'

// An odd time zone (45 minutes off the hour, with summer time), so that no date passes by luck.
process.env.TZ = 'Pacific/Chatham'

const shared = {
  environment: 'node',
  // Upper bounds for a slow or busy machine; a test that passes does not wait for them.
  testTimeout: 120_000,
  hookTimeout: 120_000,
  expect: { poll: { timeout: 30_000, interval: 20 } },
} as const

const resolve = {
  alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') },
}
const globalSetup = 'tests/support/postgresGlobalSetup.ts'
const isolated = [...isolatedTestFiles('tests/app'), ...isolatedTestFiles('tests/server')]

export default defineConfig({
  test: {
    sequence: { shuffle: true },
    // Vitest leaves one core idle by default.
    maxWorkers: Math.max(2, availableParallelism()),
    projects: [
      { name: 'domain', include: ['tests/domain/**/*.test.ts'], isolate: false },
      {
        name: 'app',
        include: ['tests/app/**/*.test.ts'],
        exclude: isolated,
        isolate: false,
        globalSetup,
      },
      {
        name: 'server',
        include: ['tests/server/**/*.test.ts'],
        exclude: isolated,
        isolate: false,
        globalSetup,
      },
      { name: 'isolated', include: isolated, globalSetup },
      // One after another, so that a process can keep its modules from file to file.
    ].map((test, groupOrder) => ({
      resolve,
      test: { ...shared, ...test, sequence: { groupOrder } },
    })),
  },
})
