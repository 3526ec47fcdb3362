import { strict as assert } from 'node:assert';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import {
  CHROMIUM_ARGS,
  findChromium,
  findFirefox,
  findWebKit,
  type Found,
} from '../../tools/suites/browsers.ts';
import { FIXTURE } from '../../tools/build/setup.ts';
import { serveSite, type SiteServer } from '../../tools/build/site-server.ts';
import { ROOT } from '../../tools/build/stage.ts';
import { FIXTURE_LESSON, fixFiles, sandboxText } from '../e2e/course.ts';
import type { Engine } from './engine.ts';
import { pressAndWait, press, typeIn } from './bench.ts';
import { launchByPuppeteer } from './puppeteer.ts';
import { launchWebKit } from './webkit.ts';

const FILE = 'ledger.py';
const START = sandboxText(FIXTURE_LESSON, FILE);

type Candidate = { name: string; find: () => Promise<Found>; launch: (path: string) => Promise<Engine> };

const CANDIDATES: Candidate[] = [
  {
    name: 'Chromium',
    find: findChromium,
    launch: (executablePath) => launchByPuppeteer({ executablePath, args: CHROMIUM_ARGS }),
  },
  {
    name: 'Firefox',
    find: findFirefox,
    launch: (executablePath) => launchByPuppeteer({ browser: 'firefox', executablePath }),
  },
  { name: 'WebKit', find: findWebKit, launch: launchWebKit },
];

for (const { name, find, launch } of CANDIDATES) {
  // A test that hangs in one engine must not keep the others from being tested.
  describe(name, { timeout: 900_000 }, () => {
    let server: SiteServer;
    let engine: Engine;
    let address: string;

    before(async () => {
      const found = await find();
      if (found.kind === 'missing') throw new Error(found.reason);
      const { outDir, base } = FIXTURE;
      server = await serveSite({ folder: join(ROOT, outDir), base, port: 0 });
      address = `${server.origin}${base}lessons/${FIXTURE_LESSON.slug}/`;
      engine = await launch(found.path);
      await engine.open(address);
    });

    after(async () => {
      await engine.close();
      await server.close();
    });

    it('boots Python and runs the program under load', async () => {
      assert.match(await pressAndWait(engine, 'Run'), /^Ran [\d,]+ \w+ to the end\.$/);
    });

    it('starts from the snapshot that the site ships, where it fits, and keeps the one that it has', async () => {
      const { kept, shipped, fits } = await engine.evaluate(async () => {
        const runtime = new URL('../../runtime/', location.href);
        const { snapshots } = (await (await fetch(new URL('runtime.json', runtime))).json()) as {
          snapshots: Record<string, { name: string }>;
        };
        const file = snapshots['[[],[]]']?.name ?? '';
        const { body } = await fetch(new URL(file, runtime));
        const unpacked = await new Response(body?.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
        const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', unpacked));
        const cache = await caches.open('leaklab-snapshots');
        let keys = await cache.keys();
        // No run waits for it: 40 MB may still be on their way to the disk.
        while (!keys.length) keys = await cache.keys();
        const response = keys[0] && (await cache.match(keys[0]));
        return {
          fits: 'Suspending' in WebAssembly,
          kept: response?.headers.get('x-integrity'),
          shipped: `sha256-${btoa(String.fromCharCode(...digest))}`,
        };
      });
      // One that a cold start has made here is not equal to it.
      assert.ok(kept);
      assert.equal(kept === shipped, fits);
      assert.equal(fits, name !== 'WebKit');
    });

    it('checks a leaking program and says that it grows', async () => {
      assert.match(await pressAndWait(engine, 'Check'), /^Growing: /);
    });

    it('checks a fixed program and says that it is bounded', async () => {
      for (const [name, text] of fixFiles(FIXTURE_LESSON)) await typeIn(engine, name, text);
      assert.match(await pressAndWait(engine, 'Check'), /^Bounded: /);
    });

    it('stops a loop that never ends', async () => {
      await typeIn(engine, FILE, `${START}\n\nwhile True:\n    pass\n`);
      await press(engine, 'Run', 'Importing the program');
      assert.equal(await pressAndWait(engine, 'Stop'), 'You stopped the run.');
    });

    it('meets the memory limit and lives on', async () => {
      await typeIn(
        engine,
        FILE,
        `${START}\n\nHOARD = []\nwhile True:\n    HOARD.append(bytearray(10_000_000))\n`,
      );
      assert.match(await pressAndWait(engine, 'Run'), /limit of 256 MiB/);
      await typeIn(engine, FILE, START);
      assert.match(await pressAndWait(engine, 'Run'), /^Ran /);
    });

    it('runs again on a later visit', async () => {
      await engine.open(address);
      assert.match(await pressAndWait(engine, 'Run'), /^Ran /);
    });
  });
}
