import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

// An odd time zone (45 minutes off the hour, with summer time), so that no date passes by luck.
process.env.TZ = 'Pacific/Chatham'

const shared = {
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') } },
}

// Upper bounds for a slow or busy machine; a test that passes does not wait for them.
const limits = {
  testTimeout: 120_000,
  hookTimeout: 120_000,
  expect: { poll: { timeout: 30_000, interval: 20 } },
} as const

const onPostgres = {
  environment: 'node',
  globalSetup: 'tests/support/postgresGlobalSetup.ts',
  ...limits,
} as const

export default defineConfig({
  test: {
    sequence: { shuffle: true },
    // Vitest leaves one core idle by default.
    maxWorkers: Math.max(2, availableParallelism()),
    projects: [
      {
        ...shared,
        test: {
          name: 'domain',
          include: ['tests/domain/**/*.test.ts'],
          environment: 'node',
          // Pure functions keep nothing between files, so their modules are loaded once per worker.
          isolate: false,
          ...limits,
        },
      },
      {
        ...shared,
        test: {
          name: 'server',
          include: ['tests/server/**/*.test.ts'],
          ...onPostgres,
        },
      },
      {
        ...shared,
        test: {
          name: 'app',
          include: ['tests/app/**/*.test.ts'],
          ...onPostgres,
        },
      },
    ],
  },
})
