/// <reference types="vitest/config" />
/// <reference types="vitest/config" />
import { playwright } from '@vitest/browser-playwright';
import { getViteConfig } from 'astro/config';
import { CHROMIUM_ARGS } from './tools/suites/browsers.ts';

const shared = { environment: 'node' } as const;

const { CHROMIUM } = process.env;

const config = getViteConfig({
  test: {
    projects: [
      {
        extends: true,
        // Styles are text that some read colours from.
        test: {
          ...shared,
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          css: { include: [/tokens\.css/] },
        },
      },
      {
        extends: true,
        // Found late, it would have the page reloaded under the first test.
        optimizeDeps: { include: ['axe-core', '@viz-js/viz', 'd3-hierarchy'] },
        test: {
          name: 'component',
          include: ['tests/component/**/*.test.ts'],
          setupFiles: ['tests/component/setup.ts'],
          restoreMocks: true,
          browser: {
            enabled: true,
            headless: true,
            viewport: { width: 1280, height: 900 },
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                args: CHROMIUM_ARGS,
                ...(CHROMIUM === undefined ? {} : { executablePath: CHROMIUM }),
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: 'contract',
          include: ['tests/contract/**/*.test.ts'],
          // A real run in Pyodide takes up to a minute, and two of them at once are what two cores carry.
          testTimeout: 300_000,
          hookTimeout: 300_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});

export { config as default };
