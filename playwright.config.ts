import { defineConfig } from '@playwright/test'
import { chromiumLaunchOptions } from './scripts/chromium'

export default defineConfig({
  testDir: 'tests/browser',
  globalSetup: './tests/support/appGlobalSetup.ts',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  // Upper bounds for a slow or busy machine; a test that passes does not wait for them.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    launchOptions: chromiumLaunchOptions(),
    locale: 'en-GB',
    timezoneId: 'Pacific/Chatham',
    screenshot: 'only-on-failure',
    // Recording slows every test by a quarter: `npx playwright test --trace retain-on-failure`.
    trace: 'off',
  },
})
