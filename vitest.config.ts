/// <reference types="vitest/config" />
/// <reference types="vitest/config" />
import { getViteConfig } from 'astro/config';

const shared = { environment: 'node' } as const;

const config = getViteConfig({
  test: {
    projects: [
      { extends: true, test: { ...shared, name: 'unit', include: ['tests/unit/**/*.test.ts'] } },
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
