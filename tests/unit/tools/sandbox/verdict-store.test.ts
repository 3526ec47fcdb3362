import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { keyOf, openStore } from '../../../../tools/sandbox/verdict-store.ts';

const Kind = z.object({ kind: z.string() });
const day = 24 * 60 * 60 * 1000;
let folder = '';
let told: string[] = [];
const open = (now?: number) => openStore(folder, (line: string) => told.push(line), now);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verdicts-'));
  told = [];
});
afterEach(() => rm(folder, { recursive: true }));

it('gives back to another process what was kept under the same key, and nothing under another', async () => {
  await (await open()).keep(keyOf({ seed: 1 }), { kind: 'growing' });
  const other = await open();
  expect(await other.recall(keyOf({ seed: 1 }), Kind)).toEqual({ kind: 'growing' });
  expect(await other.recall(keyOf({ seed: 2 }), Kind)).toBeNull();
  expect(told).toEqual([]);
});

it.each(['', '{"kind": "grow', '{"kind": 7}'])(
  'takes a corrupted file for none, in one line: %j',
  async (text) => {
    const store = await open();
    await writeFile(join(folder, 'abc.json'), text);
    expect(await store.recall('abc', Kind)).toBeNull();
    expect(told).toEqual([`${join(folder, 'abc.json')} cannot be read, so what it held is judged again.`]);
    await store.keep('abc', { kind: 'bounded' });
    expect(await store.recall('abc', Kind)).toEqual({ kind: 'bounded' });
  },
);

it('lets go of what nobody asked for in a month, and of nothing else', async () => {
  const store = await open();
  await store.keep('asked', { kind: 'growing' });
  await store.keep('forgotten', { kind: 'growing' });
  const long = new Date(Date.now() - 40 * day);
  for (const name of await readdir(folder)) await utimes(join(folder, name), long, long);
  await store.recall('asked', Kind);
  await open();
  expect(await readdir(folder)).toEqual(['asked.json']);
});
