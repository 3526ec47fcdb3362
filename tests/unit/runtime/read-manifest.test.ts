import { expect, test } from 'vitest';
import { readManifest } from '../../../src/runtime/read-manifest.ts';

const file = { name: 'a.js', bytes: 3, integrity: 'sha256-AAAA' };
const manifest = {
  pyodide: '314.0.7',
  version: 'v1',
  ...{ wasm: file, stdlib: file, lock: file, judge: file, worker: file, frame: file, language: file },
  distributions: { flask: { version: '3', wheel: file, closure: ['flask'] } },
  snapshots: { '[["flask"],[]]': file },
};

test('a manifest is read as it was written, and what it does not know is left out', () => {
  expect(readManifest(JSON.stringify({ ...manifest, more: 1 }))).toEqual(manifest);
});

test.each([
  ['a login page', '<!doctype html><title>Sign in</title>', 'sent a web page in place of runtime.json'],
  ['nothing', '\n', 'sent runtime.json empty'],
  ['a part', JSON.stringify(manifest).slice(0, 80), 'sent only a part of runtime.json'],
  ['no object', '[]', 'it is no list of files'],
  ['an empty object', '{}', 'its field "pyodide" is missing or wrong'],
  [
    'a file without its digest',
    JSON.stringify({ ...manifest, wasm: { name: 'a', bytes: 1 } }),
    '"wasm.integrity"',
  ],
  [
    'a wheel that is no file',
    JSON.stringify({ ...manifest, distributions: { flask: { version: '3', wheel: 7, closure: [] } } }),
    '"distributions.flask.wheel"',
  ],
])('a host that sends %s is told so', (_, text, said) => {
  expect(() => readManifest(text)).toThrow(said);
});
