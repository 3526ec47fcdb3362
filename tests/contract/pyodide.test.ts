import { beforeAll, describe, expect, test } from 'vitest';
import { MeasuredFile, type MeasuredRun } from '../../src/course/measured-schema.ts';
import type { Execute } from '../../src/sandbox/judge.ts';
import { openNodeRuntime } from '../../src/sandbox/node.ts';
import type { Outcome } from '../../src/sandbox/protocol.ts';
import type { Explanation } from '../../src/sandbox/report.ts';
import { inTwos } from '../../tools/in-twos.ts';
import { SEED, measure, measureFigures } from '../../tools/measured.ts';
import { RUNTIME_FOLDER } from '../../tools/runtime.ts';
import { loadSandbox, programOf, readMeasured, sandboxIds, variantsOf } from '../../tools/sandbox-folder.ts';

/** What a sandbox promises, held against real runs in Pyodide; each run is made once and asserted from many sides. */
const LONG = 30 * 60_000;
const runtime = await openNodeRuntime(RUNTIME_FOLDER);

describe.each(await sandboxIds())('%s', async (id) => {
  const { sandbox, probes } = await loadSandbox(id);
  const variants = variantsOf(sandbox);
  const measured = MeasuredFile.nullable().parse(JSON.parse((await readMeasured(id)) ?? 'null'));
  const runs = new Map<string, MeasuredRun>();
  let explanation: Explanation | null = null;
  let diagnosed: Outcome;
  let figures: MeasuredFile['figures'] = {};

  beforeAll(async () => {
    const execute: Execute = await runtime.open(sandbox);
    const explain = async () => {
      await execute({ kind: 'explain', program: programOf(sandbox), seed: SEED }, (signal) => {
        if (signal.kind === 'report') explanation = signal.explanation;
      });
    };
    const diagnose = async () => {
      diagnosed = await execute({ kind: 'diagnose', program: programOf(sandbox), seed: SEED }, () => null);
    };
    const probe = async () => {
      if (probes !== null) figures = await measureFigures(execute, sandbox, probes);
    };
    const judge = variants.map(({ name, program }) => async () => {
      runs.set(name, await measure(execute, program));
    });
    await inTwos([explain, diagnose, probe, ...judge], (run) => run());
  }, LONG);

  test.each(variants)('$name is judged $kind', ({ name, kind }) => {
    const run = runs.get(name);
    expect(run?.kind, run?.sentence).toBe(kind);
  });

  test('the first own line of the explanation is the culprit', () => {
    const own = explanation?.allocations.find((site) => site.own);
    expect(own?.frame).toMatchObject({
      file: sandbox.culprit.file,
      source: expect.stringContaining(sandbox.culprit.source) as string,
    });
  });

  test('the culprit is among what survived or what is held', () => {
    const types = [...(explanation?.survivors ?? []), ...(explanation?.retainers ?? [])].map(
      ({ type }) => type,
    );
    expect(types).toContain(sandbox.culprit.type);
  });

  test('the first path starts at the root that holds the culprit', () => {
    expect(explanation?.retainers[0]?.root).toBe(sandbox.culprit.root);
  });

  test('the diagnosis that the learner starts from is not yet complete', () => {
    expect(diagnosed).toMatchObject({ kind: 'diagnosed', diagnosis: { complete: false } });
  });

  test('it has been measured (npm run measure)', () => {
    expect(measured).not.toBeNull();
  });

  test.each(variants)('$name repeats the figures that were measured of it', ({ name }) => {
    const before = measured?.variants[name];
    const now = runs.get(name);
    expect(now?.kind).toBe(before?.kind);
    expectUnitsLike(now, before);
    expectNear(now?.bytesPerUnit, before?.bytesPerUnit, 1);
    expectNear(now?.objectsPerUnit, before?.objectsPerUnit, 0.05);
    expectNear(now?.retainedBytes, before?.retainedBytes, 4096);
    expectNear(now?.peakBytes, before?.peakBytes, 4096);
  });

  test('the figures that the lesson quotes are still found', () => {
    expect(Object.keys(figures).sort()).toEqual(Object.keys(measured?.figures ?? {}).sort());
    for (const [name, before] of Object.entries(measured?.figures ?? {})) {
      const now = figures[name];
      const exact = typeof now !== 'number' || (Number.isInteger(now) && Number.isInteger(before));
      if (!exact && typeof before === 'number') {
        expectNear(now, before, 1, name);
      } else {
        expect(now, name).toBe(before);
      }
    }
  });
});

/**
 * A behaviour that breaks does so at the same unit. Where the meter decides, how long a rest has to be looked at is
 * chance: sets of tasks are iterated by address, and addresses differ with the folder that the site is served from.
 */
function expectUnitsLike(now: MeasuredRun | undefined, before: MeasuredRun | undefined): void {
  if (before?.kind === 'broken' || before?.kind === 'crashed') expect(now?.units).toBe(before.units);
  else if (before?.kind === 'growing') expectNear(now?.units, before.units, before.units / 5);
  else expect(now?.units).toBeGreaterThanOrEqual(3_200);
}

/** Equal within two per cent or `least`, whichever is more; both may be absent. */
function expectNear(now: number | undefined, before: number | undefined, least: number, name = ''): void {
  if (now === undefined || before === undefined) {
    expect(now, name).toBe(before);
    return;
  }
  expect(Math.abs(now - before), `${name} was ${before}, is ${now}`).toBeLessThanOrEqual(
    Math.max(least, Math.abs(before) * 0.02),
  );
}
