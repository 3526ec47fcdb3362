import { expect, test as base, type BrowserContext, type Request, type WebError } from '@playwright/test';
import { join } from 'node:path';
import { COURSE, type SiteBuild } from '../../tools/build/setup.ts';
import { serveSite } from '../../tools/build/site-server.ts';
import { ROOT } from '../../tools/build/stage.ts';

type Watch = {
  /** Addresses that the page or anything in it asked for and that are not the site's. */
  foreign: string[];
  /** Uncaught exceptions in the page. */
  errors: string[];
};

type TestFixtures = {
  /** A returning visitor has Python's files and snapshots, which take seconds to make, and no progress. */
  visitor: 'new' | 'returning';
  watch: Watch;
};
type WorkerFixtures = { build: SiteBuild; site: string; visited: BrowserContext };

/** The production build, served as any web server would; every test also asserts that the page stays with it. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  build: [COURSE, { scope: 'worker', option: true }],
  site: [
    async ({ build }, use) => {
      const server = await serveSite({ folder: join(ROOT, build.outDir), base: build.base, port: 0 });
      await use(server.origin + build.base);
      await server.close();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ site }, use) => {
    await use(site);
  },
  visitor: ['new', { option: true }],
  visited: [
    async ({ browser, site }, use) => {
      const viewport = { width: 1440, height: 900 };
      const context = await browser.newContext({ baseURL: site, viewport, serviceWorkers: 'block' });
      await use(context);
      await context.close();
    },
    { scope: 'worker' },
  ],
  context: async ({ context, visitor, visited }, use) => {
    if (visitor === 'new') {
      await use(context);
      return;
    }
    await use(visited);
    await Promise.all(visited.pages().map((page) => page.close()));
    await visited.setStorageState({ cookies: [], origins: [] });
  },
  watch: [
    async ({ context, site }, use) => {
      const watch: Watch = { foreign: [], errors: [] };
      const onRequest = (request: Request) => {
        const url = request.url();
        if (/^https?:/.test(url) && !url.startsWith(site)) watch.foreign.push(url);
      };
      const onError = (error: WebError) => watch.errors.push(error.error().stack ?? error.error().message);
      context.on('request', onRequest).on('weberror', onError);
      await use(watch);
      context.off('request', onRequest).off('weberror', onError);
      expect(watch.foreign, 'requests to other addresses than the site’s').toEqual([]);
      expect(watch.errors, 'uncaught exceptions in the page').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
