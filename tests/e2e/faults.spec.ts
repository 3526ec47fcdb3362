import type { Page } from '@playwright/test';
import { Bench, SETTLED } from './bench.ts';
import { FIXTURE_LESSON, sandboxText } from './course.ts';
import { answer, cut, policy, silence, stall, startFaultyHost, type FaultyHost } from './faulty-host.ts';
import { expect, test as fixture } from './fixture-site.ts';

/**
 * What a host, a network, a browser's storage, its processes, its clock and a hostile program do to the workbench. Each
 * fault is a row: it ends in a sentence or is of no consequence, what was typed stays, and the next press works.
 */
const test = fixture.extend<{ mended: undefined }, { host: FaultyHost; site: string }>({
  host: [
    async ({ build }, use) => {
      const { serveSite } = await import('../../tools/build/site-server.ts');
      const { ROOT } = await import('../../tools/build/stage.ts');
      const site = await serveSite({ folder: `${ROOT}/${build.outDir}`, base: build.base, port: 0 });
      const host = await startFaultyHost(site.origin);
      await use(host);
      host.close();
      await site.close();
    },
    { scope: 'worker' },
  ],
  site: [async ({ host, build }, use) => use(host.origin + build.base), { scope: 'worker' }],
  mended: [
    async ({ host }, use) => {
      await use(undefined);
      host.mend();
    },
    { auto: true },
  ],
});

test.use({ visitor: 'returning' });

const FILE = 'ledger.py';
const TYPED = `${sandboxText(FIXTURE_LESSON, FILE)}\n# mine\n`;
const LOGIN = '<!doctype html><title>Sign in</title><form></form>';
const STDLIB = 'python_stdlib.zip';
const MANIFEST = 'runtime.json';

type Fault = {
  name: string;
  /** What this browser has kept of the runtime and does not have any more, by a part of its address. */
  forgets?: string[];
  /** Before the page is there. */
  before?: (host: FaultyHost, page: Page) => unknown;
  /** Once the page is there and something was typed. */
  meanwhile?: (page: Page, bench: Bench) => unknown;
  /** What the page says of the run; nothing where the fault is of no consequence. */
  says?: RegExp;
  /** How long the learner waits for it, by the page's clock. */
  waits?: number;
};

const lost = { forgets: [MANIFEST] };
const lostFile = { forgets: [STDLIB] };

const MANIFEST_FAULTS: Fault[] = [
  {
    name: 'a login page in place of the manifest',
    ...lost,
    before: (host) => host.fail(MANIFEST, answer(LOGIN)),
    says: /sent a web page in place of runtime\.json\. Does the network ask you to sign in first\?/,
  },
  {
    name: 'a manifest that is cut',
    ...lost,
    before: (host) => host.fail(MANIFEST, answer('{"pyodide":"314.0.7","version":"')),
    says: /sent only a part of runtime\.json/,
  },
  {
    name: 'a manifest without anything in it',
    ...lost,
    before: (host) => host.fail(MANIFEST, answer('{}')),
    says: /does not fit this page: its field "pyodide" is missing or wrong/,
  },
  {
    name: 'an empty manifest',
    ...lost,
    before: (host) => host.fail(MANIFEST, answer('')),
    says: /sent runtime\.json empty/,
  },
  {
    name: 'a manifest that is not there',
    ...lost,
    before: (host) => host.fail(MANIFEST, answer('Not found', 404)),
    says: /is not where it should be \(404 for /,
  },
  {
    name: 'a manifest that never comes',
    ...lost,
    before: (host) => host.fail(MANIFEST, silence),
    says: /The Python runtime did not come: no byte for 20 seconds\./,
    waits: 21,
  },
  {
    name: 'a login page in place of a manifest that was kept',
    before: (host) => host.fail(MANIFEST, answer(LOGIN)),
  },
  {
    name: 'a host in maintenance, with everything kept',
    before: (host) => host.fail('/runtime/', answer('Back soon', 503)),
  },
];

const FILE_FAULTS: Fault[] = [
  {
    name: 'a file that is not there',
    ...lostFile,
    before: (host) => host.fail(STDLIB, answer('Not found', 404)),
    says: /python_stdlib\.zip could not be fetched: the server answered 404\./,
  },
  {
    name: 'a login page in place of a file',
    ...lostFile,
    before: (host) => host.fail(STDLIB, answer(LOGIN)),
    says: /python_stdlib\.zip is not the file that this page was built with\./,
  },
  {
    name: 'a connection that is lost within a file',
    ...lostFile,
    before: (host) => host.fail(STDLIB, cut),
    says: /python_stdlib\.zip came only in part: the connection was lost\./,
  },
  {
    name: 'a file that stops to come',
    ...lostFile,
    before: (host) => host.fail(STDLIB, stall),
    says: /python_stdlib\.zip did not come: no byte for 20 seconds\./,
    waits: 21,
  },
  {
    name: 'a server that is not there',
    forgets: [MANIFEST, STDLIB],
    before: (host) => host.fail('/runtime/', (request) => request.socket.destroy()),
    says: /The Python runtime could not be reached\. Is the network there\?/,
  },
  {
    name: 'a shipped snapshot that is not there',
    forgets: ['snapshot'],
    before: (host) => host.fail('snapshot-', answer('Not found', 404)),
  },
  {
    name: 'something else in place of a shipped snapshot',
    forgets: ['snapshot'],
    before: (host) => host.fail('snapshot-', answer(LOGIN)),
  },
  {
    name: 'a network that is gone once Python is there',
    meanwhile: async (page, bench) => {
      await expect(bench.root.getByText('Python is ready')).toBeVisible(SETTLED);
      await page.context().setOffline(true);
    },
  },
];

const POLICY_FAULTS: Fault[] = [
  {
    name: 'a policy of the host that forbids the script of the frame',
    before: (host) => host.fail('/lessons/', policy("default-src 'self'")),
    says: /does not answer: a Content-Security-Policy header of the server seems to forbid its script\. Whoever runs this site/,
    waits: 11,
  },
  {
    name: 'a policy of the host that forbids the worker',
    before: (host) => host.fail('/lessons/', policy("worker-src 'self'")),
    says: /Content-Security-Policy header of the server forbids what Python needs \(worker-src\)/,
  },
  {
    name: 'a policy of the host that forbids WebAssembly',
    before: (host) =>
      host.fail('/lessons/', policy("script-src 'self' 'unsafe-inline' data:; worker-src data:")),
    says: /Content-Security-Policy header of the server forbids what Python needs \(script-src\)/,
  },
  {
    name: 'a policy of the host that allows what SECURITY.md lists',
    before: (host) =>
      host.fail(
        '/lessons/',
        policy(
          "default-src 'self'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval' data:; worker-src data:; style-src 'self' 'unsafe-inline'",
        ),
      ),
  },
];

/** Has the browser's cache storage answer `method` with a refusal. */
const refuse = (method: 'open' | 'put', error: string) => (_: FaultyHost, page: Page) =>
  page.addInitScript(
    ([name, kind]) => {
      const owner = name === 'open' ? CacheStorage.prototype : Cache.prototype;
      Object.assign(owner, { [name]: () => Promise.reject(new DOMException('no', kind)) });
    },
    [method, error] as const,
  );

/** Puts something else in the place of what was kept. */
const damage = (part: string) => (_: FaultyHost, page: Page) =>
  page.evaluate(async (text) => {
    const cache = await caches.open('leaklab-runtime');
    for (const { url } of await cache.keys()) {
      if (url.includes(text)) await cache.put(url, new Response('<!doctype html>'));
    }
  }, part);

const STORAGE_FAULTS: Fault[] = [
  { name: 'cache storage that is refused', before: refuse('open', 'SecurityError') },
  { name: 'cache storage that is full', ...lostFile, before: refuse('put', 'QuotaExceededError') },
  { name: 'a kept manifest that is damaged', before: damage(MANIFEST) },
  { name: 'a kept file that is damaged', before: damage('worker-') },
];

/** Does something to the worker of the interpreter that is ready; the one after it is empty yet. */
async function toWorker(page: Page, bench: Bench, act: () => unknown): Promise<void> {
  await expect(bench.root.getByText('Python is ready')).toBeVisible();
  await page.workers()[0]?.evaluate(act);
}

const PROCESS_FAULTS: Fault[] = [
  {
    name: 'a worker that falls',
    meanwhile: (page, bench) =>
      toWorker(page, bench, () =>
        setTimeout(() => {
          throw new Error('it fell');
        }),
      ),
    says: /it fell/,
  },
  {
    name: 'a worker that is gone without a word',
    meanwhile: (page, bench) => toWorker(page, bench, () => setTimeout(() => self.close())),
    says: /^Nothing came back for 60 seconds/,
    waits: 61,
  },
  {
    name: 'a frame that is gone',
    meanwhile: async (page, bench) => {
      await expect(bench.root.getByText('Python is ready')).toBeVisible();
      await page.evaluate(() => document.querySelector('iframe')?.remove());
    },
  },
];

const CLOCK_FAULTS: Fault[] = [
  { name: 'a clock that is set back by a year', meanwhile: (page) => page.clock.setSystemTime('2001-01-01') },
  { name: 'a clock that is set far ahead', meanwhile: (page) => page.clock.setSystemTime('2100-01-01') },
];

/** A program that has found the judge's way out, and what it sends by it. */
const hostile = (sends: string): string => `
import json, sys
frame = sys._getframe()
while "steps" not in frame.f_locals:
    frame = frame.f_back
steps = frame.f_locals["steps"]
while "wire" not in steps.gi_frame.f_locals:
    steps = steps.gi_yieldfrom
wire = steps.gi_frame.f_locals["wire"]
def send(**signal):
    wire.emit(json.dumps({"runId": wire.run_id, **signal}))
${sends}
`;

const program = (sends: string) => (_: Page, bench: Bench) => bench.type(FILE, hostile(sends));

const HOSTILE_PROGRAMS: Fault[] = [
  {
    name: 'a program that sends a sentence of 20 MB',
    meanwhile: program('send(kind="fault", fault="died", message="x" * 20_000_000)'),
    says: /^The program sent the page a signal of more than 524,288 characters/,
  },
  {
    name: 'a program that sends 50,000 paths',
    meanwhile: program(
      'path = {"root": "a", "steps": [], "text": "a", "type": "list", "count": 1, "retainedBytes": 1, "stored": []}\n' +
        'send(kind="explanation", explanation={"units": 1, "allocations": [], "survivors": [], "notes": [], "retainers": [path] * 50_000})',
    ),
    says: /^The program sent the page a signal of more than 524,288 characters/,
  },
  {
    name: 'a program that sends more rows than a page can show',
    meanwhile: program(
      'send(kind="explanation", explanation={"units": 1, "allocations": [], "survivors": [], "notes": ["x"] * 101, "retainers": []})',
    ),
    says: /Python said something that is no signal/,
  },
  {
    name: 'a program that sends signals without end',
    meanwhile: program('while True:\n    send(kind="phase", phase="load")'),
    // Which of the two it meets first depends on how fast the machine is.
    says: /^The program sent the page more than (2,000 signals in a second|10,000 signals in one run)/,
  },
  {
    name: 'a program that sends long texts without end',
    meanwhile: program('while True:\n    send(kind="output", stream="stdout", text="x" * 500_000)'),
    says: /^The program sent the page more than 4,194,304 characters in one run/,
  },
  {
    name: 'a program that sends what is no signal',
    meanwhile: program('wire.emit("<script>")'),
    says: /Python said something that is no signal: <script>/,
  },
];

const FAULTS: Fault[] = [
  ...[...MANIFEST_FAULTS, ...FILE_FAULTS, ...POLICY_FAULTS, ...STORAGE_FAULTS],
  ...[...PROCESS_FAULTS, ...CLOCK_FAULTS, ...HOSTILE_PROGRAMS],
];

const snapshots = (page: Page): Promise<number> =>
  page.evaluate(async () => (await (await caches.open('leaklab-snapshots')).keys()).length);

/** Makes sure that this browser was here before, and has it forget some of what it kept. */
async function visitBefore(page: Page, bench: Bench, forgets: readonly string[]): Promise<void> {
  await page.goto('./');
  if ((await snapshots(page)) === 0) {
    await bench.open(FIXTURE_LESSON);
    await expect.poll(() => snapshots(page), SETTLED).toBe(1);
  }
  await page.evaluate(async (parts) => {
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const { url } of await cache.keys())
        if (parts.some((part) => url.includes(part))) await cache.delete(url);
    }
  }, forgets);
}

for (const { name, forgets = [], before, meanwhile, says, waits } of FAULTS) {
  test(`${name} ${says ? 'is said, and the next press works' : 'changes nothing'}`, async ({
    page,
    host,
  }) => {
    const bench = new Bench(page);
    await visitBefore(page, bench, forgets);
    await before?.(host, page);
    await page.clock.install();
    await bench.open(FIXTURE_LESSON);
    await bench.type(FILE, TYPED);
    await meanwhile?.(page, bench);
    await bench.press('Run');
    const sentence = bench.root.getByText(says ?? /^Ran /).first();
    await expect(async () => {
      if (waits) await page.clock.fastForward(waits * 1000);
      await expect(sentence).toBeVisible({ timeout: waits ? 2000 : SETTLED.timeout });
    }).toPass();
    if (says) {
      host.mend();
      // A policy stays with the page that it came with.
      if (POLICY_FAULTS.some((one) => one.name === name)) await page.reload();
      if (meanwhile) await bench.type(FILE, TYPED);
      await bench.press('Run');
    }
    await bench.expectSaid(/^Ran /);
    await expect(await bench.edit(FILE)).toHaveValue(TYPED);
    await page.context().setOffline(false);
  });
}

test('a download that stalls is let go by Stop, and the next press asks anew', async ({ page, host }) => {
  const bench = new Bench(page);
  await visitBefore(page, bench, [STDLIB]);
  host.fail(STDLIB, stall);
  await bench.open(FIXTURE_LESSON);
  await bench.type(FILE, TYPED);
  await bench.press('Run');
  await expect(bench.root.getByText('the run then starts by itself').first()).toBeVisible();
  await bench.expectAfter('Stop', /^You stopped the run\.$/);
  host.mend();
  await bench.expectAfter('Run', /^Ran /);
});
