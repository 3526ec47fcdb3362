import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readLesson } from '../../../../src/course/lesson.ts';
import type { Execute } from '../../../../src/runtime/judge.ts';
import type { Outcome, Program } from '../../../../src/runtime/protocol.ts';
import { MARK, notesOf, steps } from '../../../../tools/sandbox/author-notes.ts';
import { median, rowOf, type Subject } from '../../../../tools/sandbox/gate-runs.ts';
import { complaints, table } from '../../../../tools/sandbox/gate-words.ts';
import { judgeOnce, type Judged } from '../../../../tools/sandbox/judged.ts';
import { loadSandboxFolder, variantsOf } from '../../../../tools/sandbox/sandbox-folder.ts';
import { layOut } from '../../../../tools/sandbox/template.ts';
import { ROOT } from '../../../../tools/build/stage.ts';
import { exercise } from '../../../component/states/exercise.ts';
import { bounded, inconclusive } from '../../../component/states/outcomes.ts';

const subject: Subject = {
  sandbox: 'desk',
  variant: 'fixes/ring',
  runtime: 'native',
  declared: 'bounded',
};
const folderOf = () => 'sandboxes/desk';

function judged(seed: number, kind: string, seconds = 1): Judged {
  const figures = { bytesPerUnit: seed, detectionLimit: 0.05, retainedBytes: 812, peakBytes: 4200 };
  return { seed, kind, sentence: `It is ${kind}.`, lead: '', units: 3200, ...figures, seconds };
}

const program: Program = {
  unit: 'request',
  contract: exercise.contract,
  project: exercise.project,
  harness: exercise.harness,
};

describe('a row of the gate', () => {
  it('says nothing of a variant that is judged as declared with every seed', () => {
    expect(complaints([rowOf(subject, [judged(1, 'bounded'), judged(2, 'bounded')])], folderOf)).toEqual([]);
  });

  it('names sandbox, variant, runtime, seed and how to see it when one seed of many disagrees', () => {
    const row = rowOf(subject, [judged(1, 'bounded'), judged(2, 'inconclusive'), judged(3, 'bounded')]);
    const [complaint = '', ...more] = complaints([row], folderOf);
    expect(more).toEqual([]);
    expect(complaint).toContain('desk fixes/ring, native, seed 2: judged inconclusive (with 1 of 3 seeds)');
    expect(complaint).toContain('Make each unit cost about the same');
    expect(complaint).toContain(
      'npm run judge -- sandboxes/desk --overlay sandboxes/desk/fixes/ring --runtime native --seed 2',
    );
    expect(table([row])).toContain('bounded 2, inconclusive 1');
  });

  it('tells the author what a fix kept when it is over its budget', () => {
    const [complaint] = complaints([rowOf(subject, [judged(1, 'over-budget')])], folderOf);
    expect(complaint).toMatch(/It kept 812 B and had 4\.2 kB at its peak: raise "budgetBytes"/);
  });

  it('has the median of what was measured, and the longest run', () => {
    const row = rowOf(subject, [judged(1, 'bounded', 2), judged(2, 'bounded', 9), judged(30, 'bounded', 3)]);
    expect(row).toMatchObject({ slope: 2, seconds: 3, mostSeconds: 9 });
    expect(median([4, undefined, 1])).toBe(2.5);
    expect(median([undefined])).toBeNull();
  });
});

describe('judging once', () => {
  it('goes on for as long as the judge asks for another check, and reports the last verdict', async () => {
    const next = { kind: 'check', seed: 9, cap: 25_600, agreed: 0 } as const;
    const outcomes: Outcome[] = [
      { ...inconclusive, next },
      { ...bounded, bytesPerUnit: 610 },
    ];
    const seeds: number[] = [];
    const execute: Execute = async ({ seed }) => {
      seeds.push(seed);
      return outcomes.shift() ?? { kind: 'stopped' };
    };
    expect(await judgeOnce(execute, program, 4)).toMatchObject({
      seed: 4,
      kind: 'bounded',
      bytesPerUnit: 610,
    });
    expect(seeds).toEqual([4, 9]);
  });

  it('turns an interpreter that breaks into a run that fails the gate', async () => {
    const execute: Execute = async () => Promise.reject(new Error('It ended.'));
    const judged = await judgeOnce(execute, program, 1);
    expect(judged).toMatchObject({ kind: 'unavailable', sentence: 'It ended.' });
    expect(judged).not.toHaveProperty('bytesPerUnit');
  });
});

describe('the template of a sandbox', () => {
  const template = join(mkdtempSync(join(tmpdir(), 'template-')), 'desk');
  beforeAll(() => layOut(template, false));
  afterAll(() => rmSync(dirname(template), { recursive: true }));

  it('is a sandbox, so that a new one breaks no build', async () => {
    const { sandbox: read } = await loadSandboxFolder(template);
    expect(variantsOf(read).map(({ name }) => name)).toEqual([
      'starter',
      'fixes/first-fix',
      'fixes/second-fix',
      'decoys/first-decoy',
      'decoys/second-decoy',
    ]);
  });

  it('asks its author for every file, the program first', async () => {
    const notes = await notesOf(template);
    const files = [...new Set(notes.map(({ path }) => relative(template, path)))];
    expect(files).toEqual([
      'project/service.py',
      'workload.py',
      'check.py',
      'fixes/first-fix/service.py',
      'fixes/second-fix/service.py',
      'decoys/first-decoy/service.py',
      'decoys/second-decoy/service.py',
      'sandbox.json',
      'diagnosis.py',
      'diagnose.py',
      'diagnose_solved.py',
    ]);
    expect(notes.every(({ instruction }) => /^[A-Z].*[^",]$/.test(instruction))).toBe(true);
    const told = (path: string) => path.replace(template, 'sandboxes/desk');
    expect(steps(template, notes, told)).toContain('   1  sandboxes/desk/project/service.py:3 ');
  });
});

describe('the template of a lesson', () => {
  const file = 'content/lessons/08-ticket-desk/lesson.svx';
  const path = join(ROOT, 'tools', 'sandbox', 'lesson-template.svx');

  it('is a lesson of its sandbox, so that a new one breaks no build', async () => {
    const text = (await readFile(path, 'utf8')).replaceAll('{id}', 'ticket-desk');
    const front: unknown = parse(text.split(/^---$/m)[1] ?? '');
    expect(readLesson(file, front, text, ['ticket-desk'])).toMatchObject({
      order: 8,
      sandbox: 'ticket-desk',
      level: 'core',
    });
    expect(text).not.toContain('<script');
  });

  it('asks its author for every stage', async () => {
    const stages = (await readFile(path, 'utf8')).split('<Stage ').slice(1);
    expect(stages.filter((stage) => !stage.includes(`<!-- ${MARK}`))).toEqual([]);
  });
});
