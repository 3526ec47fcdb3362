import { defineConfig } from '@playwright/test';
import { CHROMIUM_ARGS } from './tools/suites/browsers.ts';

const { CHROMIUM } = process.env;

const config = defineConfig({
  testDir: 'tests',
  testMatch: ['e2e/**/*.spec.ts', 'size/**/*.spec.ts'],
  outputDir: 'test-results/playwright',
  workers: 2,
  fullyParallel: true,
  // Bounds for what hangs, not for what is slow: on a crowded machine a whole check takes minutes.
  timeout: 600_000,
  expect: { timeout: 60_000 },
  forbidOnly: true,
  reporter: 'list',
  use: {
    actionTimeout: 120_000,
    viewport: { width: 1440, height: 900 },
    launchOptions: { args: CHROMIUM_ARGS, ...(CHROMIUM === undefined ? {} : { executablePath: CHROMIUM }) },
    trace: 'off',
    // What a test answers in the server’s place has to be asked for by the page itself; offline.spec.ts allows them.
    serviceWorkers: 'block',
  },
});

export { config as default };
