import { defineConfig } from '@playwright/test'
import { chromiumLaunchOptions } from './scripts/chromium'

export default defineConfig({
  testDir: 'tests/browser',
  globalSetup: './tests/support/appGlobalSetup.ts',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    launchOptions: chromiumLaunchOptions(),
    locale: 'en-GB',
    timezoneId: 'Pacific/Chatham',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
  },
})
