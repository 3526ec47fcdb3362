import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build } from 'vite';
import { serveSite } from '../../tools/build/site-server.ts';
import { CHROMIUM_ARGS, findChromium } from '../../tools/suites/browsers.ts';
import type { LensBench } from './lenses-page.ts';

/**
 * `node tests/bench/lenses.ts`: what each lens takes, built as it is shipped, of a report with so many rows; a report
 * of the judge has at most 100. Aim: no task of more than 200 ms after the first paint.
 */
const ROWS = [100, 5_000, 50_000];
const LENSES = ['growth', 'survivors', 'allocations', 'retainers'];

const folder = await mkdtemp(join(tmpdir(), 'leaklab-lenses-'));
await writeFile(
  join(folder, 'index.html'),
  '<!doctype html><body><script type="module" src="page.js"></script>',
);
await build({
  configFile: false,
  logLevel: 'error',
  plugins: [svelte({ configFile: false })],
  build: {
    outDir: folder,
    emptyOutDir: false,
    cssCodeSplit: false,
    rolldownOptions: {
      input: join(import.meta.dirname, 'lenses-page.ts'),
      output: { entryFileNames: 'page.js' },
      preserveEntrySignatures: false,
    },
  },
});

const found = await findChromium();
if (found.kind === 'missing') throw new Error(found.reason);
const site = await serveSite({ folder, base: '/', port: 0 });
const browser = await chromium.launch({ executablePath: found.path, args: CHROMIUM_ARGS });
try {
  console.log('lens          rows   first paint   longest task after it   elements');
  for (const lens of LENSES)
    for (const rows of ROWS) {
      const page = await browser.newPage({ viewport: { width: 720, height: 900 } });
      await page.goto(`${site.origin}/`);
      await page.waitForFunction(() => 'bench' in window);
      const shown = await page.evaluate(
        ([name, count]) => (window as unknown as { bench: LensBench }).bench.show(name, count),
        [lens, rows] as const,
      );
      const cells = [
        lens.padEnd(11),
        String(rows).padStart(7),
        `${shown.firstPaint.toFixed(0)} ms`.padStart(13),
        `${shown.longest.toFixed(0)} ms`.padStart(23),
        String(shown.drawn).padStart(10),
      ];
      console.log(cells.join(''));
      await page.close();
    }
} finally {
  await browser.close();
  await site.close();
  await rm(folder, { recursive: true });
}
