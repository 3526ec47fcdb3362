import { afterAll, expect, test } from 'vitest';
import type { Answer, Question } from '../../src/runtime/language-protocol.ts';
import { openNodeRuntime } from '../../src/runtime/node.ts';
import { RUNTIME_FOLDER } from '../../tools/build/runtime.ts';

/** The language service as a browser has it: in Pyodide, over the wheels of a stack. */
const runtime = await openNodeRuntime(RUNTIME_FOLDER);
const service = runtime.language({ packages: ['flask'], preload: [] });

afterAll(() => service.close());

const files = {
  'app.py':
    'from flask import Flask\n\nHISTORY = []\n\n\ndef remember(path: str) -> None:\n    HISTORY.append(path)\n',
  'diagnose.py': '',
};

/** The answer to a question at the end of `text`, which is what `file` says. */
async function ask(
  kind: Exclude<Question['kind'], 'describe'>,
  text: string,
  file: keyof typeof files = 'diagnose.py',
): Promise<Answer | null> {
  const lines = text.split('\n');
  const [line, column] = [lines.length, lines.at(-1)?.length ?? 0];
  return service.ask({ kind, file, files: { ...files, [file]: text }, line, column });
}

async function namesAfter(text: string, file?: keyof typeof files): Promise<string[]> {
  const answer = await ask('complete', text, file);
  return answer?.kind === 'completions' ? answer.completions.map(({ name }) => name) : [];
}

test.each([
  ['import app\napp.', ['HISTORY', 'remember', 'Flask']],
  ['import gc\ngc.', ['get_objects', 'get_referrers', 'collect']],
  ['import tracemalloc\ntracemalloc.', ['start', 'take_snapshot']],
  ['import objgraph\nobjgraph.', ['show_backrefs', 'show_growth', 'by_type']],
  ['from pympler import muppy\nmuppy.', ['get_objects', 'print_summary']],
  ['from leaklab.live import ', ['culprit', 'load']],
  ['import flask\nflask.js', ['json', 'jsonify']],
])('after %j it knows what is there', async (text, names) => {
  expect(await namesAfter(text)).toEqual(expect.arrayContaining(names));
});

test.each(['import jed', 'import pars', 'import languag'])(
  'what it is made of itself is not there for a program: %j',
  async (text) => expect(await namesAfter(text)).toEqual([]),
);

test.each(['import objgr', 'from pympler import ', 'from leaklab.live import '])(
  'what helps to look at a program is not there within it: %j',
  async (text) => {
    expect(await namesAfter(text, 'app.py')).toEqual([]);
    expect(await namesAfter(text)).not.toEqual([]);
  },
);

test('a call shows its parameters, and a name what it is', async () => {
  expect(await ask('signatures', 'import app\napp.remember(')).toMatchObject({
    signatures: [{ label: 'remember(path: str) -> None', parameters: ['path: str'], active: 0 }],
  });
  expect(await ask('hover', 'import app\napp.remember')).toMatchObject({
    hovers: [{ heading: 'def remember(path: str) -> None' }],
  });
});
