import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Execute } from '../../../src/sandbox/judge.ts';
import type { Outcome } from '../../../src/sandbox/protocol.ts';
import { notesOf, steps } from '../../../tools/author-notes.ts';
import { judgeOnce, median, rowOf, type Judged, type Subject } from '../../../tools/gate-runs.ts';
import { complaints, table } from '../../../tools/gate-words.ts';
import { loadSandboxFolder, variantsOf, type Variant } from '../../../tools/sandbox-folder.ts';
import { ROOT } from '../../../tools/stage.ts';
import { withinTime } from '../../../tools/within-time.ts';
import { inconclusive, measuredAs, sandbox } from '../workbench/scripted-client.ts';

const subject: Subject = {
  sandbox: 'desk',
  variant: 'fixes/ring',
  runtime: 'native',
  declared: 'bounded',
};
const folderOf = () => 'sandboxes/desk';

function judged(seed: number, kind: string, seconds = 1): Judged {
  const figures = { slope: seed, limit: 0.05, retainedBytes: 812, peakBytes: 4200 };
  return { seed, kind, sentence: `It is ${kind}.`, ...figures, seconds };
}

const variant: Variant = {
  name: 'starter',
  kind: 'growing',
  program: {
    unit: 'request',
    contract: sandbox.contract,
    project: sandbox.project,
    harness: sandbox.harness,
  },
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
    expect(median([4, null, 1])).toBe(2.5);
    expect(median([null])).toBeNull();
  });
});

describe('judging once', () => {
  it('goes on for as long as the judge asks for another check, and reports the last verdict', async () => {
    const next = { kind: 'check', seed: 9, cap: 25_600, agreed: 0 } as const;
    const outcomes: Outcome[] = [inconclusive(next), measuredAs('bounded')];
    const seeds: number[] = [];
    const execute: Execute = async ({ seed }) => {
      seeds.push(seed);
      return outcomes.shift() ?? { kind: 'stopped' };
    };
    expect(await judgeOnce(execute, variant, 4)).toMatchObject({ seed: 4, kind: 'bounded', slope: 610 });
    expect(seeds).toEqual([4, 9]);
  });

  it('turns an interpreter that breaks into a run that fails the gate', async () => {
    const execute: Execute = async () => Promise.reject(new Error('It ended.'));
    expect(await judgeOnce(execute, variant, 1)).toMatchObject({
      kind: 'unavailable',
      sentence: 'It ended.',
      slope: null,
    });
  });

  it('gives up on a program that makes no progress', async () => {
    const hangs: Execute = () => new Promise(() => {});
    const outcome = await withinTime(hangs, 0.01)(
      { kind: 'run', program: variant.program, seed: 1, units: 1 },
      () => {},
    );
    expect(outcome).toEqual({ kind: 'timed-out', seconds: 0.01 });
  });
});

describe('the template of a sandbox', () => {
  const template = join(ROOT, 'tools', 'sandbox-template');

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
    const files = [...new Set(notes.map(({ file }) => file))];
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
    ]);
    expect(notes.every(({ instruction }) => /^[A-Z].*[^",]$/.test(instruction))).toBe(true);
    expect(steps('sandboxes/desk', notes)).toContain('   1  sandboxes/desk/project/service.py:3 ');
  });
});
