import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { archive } from '../../../../tools/build/archive.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'archive-'));
  await mkdir(join(folder, 'inner'));
  await writeFile(join(folder, 'inner', 'b.py'), 'B = 1\n');
  await writeFile(join(folder, 'a.py'), 'A = 1\n');
  await writeFile(join(folder, 'a.txt'), 'no');
});
afterAll(() => rm(folder, { recursive: true }));

it('holds the files of one ending, as they are, below its prefix', async () => {
  const files = unzipSync(await archive(folder, 'package', '.py'));
  const texts = Object.entries(files).map(([path, bytes]) => [path, strFromU8(bytes)]);
  expect(texts).toEqual([
    ['package/a.py', 'A = 1\n'],
    ['package/inner/b.py', 'B = 1\n'],
  ]);
});

it('is the same whenever and wherever it is made', async () => {
  const first = await archive(folder, 'package', '.py');
  vi.stubEnv('TZ', 'Asia/Tokyo');
  vi.setSystemTime(new Date(2031, 5, 5));
  const second = await archive(folder, 'package', '.py');
  vi.useRealTimers();
  vi.unstubAllEnvs();
  expect(second).toEqual(first);
});
