import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MeasuredFile } from '../../src/course/measured-schema.ts';
import type { Sandbox } from '../../src/course/sandbox.ts';
import type { Diagnosis } from '../../src/runtime/report.ts';
import { FIXTURE } from '../../tools/build/setup.ts';
import { ROOT } from '../../tools/build/stage.ts';
import { lessonNotesOf, notesOf } from '../../tools/sandbox/author-notes.ts';
import type { Named } from '../../tools/sandbox/culprit.ts';
import { timesAtHome, type Judged } from '../../tools/sandbox/judged.ts';
import { RUNTIMES, openJudging, toldTally, type RuntimeName } from '../../tools/sandbox/judging.ts';
import {
  SANDBOXES,
  loadSandboxFolder,
  readMeasured,
  sandboxIds,
  variantsOf,
  type Loaded,
} from '../../tools/sandbox/sandbox-folder.ts';
import { recordProblem } from '../../tools/sandbox/mutants.ts';
import { SEED } from '../../tools/sandbox/seeds.ts';
import { openStore } from '../../tools/sandbox/verdict-store.ts';

/** What every sandbox promises, held against real runs: each is made once, or was, and asserted from many sides. */
const LONG = 60 * 60_000;
const store = await openStore();
const judging = await openJudging(store, RUNTIMES);
// Those of the course, and that of the browser tests.
const parents = [SANDBOXES, join(ROOT, FIXTURE.course, 'sandboxes')];
const folders = await Promise.all(
  parents.map(async (parent) => (await sandboxIds(parent)).map((id) => join(parent, id))),
);
const sandboxes = await Promise.all(
  folders
    .flat()
    .map(async (folder) => ({ id: basename(folder), folder, loaded: await loadSandboxFolder(folder) })),
);
const begins: (() => Promise<unknown>)[] = [];
const ofLessons = sandboxes.filter(({ loaded }) => loaded.sandbox.pattern === undefined);
const asked = ofLessons.flatMap(({ id, folder, loaded }) =>
  RUNTIMES.map((runtime) => ({ id, folder, runtime, loaded, found: later(() => findOut(loaded, runtime)) })),
);
const patterns = sandboxes.flatMap(({ id, loaded: { sandbox } }) =>
  sandbox.pattern === undefined
    ? []
    : RUNTIMES.map((runtime) => ({ id, runtime, sandbox, found: later(() => judgedAll(sandbox, runtime)) })),
);
afterAll(() => console.log(toldTally(judging.tally)));

describe.each(asked)('$id, $runtime', ({ id, folder, runtime, loaded, found }) => {
  const variants = variantsOf(loaded.sandbox);
  let now: Findings;
  let measured: MeasuredFile;

  beforeAll(async () => {
    const text = await readMeasured(folder);
    if (text === null) throw new Error(`It has not been measured. Run npm run measure ${id}`);
    measured = MeasuredFile.parse(JSON.parse(text));
    now = await found();
  }, LONG);

  test.each(variants)('$name is judged $kind', ({ name, kind }) => {
    const judged = now.judged.get(name);
    expect(judged?.kind, judged?.sentence).toBe(kind);
  });

  if (loaded.sandbox.verdict === 'growing')
    test('what the explanation of the starter names is a complete diagnosis', () => {
      expect(now.named?.diagnosis).toMatchObject({ complete: true });
    });

  test('the diagnosis that the learner starts from is not yet complete', () => {
    expect(now.start).toMatchObject({ complete: false });
  });

  test('the solved diagnosis is complete', () => {
    expect(now.solved).toMatchObject({ complete: true });
  });

  // The figures that lessons quote are those of the learner's own runtime, and how many times as much it is at home.
  if (runtime === 'native') return;
  describe('repeats what was measured', () => {
    test('of the culprit', () => {
      expect(now.named?.culprit).toEqual(measured.culprit);
    });

    test.each(variants)('of $name', ({ name }) => {
      const before = measured.variants[name];
      const judged = now.judged.get(name);
      expect(judged?.kind).toBe(before?.kind);
      expectUnitsLike(judged, before);
      if (judged?.kind === 'growing') return expectGrowthLike(judged, before);
      expectNear(judged?.bytesPerUnit, before?.bytesPerUnit, 1);
      expectNear(judged?.objectsPerUnit, before?.objectsPerUnit, 0.05);
      expectNear(judged?.retainedBytes, before?.retainedBytes, 4096 + swingOf(before));
      expectNear(judged?.peakBytes, before?.peakBytes, 4096);
    });

    test('at home, so many times as much', async () => {
      const [starter] = variants;
      const home = await judging.of(loaded.sandbox, 'native').check(starter, SEED);
      // Its rate in the browser is compared with what was measured above.
      const times = timesAtHome(home, measured.variants[starter.name]);
      // Versions of Python differ by some per cent, and prose says "about".
      expectNear(times, measured.home.times, measured.home.times / 8);
    });

    test('by its probes, so that the figures of the lesson are still found', () => {
      expect(Object.keys(now.figures).sort()).toEqual(Object.keys(measured.figures).sort());
      for (const [name, before] of Object.entries(measured.figures)) {
        const figure = now.figures[name];
        const exact = typeof figure !== 'number' || (Number.isInteger(figure) && Number.isInteger(before));
        if (!exact && typeof before === 'number') expectNear(figure, before, 1, name);
        else expect(figure, name).toBe(before);
      }
    });
  });
});

describe.each(patterns)('$id, $runtime', ({ sandbox, found }) => {
  test.each(variantsOf(sandbox))(
    '$name is judged $kind',
    async ({ name, kind }) => {
      const judged = (await found()).get(name);
      expect(judged?.kind, judged?.sentence).toBe(kind);
    },
    LONG,
  );
});

test.each(ofLessons.filter(({ folder }) => dirname(folder) === SANDBOXES))(
  '$id has had its mutants judged, as they are',
  async ({ folder, loaded }) => {
    expect(await recordProblem(folder, loaded.sandbox)).toBe('');
  },
);

test.each(sandboxes)('$id has no instruction to its author left', async ({ folder }) => {
  expect([...(await notesOf(folder)), ...(await lessonNotesOf(folder))]).toEqual([]);
});

/** Begins when it is asked for, and with it the one behind it: two are always at work, and none that nobody asked for. */
function later<T>(find: () => Promise<T>): () => Promise<T> {
  const index = begins.length;
  let going: Promise<T> | undefined;
  const begin = () => (going ??= find());
  begins.push(begin);
  return () => {
    begins[index + 1]?.().catch(() => null);
    return begin();
  };
}

type Findings = {
  judged: Map<string, Judged>;
  named: Named | null;
  start: Diagnosis;
  solved: Diagnosis;
  figures: MeasuredFile['figures'];
};

async function judgedAll(sandbox: Sandbox, runtime: RuntimeName): Promise<Map<string, Judged>> {
  const judge = judging.of(sandbox, runtime);
  const judged = variantsOf(sandbox).map(async (one) => [one.name, await judge.check(one, SEED)] as const);
  return new Map(await Promise.all(judged));
}

async function findOut({ sandbox, probes, solved }: Loaded, runtime: RuntimeName): Promise<Findings> {
  const judge = judging.of(sandbox, runtime);
  const [judged, named, start, complete, figures] = await Promise.all([
    judgedAll(sandbox, runtime),
    sandbox.verdict === 'growing' ? judge.culprit() : null,
    judge.diagnosis(sandbox.diagnose, false),
    judge.diagnosis(solved ?? '', true),
    probes === null || runtime === 'native' ? {} : judge.figures(probes),
  ]);
  return { judged, named, start, solved: complete, figures };
}

/**
 * A behaviour that breaks does so at the same unit. Where the meter decides, how long a rest has to be looked at is
 * chance: sets of tasks are iterated by address, and addresses differ with the folder that the site is served from.
 */
function expectUnitsLike(
  now: Pick<Judged, 'units'> | undefined,
  before: MeasuredFile['variants'][string] | undefined,
): void {
  if (before?.kind === 'broken' || before?.kind === 'crashed') expect(now?.units).toBe(before.units);
  else if (before?.kind === 'growing') expectNear(now?.units, before.units, before.units / 5);
  else expect(now?.units).toBeGreaterThanOrEqual(3_200);
}

/**
 * A rate is known as well as its own limit of detection says, and as well as its largest step leaves it: a table that doubles falls
 * into the later half of one run and not of the other. What is retained follows from it and from the units.
 */
function expectGrowthLike(now: Judged, before: MeasuredFile['variants'][string] | undefined): void {
  const {
    units = 0,
    bytesPerUnit = 0,
    detectionLimit = 0,
    retainedBytes = 0,
    objectsPerUnit = 0,
  } = before ?? {};
  const limit = Math.max(detectionLimit, now.detectionLimit ?? 0);
  const unsure = Math.max(1, 2 * limit, stepOf(now), before ? stepOf(before) : 0);
  expectNear(now.bytesPerUnit, bytesPerUnit, unsure, 'bytesPerUnit');
  expectNear(
    now.objectsPerUnit,
    objectsPerUnit,
    Math.max(0.05, (objectsPerUnit * unsure) / bytesPerUnit),
    'objectsPerUnit',
  );
  const later = (now.units - units) * bytesPerUnit;
  expectNear(now.retainedBytes, retainedBytes + later, 4096 + unsure * now.units, 'retainedBytes');
}

/** By how many bytes per unit the largest step between two reads may tilt the line through the later half: at most 1.5 of it. */
function stepOf({ reads = [], units }: Pick<Judged, 'units' | 'reads'>): number {
  const spans = reads.slice(1).map(([end, bytes], index) => {
    const [start, before] = reads[index] ?? [end, bytes];
    return { units: end - start, bytes: bytes - before };
  });
  const rates = spans.map((span) => span.bytes / span.units).sort((one, other) => one - other);
  const steady = rates[rates.length >> 1] ?? 0;
  const steps = spans.map((span) => span.bytes - steady * span.units);
  return (1.5 * Math.max(0, ...steps)) / Math.max(1, units / 2);
}

/** Bytes between trough and crest of what came to rest: where in between a run ends is chance, as its units are. */
function swingOf(before: MeasuredFile['variants'][string] | undefined): number {
  if (before?.kind !== 'bounded' || before.reads === undefined) return 0;
  const rest = before.reads.slice(before.reads.length >> 1).map(([, bytes]) => bytes);
  return Math.max(...rest) - Math.min(...rest);
}

/** Equal within two per cent or `least`, whichever is more; both may be absent. */
function expectNear(now: unknown, before: number | undefined, least: number, name = ''): void {
  if (typeof now !== 'number' || before === undefined) {
    expect(now, name).toBe(before);
    return;
  }
  expect(Math.abs(now - before), `${name} was ${before}, is ${now}`).toBeLessThanOrEqual(
    Math.max(least, Math.abs(before) * 0.02),
  );
}
