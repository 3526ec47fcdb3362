import { join } from 'node:path';
import { serveSite } from '../../tools/site-server.ts';
import { ROOT } from '../../tools/stage.ts';
import { Bench } from './bench.ts';
import { LESSONS } from './course.ts';
import { expect, test as base } from './site.ts';

const test = base.extend<object, { site: string }>({
  site: [
    async ({}, use) => {
      const server = await serveSite({
        folder: join(ROOT, '.cache', 'sub-path'),
        base: '/leaklab/',
        port: 0,
      });
      await use(server.origin);
      await server.close();
    },
    { scope: 'worker' },
  ],
});

test('under a sub-path every page, asset and the runtime stay below it', async ({ page, baseURL }) => {
  const astray: string[] = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.origin === baseURL && !url.pathname.startsWith('/leaklab/')) astray.push(url.pathname);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) astray.push(`${response.status()} ${response.url()}`);
  });
  await page.goto('/leaklab/');
  await page
    .getByRole('link', { name: new RegExp(LESSONS[0]?.title ?? '') })
    .first()
    .click();
  await expect(page).toHaveURL(/\/leaklab\/lessons\/[\w-]+\/$/);
  const bench = new Bench(page);
  await bench.expectAfter('Run', /^Ran /);
  await bench.root.getByRole('region', { name: /Press Enter to edit/ }).press('Enter');
  await expect(page.locator('.monaco-editor .view-line').first()).toHaveCSS('position', 'absolute');
  expect(astray).toEqual([]);
});
