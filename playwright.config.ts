import { defineConfig } from '@playwright/test';
import { CHROMIUM_ARGS } from './tools/browsers.ts';

const { CHROMIUM } = process.env;

const config = defineConfig({
  testDir: 'tests',
  testMatch: ['e2e/**/*.spec.ts', 'size/**/*.spec.ts'],
  outputDir: 'test-results/playwright',
  workers: 2,
  fullyParallel: true,
  // A whole check in a fresh interpreter takes half a minute on a busy machine, and a lesson has several.
  timeout: 240_000,
  expect: { timeout: 60_000 },
  forbidOnly: true,
  reporter: 'list',
  use: {
    viewport: { width: 1440, height: 900 },
    launchOptions: { args: CHROMIUM_ARGS, ...(CHROMIUM === undefined ? {} : { executablePath: CHROMIUM }) },
    trace: 'off',
  },
});

export { config as default };
