import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer, At, Completions, Look } from '../../src/runtime/living.ts';
import { openNodeRuntime } from '../../src/runtime/node.ts';
import type { Outcome, Program, Signal } from '../../src/runtime/protocol.ts';
import type { InterpreterHandle } from '../../src/runtime/runner.ts';
import { RUNTIME_FOLDER } from '../../tools/build/runtime.ts';
import { stacksOfSandboxes } from '../../tools/build/snapshots.ts';

/** The program that a run has left alive in Pyodide, as the page's console works with it. */
const program: Program = {
  unit: 'loan',
  contract: { cap: 3_200, budgetBytes: 300_000, sensitivity: 1, warmUp: 10, ratePerSecond: 20 },
  project: {
    'ledger.py': `
class Loan:
    def __init__(self, number):
        self.number = number


class Ledger:
    def __init__(self):
        self.returned = []


LEDGER = Ledger()


def handle(i):
    LEDGER.returned.append(Loan(i))
`,
    'diagnose.py': 'import ledger, objgraph\nobjgraph.show_backrefs([ledger.LEDGER], max_depth=1)\n',
  },
  harness: {
    'workload.py': 'import ledger\n\n\ndef run(i):\n    ledger.handle(i)\n',
    'diagnosis.py':
      'from leaklab.diagnosis import Culprit\n\nculprit = Culprit(where=[("ledger.py", "LEDGER.returned.append(Loan(i))")], what=["Loan"], held_by=["ledger.LEDGER"])\n',
  },
};

const runtime = await openNodeRuntime(RUNTIME_FOLDER);
let interpreter: InterpreterHandle;
let open: () => InterpreterHandle;

beforeAll(async () => {
  open = await runtime.interpreters({ packages: [], preload: ['asyncio'] });
  interpreter = open();
  const observe = { kind: 'observe', program, seed: 1, units: 40 } as const;
  expect(await interpreter.carryOut(observe, () => undefined)).toEqual({ kind: 'observed', units: 40 });
});
afterAll(() => interpreter.close());

type Said = { outcome: Outcome; signals: Signal[] };

async function step(
  body: Parameters<InterpreterHandle['carryOut']>[0],
  process = interpreter,
): Promise<Said> {
  const signals: Signal[] = [];
  return { outcome: await process.carryOut(body, (signal) => signals.push(signal)), signals };
}

/** What a statement printed, and its traceback. */
async function said(source: string, process = interpreter): Promise<string> {
  const { outcome, signals } = await step({ kind: 'console', source }, process);
  expect(outcome).toEqual({ kind: 'answered' });
  const answer = signals.flatMap((signal): Answer[] => (signal.kind === 'answer' ? [signal.answer] : []));
  const printed = signals.map((signal) => (signal.kind === 'output' ? signal.text : '')).join('');
  return printed + (answer[0]?.traceback ?? 'no answer');
}

async function completed(source: string): Promise<Completions | undefined> {
  const { signals } = await step({ kind: 'complete', source });
  return signals.flatMap((one) => (one.kind === 'completions' ? [one.completions] : []))[0];
}

async function look(at: At, deep = false): Promise<Look | undefined> {
  const { signals } = await step({ kind: 'inspect', at, deep });
  return signals.flatMap((one) => (one.kind === 'look' ? [one.look] : []))[0];
}

test('statements find the program as its run has left it, on its own time', async () => {
  expect(await said('len(ledger.LEDGER.returned)')).toBe('50\n');
  expect(await said('load(10); len(ledger.LEDGER.returned)')).toBe('60\n');
  expect(
    await said(
      'import asyncio, time\nthen = time.time()\nawait asyncio.sleep(3600)\nround(time.time() - then)',
    ),
  ).toBe('3600\n');
  expect(await said('1 / 0')).toBe(
    'Traceback (most recent call last):\n  File "<console>", line 1, in <module>\nZeroDivisionError: division by zero',
  );
  expect(await said('input()')).toContain('waits for a keyboard, and there is none here');
  expect(await said('objgraph.count("Loan"), asizeof(ledger.LEDGER) > 1000')).toBe('(60, True)\n');
});

test('names are completed', async () => {
  expect(await completed('ledger.LEDGER.re')).toEqual({ prefix: 're', options: ['returned'] });
});

test('from a type one comes to its newest instance, to what holds it, and to the name', async () => {
  const loans = await look({ kind: 'name', name: 'Loan' });
  expect(loans).toMatchObject({ kind: 'type', type: 'ledger.Loan', count: 60 });
  const [newest] = loans?.kind === 'type' ? loans.instances : [];
  expect(newest?.text).toBe('number=59');
  const loan = await look({ kind: 'handle', handle: newest?.handle ?? 0 });
  expect(loan).toMatchObject({ referrers: [{ how: '[59]', thing: { type: 'list' } }] });
  const list = loan?.kind === 'object' ? loan.referrers[0]?.thing.handle : 0;
  const returned = await look({ kind: 'handle', handle: list ?? 0 });
  expect(returned).toMatchObject({ referrers: [{ how: '.returned', thing: { type: 'ledger.Ledger' } }] });
  expect(await look({ kind: 'name', name: 'ledger.LEDGER' }, true)).toMatchObject({
    kind: 'object',
    referrers: [{ how: 'ledger.LEDGER', thing: { type: 'module' } }],
    deepSize: expect.any(Number) as number,
  });
});

test('to look leaves nothing behind', async () => {
  const census = 'gc.collect(); len(gc.get_objects())';
  const round = async () => {
    await look({ kind: 'name', name: 'ledger.LEDGER' }, true);
    await look({ kind: 'name', name: 'Loan' });
    return said(census);
  };
  await round();
  await round();
  const before = await round();
  expect(await round()).toBe(before);
});

test('a diagnosis shows a picture, and another program finds nothing of the first', async () => {
  const { outcome, signals } = await step({ kind: 'diagnose', program, seed: 1 });
  expect(outcome.kind).toBe('diagnosed');
  expect(signals.find(({ kind }) => kind === 'graph')).toMatchObject({
    title: 'objgraph.show_backrefs, diagnose.py:2',
  });
  expect(await said('len(ledger.LEDGER.returned)')).toBe('10\n');
});

test('memory that runs out in a statement ends the statement or the process, and is said', async () => {
  const { outcome } = await step({ kind: 'console', source: 'held = [bytes(2**20) for _ in range(1000)]' });
  expect(['answered', 'out-of-memory']).toContain(outcome.kind);
});

test('to close the interpreter ends a statement that never ends', async () => {
  const process = open();
  await process.carryOut({ kind: 'observe', program, seed: 1, units: 1 }, () => undefined);
  const running = process.carryOut({ kind: 'console', source: 'print("on")\nwhile True: pass' }, () =>
    process.close(),
  );
  expect(await running).toEqual({ kind: 'stopped' });
});

const CONFIGURED = 'from django.conf import settings\n\nsettings.configure()\n';
const TOOLS = `from pympler import asizeof, muppy, summary
import objgraph, ledger
loans = [row for row in summary.summarize(muppy.get_objects()) if row[0].endswith("ledger.Loan")]
print(loans[0][1], objgraph.count("Loan"), asizeof.asizeof(ledger.LEDGER) > 1_000)
`;

describe.each(stacksOfSandboxes())('with $packages', (stack) => {
  test('a console and a diagnosis can import what helps to look at a program, and give figures', async () => {
    const process = (await runtime.interpreters(stack))();
    const project: Program['project'] = { ...program.project, 'diagnose.py': TOOLS };
    // Pympler asks each object for its class, and Django's settings are a lazy object until they are configured.
    if (stack.packages.includes('django'))
      project['ledger.py'] = `${CONFIGURED}${program.project['ledger.py'] ?? ''}`;
    const diagnosed = { ...program, project };
    const { outcome, signals } = await step({ kind: 'diagnose', program: diagnosed, seed: 1 }, process);
    expect(outcome.kind).toBe('diagnosed');
    const printed = signals.map((signal) => (signal.kind === 'output' ? signal.text : '')).join('');
    expect(printed).toBe('10 10 True\n');
    expect(await said(TOOLS, process)).toBe('10 10 True\n');
    process.close();
  });

  test('a program that runs or is checked has no more than its packages', async () => {
    const process = (await runtime.interpreters(stack))();
    const project = { ...program.project, 'ledger.py': 'import pympler\n' };
    const command = {
      kind: 'check',
      program: { ...program, project },
      seed: 1,
      cap: 3200,
      agreed: 0,
    } as const;
    expect((await step(command, process)).outcome).toMatchObject({
      kind: 'crashed',
      phase: 'import',
      error: { type: 'ModuleNotFoundError' },
    });
    process.close();
  });
});
