import { defineConfig } from '@playwright/test';

// The product is started by tools/test.mjs (or by hand: BASE_URL=http://localhost:4300); Chromium is the system's.
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.e2e-spec.ts',
  timeout: 120_000,
  expect: { timeout: 20_000 },
  fullyParallel: false,
  workers: 1,
  // A journey that passes at its second try is reported as flaky, not as passed in silence.
  retries: process.env['CI'] ? 1 : 0,
  forbidOnly: true,
  outputDir: '../../test-results',
  use: {
    baseURL: process.env['BASE_URL'] ?? 'http://localhost:4300',
    locale: 'da-DK',
    timezoneId: 'Europe/Copenhagen',
    viewport: { width: 1440, height: 900 },
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
