import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

// An odd time zone (45 minutes off the hour, with summer time), so that no date passes by luck.
process.env.TZ = 'Pacific/Chatham'

const shared = {
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') } },
}

const onPostgres = {
  environment: 'node',
  globalSetup: 'tests/support/postgresGlobalSetup.ts',
  testTimeout: 30_000,
  hookTimeout: 60_000,
} as const

export default defineConfig({
  test: {
    sequence: { shuffle: true },
    projects: [
      {
        ...shared,
        test: {
          name: 'domain',
          include: ['tests/domain/**/*.test.ts'],
          environment: 'node',
          testTimeout: 30_000,
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
