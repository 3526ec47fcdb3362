import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openNodeRuntime } from '../../src/runtime/node.ts';
import type { Program, Signal } from '../../src/runtime/protocol.ts';
import { RUNTIME_FOLDER } from '../../tools/build/runtime.ts';
import { ROOT } from '../../tools/build/stage.ts';

/** Stacks with a wheel that has extension modules: FastAPI's models are one, pydantic-core. */
const runtime = await openNodeRuntime(RUNTIME_FOLDER);
const packages = ['fastapi', 'objgraph'];
const program: Program = {
  unit: 'order',
  contract: { cap: 3_200, budgetBytes: 300_000, sensitivity: 1, warmUp: 10, ratePerSecond: 20 },
  project: {
    'program.py': await readFile(join(ROOT, 'tests', 'e2e', 'programs', 'orders.py'), 'utf8'),
    'diagnose.py': '',
  },
  harness: { 'workload.py': 'from program import run\n', 'check.py': '', 'diagnosis.py': '' },
};

/** What was read of the meter, and what was printed. */
async function observe(open: Awaited<ReturnType<typeof runtime.interpreters>>, observed: Program) {
  const interpreter = open();
  const reads: unknown[] = [];
  let printed = '';
  const onSignal = (signal: Signal) => {
    if (signal.kind === 'read') reads.push(signal.read);
    if (signal.kind === 'output') printed += signal.text;
  };
  const outcome = await interpreter.carryOut(
    { kind: 'observe', program: observed, seed: 1, units: 30 },
    onSignal,
  );
  interpreter.close();
  expect(outcome).toEqual({ kind: 'observed', units: 30 });
  return { reads, printed };
}

test.each([
  ['when it starts, before the snapshot', ['fastapi']],
  ['by the program, after a snapshot was restored', []],
])(
  'an extension module is imported %s, and equal runs of fresh interpreters read equal bytes',
  async (_, preload) => {
    const open = await runtime.interpreters({ packages, preload });
    const first = await observe(open, program);
    expect(first.reads.length).toBeGreaterThan(10);
    expect(await observe(open, program)).toEqual(first);
  },
);

test('every extension module of a stack comes from its own wheel', async () => {
  const open = await runtime.interpreters({ packages: ['requests'], preload: ['requests'] });
  const told =
    'from charset_normalizer import cd, md\n\nprint(cd.__file__, md.__file__)\n\n\ndef run(i):\n    pass\n';
  const { printed } = await observe(open, { ...program, project: { 'program.py': told, 'diagnose.py': '' } });
  expect(printed).toMatch(
    /^\S+_wasm32\.whl\/charset_normalizer\/cd\.cpython\S+\.so \S+\/md\.cpython\S+\.so\n$/,
  );
});
