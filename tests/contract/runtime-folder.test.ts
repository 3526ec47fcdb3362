import { createHash } from 'node:crypto';
import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { wheelsOf, type Manifest, type RuntimeFile } from '../../src/runtime/manifest.ts';
import { RUNTIME_FOLDER } from '../../tools/build/runtime.ts';
import { loadSandbox, sandboxIds } from '../../tools/sandbox/sandbox-folder.ts';

const manifest = JSON.parse(await readFile(join(RUNTIME_FOLDER, 'runtime.json'), 'utf8')) as Manifest;
const { wasm, stdlib, lock, judge, worker, frame, language, distributions, snapshots } = manifest;
const files: RuntimeFile[] = [
  ...[wasm, stdlib, lock, judge, worker, frame, language],
  ...Object.values(distributions).map(({ wheel }) => wheel),
  ...Object.values(snapshots),
];
const read = (file: RuntimeFile) => readFile(join(RUNTIME_FOLDER, file.name));

test.each(files)('$name is the file that the manifest describes', async (file) => {
  const content = await read(file);
  expect(content.byteLength).toBe(file.bytes);
  expect(`sha256-${createHash('sha256').update(content).digest('base64')}`).toBe(file.integrity);
});

test('the folder holds nothing that the manifest does not name', async () => {
  const expected = ['runtime.json', ...files.map(({ name }) => name)];
  expect((await readdir(RUNTIME_FOLDER)).sort()).toEqual(expected.sort());
});

test('anybody may read the folder, whoever built it', async () => {
  expect((await stat(RUNTIME_FOLDER)).mode & 0o005).toBe(0o005);
});

test('the policy of the frame lets its own script run, and leaves it no network', async () => {
  const html = (await read(frame)).toString();
  const script = /<script>(.*)<\/script>/s.exec(html)?.[1] ?? '';
  const hash = createHash('sha256').update(script).digest('base64');
  const policy = /content="([^"]*)"/.exec(html)?.[1];
  expect(policy).toBe(
    `default-src 'none'; script-src 'sha256-${hash}' 'wasm-unsafe-eval' data:; worker-src data:`,
  );
});

test.each(await sandboxIds())('everything that %s needs is there', async (id) => {
  const { sandbox } = await loadSandbox(id);
  const names = wheelsOf(manifest, sandbox).map(({ name }) => name);
  expect(names.length).toBeGreaterThanOrEqual(sandbox.packages.length);
});
