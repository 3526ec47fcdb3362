import { afterEach, expect, test } from 'vitest';
import { check } from '../../src/runtime/judge.ts';
import { openNodeRuntime } from '../../src/runtime/node.ts';
import type { Program, Signal } from '../../src/runtime/protocol.ts';
import { executeAfresh, type InterpreterHandle } from '../../src/runtime/runner.ts';
import { RUNTIME_FOLDER } from '../../tools/build/runtime.ts';

/** An interpreter is opened, carries out one command after the other, and is closed. */
const runtime = await openNodeRuntime(RUNTIME_FOLDER);
const openOne = await runtime.interpreters({ packages: [], preload: ['asyncio'] });
const opened: InterpreterHandle[] = [];

function open(): InterpreterHandle {
  const interpreter = openOne();
  opened.push(interpreter);
  return interpreter;
}

afterEach(() => {
  for (const interpreter of opened.splice(0)) interpreter.close();
});

const program = (project: Record<string, string>, workload: string): Program => ({
  unit: 'request',
  contract: { cap: 3_200, budgetBytes: 300_000, sensitivity: 1, warmUp: 50, ratePerSecond: 20 },
  project: { 'diagnose.py': '', ...project },
  harness: { 'workload.py': workload, 'diagnosis.py': DIAGNOSIS },
});

const DIAGNOSIS = `
from leaklab.diagnosis import Culprit

culprit = Culprit(where=[("app.py", "KEPT.append(Request())")], what=["Request"], held_by=["app.KEPT"])
`;
const PLAIN = 'import app\n\n\ndef run(i):\n    app.handle(i)\n';
const ASYNC = 'import app\n\n\nasync def run(i):\n    await app.handle(i)\n';

/** Keeps requests in a list, a file, a task that never ends and a handler of its log; and turns the collector off. */
const first = program(
  {
    'helper.py': 'KEPT = []\n',
    'app.py': `
import asyncio
import gc
import logging
from helper import KEPT

gc.disable()
gc.set_threshold(10_000)
logging.getLogger().addHandler(logging.StreamHandler())
logging.getLogger("shop").addFilter(lambda record: False)


class Request:
    pass


async def wait(request):
    await asyncio.sleep(1e9)


async def handle(i):
    KEPT.append(Request())
    with open("log.txt", "a") as log:
        log.write("a request")
    if not i:
        asyncio.create_task(wait(Request()))
`,
  },
  ASYNC,
);

/** Tells what there is of a program, and how the world around it stands. */
const second = program(
  {
    'app.py': 'KEPT = []\n\n\nclass Request:\n    pass\n\n\ndef handle(i):\n    KEPT.append(Request())\n',
    'diagnose.py': `
import gc
import linecache
import logging
import os
import random
import sys
import time

import app
from leaklab.live import culprit

kinds = [type(item).__name__ for item in gc.get_objects()]
print(kinds.count("Request"), "requests,", kinds.count("Task"), "tasks")
print(sorted({"app", "helper", "workload"} & set(sys.modules)))
print(sorted(os.listdir(".")), os.getcwd(), sys.path)
print(time.time(), random.random(), os.urandom(4).hex())
print(linecache.getline(app.__file__, 1))
print(gc.isenabled(), gc.get_threshold(), logging.getLogger().handlers, logging.getLogger("shop").filters)
culprit(where="app.py:9", what="Request", held_by=app.KEPT)
`,
  },
  PLAIN,
);

/** The outcome, and all that was printed. */
async function diagnose(interpreter: InterpreterHandle) {
  let printed = '';
  const outcome = await interpreter.carryOut({ kind: 'diagnose', program: second, seed: 1 }, (signal) => {
    if (signal.kind === 'output') printed += signal.text;
  });
  return { outcome, printed };
}

test('after a program was observed, its interpreter diagnoses another as a fresh one does', async () => {
  const used = open();
  const observe = { kind: 'observe', program: first, seed: 7, units: 200 } as const;
  expect(await used.carryOut(observe, () => undefined)).toEqual({ kind: 'observed', units: 200 });
  const { outcome, printed } = await diagnose(used);
  expect(outcome).toMatchObject({ kind: 'diagnosed', diagnosis: { complete: true } });
  expect(printed).toContain('50 requests, 0 tasks');
  expect(printed).toContain('True');
  expect({ outcome, printed }).toEqual(await diagnose(open()));
});

/** Says whether it is the first program in its interpreter. */
const marking = program(
  {
    'app.py':
      'import sys\n\nprint("used" if hasattr(sys, "mark") else "fresh")\nsys.mark = True\n\n\ndef handle(i):\n    pass\n',
  },
  PLAIN,
);

function listener() {
  const printed: string[] = [];
  const on = (signal: Signal) => {
    if (signal.kind === 'output') printed.push(signal.text.trim());
  };
  return { printed, on };
}

test('two commands of one handle share an interpreter; two checks do not', async () => {
  const one = listener();
  const interpreter = open();
  const observe = { kind: 'observe', program: marking, seed: 1, units: 10 } as const;
  await interpreter.carryOut(observe, one.on);
  await interpreter.carryOut(observe, one.on);
  expect(one.printed).toEqual(['fresh', 'used']);

  const each = listener();
  const execute = executeAfresh(open);
  expect(await check(execute, marking, each.on, 1)).toMatchObject({ outcome: { kind: 'bounded' } });
  expect(await check(execute, marking, each.on, 2)).toMatchObject({ outcome: { kind: 'bounded' } });
  expect(each.printed).toEqual(['fresh', 'fresh']);
});

test('closing an interpreter in the middle of a command settles that as stopped', async () => {
  const endless = program({ 'app.py': 'def handle(i):\n    while True:\n        pass\n' }, PLAIN);
  const interpreter = open();
  const outcome = await interpreter.carryOut({ kind: 'observe', program: endless, seed: 1, units: 1 }, () =>
    interpreter.close(),
  );
  expect(outcome).toEqual({ kind: 'stopped' });
});

test('an interpreter that a program has brought down has ended', async () => {
  const exiting = program({ 'app.py': 'import os\n\n\ndef handle(i):\n    os._exit(3)\n' }, PLAIN);
  const interpreter = open();
  const observe = { kind: 'observe', program: exiting, seed: 1, units: 1 } as const;
  expect(await interpreter.carryOut(observe, () => undefined)).toMatchObject({
    kind: 'crashed',
    sentence: 'The program ended the interpreter (os._exit).',
  });
  expect(await interpreter.carryOut(observe, () => undefined)).toEqual({
    kind: 'unavailable',
    reason: 'This interpreter has ended.',
  });
});
