import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { LESSONS } from './course.ts';
import { ROOT } from '../../tools/stage.ts';

const PARTS = [
  'src',
  'content',
  'sandboxes',
  'astro.config.ts',
  'svelte.config.js',
  'tsconfig.json',
  'package.json',
];

test('a malformed sandbox.json and malformed front matter fail the build, which names files and fields', () => {
  const [lesson] = LESSONS;
  if (lesson === undefined) throw new Error('there is at least one lesson');
  const { source, sandboxId } = lesson;
  const project = mkdtempSync(join(tmpdir(), 'course-'));
  for (const part of PARTS) cpSync(join(ROOT, part), join(project, part), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(project, 'node_modules'));
  edit(join(project, `sandboxes/${sandboxId}/sandbox.json`), /"cap": \d+/, '"cap": "many"');
  edit(join(project, source), /^minutes:.*$/m, 'minutes: soon');

  const build = spawnSync(join(ROOT, 'node_modules/.bin/astro'), ['build'], {
    cwd: project,
    encoding: 'utf8',
  });
  const told = build.stdout + build.stderr;
  rmSync(project, { recursive: true });

  expect(build.status).not.toBe(0);
  expect(told).toContain(`sandboxes/${sandboxId}/sandbox.json: contract.cap`);
  expect(told).toContain(`${source}: minutes`);
});

function edit(path: string, pattern: RegExp, replacement: string): void {
  const text = readFileSync(path, 'utf8');
  const edited = text.replace(pattern, replacement);
  if (edited === text) throw new Error(`${path} does not hold ${String(pattern)}`);
  writeFileSync(path, edited);
}
