import { expect, test } from 'vitest';
import { check } from '../../src/runtime/judge.ts';
import { openNodeRuntime } from '../../src/runtime/node.ts';
import type { Program } from '../../src/runtime/protocol.ts';
import { RUNTIME_FOLDER } from '../../tools/build/runtime.ts';

/** What a program could try in the browser alone; what it could try anywhere is tested natively. */
const runtime = await openNodeRuntime(RUNTIME_FOLDER);
const execute = await runtime.open({ packages: [], preload: [] });

const program = (app: string): Program => ({
  unit: 'request',
  contract: { cap: 12_800, budgetBytes: 300_000, sensitivity: 1, warmUp: 300, ratePerSecond: 20 },
  project: { 'app.py': app, 'diagnose.py': '' },
  harness: { 'workload.py': 'import app\n\n\ndef run(i):\n    app.handle(i)\n' },
});

const judged = async (app: string) => (await check(execute, program(app), () => undefined, 1)).outcome;

test.each([
  ['the module js', 'import js\n\ndef handle(i):\n    js.stash = i\n'],
  ['run_js', 'from pyodide.code import run_js\n\ndef handle(i):\n    run_js(f"globalThis.stash = {i}")\n'],
])('nothing can be stashed in JavaScript by %s', async (_name, app) => {
  expect(await judged(app)).toMatchObject({ kind: 'crashed' });
});

const ASYNC = 'import app\n\n\nasync def run(i):\n    await app.handle(i)\n';

/** Keeps everything, except where it sees on its stack that somebody judges. */
const hiding = (handle: string) => `
import sys

def is_judged():
    frame = sys._getframe()
    while frame is not None:
        if "leaklab" in f"{frame.f_code.co_filename} {frame.f_globals.get('__name__')}":
            return True
        frame = frame.f_back
    return False

SEEN = []
JUDGED = is_judged()

${handle} handle(i):
    if not JUDGED and not is_judged():
        SEEN.append([i] * 100)
`;

test.each([
  ['a plain', 'def', program('').harness],
  ['an async', 'async def', { 'workload.py': ASYNC }],
])('no judge is on the stack of %s program', async (_name, handle, harness) => {
  const hides = { ...program(hiding(handle)), harness };
  expect((await check(execute, hides, () => undefined, 1)).outcome).toMatchObject({ kind: 'growing' });
});

test('files lie in memory and count', async () => {
  const app = 'def handle(i):\n    with open("/stash.txt", "a") as file:\n        file.write("x" * 200)\n';
  const outcome = await judged(app);
  expect(outcome).toMatchObject({ kind: 'growing' });
  expect('bytesPerUnit' in outcome && outcome.bytesPerUnit).toBeCloseTo(200, -1);
});

test('rows of a database in memory count', async () => {
  const app = `
import sqlite3

DB = sqlite3.connect(":memory:")
DB.execute("create table seen (text)")

def handle(i):
    DB.execute("insert into seen values (?)", ("x" * 500,))
`;
  expect(await judged(app)).toMatchObject({ kind: 'growing' });
});

const cycles =
  'class Node:\n    def __init__(self):\n        self.me = self\n        self.text = bytes(1_000)\n';

test('garbage grows where the collector is off', async () => {
  const app = `import gc\ngc.disable()\n${cycles}\ndef handle(i):\n    Node()\n`;
  expect(await judged(app)).toMatchObject({ kind: 'growing', next: null });
});

test('garbage that the collector takes away does not', async () => {
  expect(await judged(`${cycles}\ndef handle(i):\n    Node()\n`)).toMatchObject({ kind: 'bounded' });
});

test('collecting for every request is costly', async () => {
  const app = `import gc\n${cycles}\ndef handle(i):\n    Node()\n    gc.collect()\n`;
  expect(await judged(app)).toMatchObject({ kind: 'costly', collectionsPerUnit: 1 });
});

test.each([
  [
    'by a unit',
    'import threading\n\ndef handle(i):\n    threading.Thread(target=print).start()\n',
    'warm-up',
  ],
  [
    'by the import',
    'import threading\n\nthreading.Thread(target=print).start()\n\ndef handle(i):\n    pass\n',
    'import',
  ],
])('there are no threads, which is said when one is started %s', async (_name, app, phase) => {
  expect(await judged(app)).toMatchObject({
    kind: 'crashed',
    phase,
    detail: 'There are no threads in the browser: do the work in the same one, or as a task of asyncio.',
  });
});

test('an async program that rests is bounded by three seeds', async () => {
  const app = 'import asyncio\n\nasync def handle(i):\n    await asyncio.sleep(i % 3)\n';
  const asynchronous = { ...program(app), harness: { 'workload.py': ASYNC } };
  const { outcome, seed } = await check(execute, asynchronous, () => undefined, 1);
  expect(outcome).toMatchObject({ kind: 'bounded', seeds: 3, next: null });
  expect(seed).toBe(3);
});
