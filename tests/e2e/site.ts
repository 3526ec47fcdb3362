import { expect, test as base } from '@playwright/test';
import { join } from 'node:path';
import { serveSite } from '../../tools/site-server.ts';
import { ROOT } from '../../tools/stage.ts';

type Watch = {
  /** Addresses outside the site that the page or anything in it asked for. */
  foreign: string[];
  /** Uncaught exceptions in the page. */
  errors: string[];
};

/** The production build, served as any web server would; every test also asserts that the page stays with it. */
export const test = base.extend<{ watch: Watch }, { site: string }>({
  site: [
    async ({}, use) => {
      const server = await serveSite({ folder: join(ROOT, 'dist'), base: '/', port: 0 });
      await use(server.origin);
      await server.close();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ site }, use) => {
    await use(site);
  },
  watch: [
    async ({ context, baseURL }, use) => {
      const watch: Watch = { foreign: [], errors: [] };
      context.on('request', (request) => {
        const url = new URL(request.url());
        if (/^https?:$/.test(url.protocol) && url.origin !== baseURL) watch.foreign.push(request.url());
      });
      context.on('weberror', (error) => watch.errors.push(error.error().message));
      await use(watch);
      expect(watch.foreign, 'requests to other origins').toEqual([]);
      expect(watch.errors, 'uncaught exceptions in the page').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
