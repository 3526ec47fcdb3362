import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { CHROMIUM_ARGS, findChromium, findFirefox, findWebKit, type Found } from '../../tools/browsers.ts';
import { serveSite, type SiteServer } from '../../tools/site-server.ts';
import { ROOT } from '../../tools/stage.ts';
import type { Engine } from './engine.ts';
import { pressAndWait, press, typeIn } from './lesson.ts';
import { launchByPuppeteer } from './puppeteer.ts';
import { launchWebKit } from './webkit.ts';

const SLUG = 'asyncio-task-set';
const FILE = 'background.py';
const source = (overlay: string): string =>
  readFileSync(join(ROOT, 'sandboxes', SLUG, overlay, FILE), 'utf8');
const START = source('project');

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

    before(async () => {
      const found = await find();
      if (found.kind === 'missing') throw new Error(found.reason);
      server = await serveSite({ folder: join(ROOT, 'dist'), base: '/', port: 0 });
      engine = await launch(found.path);
      await engine.open(`${server.origin}/lessons/${SLUG}/`);
    });

    after(async () => {
      await engine.close();
      await server.close();
    });

    it('boots Python and runs the program under load', async () => {
      assert.match(await pressAndWait(engine, 'Run'), /^Ran [\d,]+ \w+ to the end\.$/);
    });

    it('keeps the snapshot that it made', async () => {
      const kept = await engine.evaluate(
        async () => (await (await caches.open('leaklab-snapshots')).keys()).length,
      );
      assert.equal(kept, 1);
    });

    it('checks a leaking program and says that it grows', async () => {
      assert.match(await pressAndWait(engine, 'Check'), /^Growing: /);
    });

    it('checks a fixed program and says that it is bounded', async () => {
      await typeIn(engine, FILE, source('fixes/discard-when-done'));
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
      await engine.open(`${server.origin}/lessons/${SLUG}/`);
      assert.match(await pressAndWait(engine, 'Run'), /^Ran /);
    });
  });
}
