import { describe, expect, it } from 'vitest';
import type { Stage } from '../../../src/progress/reached.ts';
import type { Outcome, Signal } from '../../../src/sandbox/protocol.ts';
import { Session } from '../../../src/workbench/session.svelte.ts';
import { outcomeAdvice, outcomeSentence, outcomeWord } from '../../../src/workbench/words.ts';
import {
  errorAt,
  growing,
  inconclusive,
  measuredAs,
  sandbox,
  scriptedClient,
  type Script,
} from './scripted-client.ts';

function begin(script: Script) {
  const { client, asked } = scriptedClient(script);
  const reached: Stage[] = [];
  const session = new Session({
    sandbox,
    openClient: async () => client,
    onReach: (stage) => reached.push(stage),
  });
  return { session, asked, reached };
}

const outcomes: Outcome[] = [
  measuredAs('bounded'),
  growing(),
  measuredAs('over-budget'),
  inconclusive(null),
  {
    kind: 'broken',
    sentence: 'Broken.',
    expectation: 'Keep.',
    phase: 'during',
    units: 1,
    error: errorAt(),
    next: null,
  },
  {
    kind: 'crashed',
    sentence: 'Crashed.',
    phase: 'load',
    units: 1,
    error: errorAt(['app.py', 1]),
    next: null,
  },
  { kind: 'stopped' },
  { kind: 'timed-out', seconds: 120 },
  { kind: 'out-of-memory', limitBytes: 2 ** 28, message: 'MemoryError' },
  { kind: 'unavailable', reason: 'Offline.' },
];

describe('a session', () => {
  it('says when the learner’s own container is full, at once and after the next check', async () => {
    const outcome: Outcome = {
      ...growing(),
      sentence: 'Growing: 1 B. At 20 requests a second a 512 MiB container is full in 2 h.',
      containerBytes: 2 ** 29,
      ratePerSecond: 20,
      secondsToLimit: 7200,
    } as Outcome;
    const { session } = begin({ outcome });
    await session.check();
    expect(session.announcement).toMatch(/^Growing: 1 B\. At 20 .* in 2 h\.$/);
    session.imagine({ mebibytes: 512, perSecond: 40 });
    expect(session.announcement).toBe('At 40 requests a second a 512 MiB container is full in 1 h.');
    await session.check();
    expect(session.announcement).toMatch(/^Growing: 1 B\. At 40 .* in 1 h\.$/);
    session.imagine(null);
    expect(session.announcement).toMatch(/^At 20 .* in 2 h\.$/);
  });

  it.each(outcomes.map((outcome) => [outcome.kind, outcome] as const))(
    'settles a check that ends as %s and says so',
    async (kind, outcome) => {
      const { session } = begin({ outcome });
      await session.check();
      expect(session.active).toBeNull();
      expect(session.shown?.settled).toBe(true);
      expect(session.shown?.outcome?.kind).toBe(kind);
      expect(session.announcement).toBe(outcomeSentence(outcome, 'request'));
      expect(outcomeWord(outcome)).not.toBe('');
    },
  );

  it('tells what to do next after every outcome that the judge says nothing about', () => {
    const silent = outcomes.filter((outcome) => !('sentence' in outcome));
    expect(silent.map(outcomeAdvice)).not.toContain(null);
  });

  it('settles as unavailable when the client cannot be loaded, and asks for it again', async () => {
    let tries = 0;
    const { client } = scriptedClient({ outcome: { kind: 'ran', units: 1000 } });
    const openClient = async () => {
      tries += 1;
      if (tries === 1) throw new Error('The network is gone');
      return client;
    };
    const session = new Session({ sandbox, openClient });
    await session.observe();
    expect(session.shown?.outcome).toEqual({ kind: 'unavailable', reason: 'The network is gone.' });
    await session.observe();
    expect(session.shown?.outcome).toEqual({ kind: 'ran', units: 1000 });
  });

  it('settles a run that hangs when the learner stops it', async () => {
    const { session } = begin({ outcome: { kind: 'stopped' }, hangs: true });
    const checking = session.check();
    expect(session.active).not.toBeNull();
    session.stop();
    await checking;
    expect(session.shown?.outcome).toEqual({ kind: 'stopped' });
  });

  it('does not start a second run while one is active', async () => {
    const { session, asked } = begin({ outcome: { kind: 'stopped' }, hangs: true });
    const checking = session.check();
    await session.observe();
    session.stop();
    await checking;
    expect(asked.map((one) => one.kind)).toEqual(['check']);
  });

  it('runs what the learner typed and the read-only files beside it', async () => {
    const { session, asked } = begin({ outcome: { kind: 'ran', units: 1000 } });
    session.edit('app.py', 'HISTORY = None\n');
    session.edit('diagnose.py', 'print(1)\n');
    await session.observe();
    expect(asked[0]?.project).toEqual({
      'settings.py': 'SIZE = 20\n',
      'app.py': 'HISTORY = None\n',
      'diagnose.py': 'print(1)\n',
    });
  });

  it('tries a reference over the start and leaves the learner’s files and progress alone', async () => {
    const { session, asked, reached } = begin({ outcome: measuredAs('bounded') });
    session.edit('app.py', 'mine\n');
    const [ring] = sandbox.fixes;
    if (!ring) throw new Error('the sample has a fix');
    await session.tryReference(ring);
    expect(asked[0]?.project['app.py']).toBe('RING = 1\n');
    expect(session.texts.of('app.py')).toBe('mine\n');
    expect(session.shown?.title).toBe('A ring');
    expect(reached).toEqual([]);
  });

  it.each<[string, Outcome, Stage[]]>([
    ['a growing verdict', growing(), ['observe']],
    ['a bounded verdict', measuredAs('bounded'), ['fix', 'prove']],
    [
      'a diagnosis that is complete',
      { kind: 'diagnosed', diagnosis: { complete: true, findings: [] } },
      ['diagnose'],
    ],
    ['a diagnosis that is not', { kind: 'diagnosed', diagnosis: { complete: false, findings: [] } }, []],
    ['a stop', { kind: 'stopped' }, []],
  ])('reaches the right stages by %s', async (_, outcome, stages) => {
    const { session, reached } = begin({ outcome });
    await session.check();
    expect(reached).toEqual(stages);
  });

  it('marks the innermost line that the learner can change, until they change the file', async () => {
    const error = errorAt(['app.py', 3], ['settings.py', 9], ['app.py', 7], ['workload.py', 2]);
    const { session } = begin({
      outcome: { kind: 'crashed', sentence: 'Crashed.', phase: 'load', units: 1, error, next: null },
    });
    await session.check();
    expect(session.marks).toEqual({ 'app.py': [{ line: 7, message: 'TypeError: no' }] });
    session.edit('app.py', 'fixed\n');
    expect(session.marks).toEqual({});
  });

  it('keeps the first try of a repeated check apart from the second', async () => {
    const read = (runId: number, units: number): Signal => ({
      kind: 'read',
      runId,
      read: { units, bytes: units, rung: 0 },
    });
    const again = inconclusive({ kind: 'check', seed: 2, cap: 25_600, agreed: 0 });
    const { session } = begin({
      signals: [
        read(1, 10),
        read(1, 20),
        { kind: 'verdict', runId: 1, verdict: again },
        read(2, 5),
        { kind: 'verdict', runId: 2, verdict: growing() },
        read(3, 99),
      ],
      outcome: growing(),
    });
    await session.check();
    expect(session.shown?.earlierReads.map((one) => one.units)).toEqual([10, 20]);
    expect(session.shown?.reads.map((one) => one.units)).toEqual([5]);
  });

  it('joins output of one stream and shows where it was cut', async () => {
    const printed = (stream: 'stdout' | 'stderr', text: string): Signal => ({
      kind: 'output',
      runId: 1,
      stream,
      text,
    });
    const { session } = begin({
      signals: [
        printed('stdout', 'a\n'),
        printed('stdout', 'b\n'),
        { kind: 'output-cut', runId: 1, lines: 7, bytes: 70 },
        printed('stdout', 'z\n'),
        printed('stderr', 'warning\n'),
      ],
      outcome: { kind: 'ran', units: 1000 },
    });
    await session.observe();
    expect(session.shown?.output).toEqual([
      { kind: 'stdout', text: 'a\nb\n' },
      { kind: 'cut', lines: 7, bytes: 70 },
      { kind: 'stdout', text: 'z\n' },
      { kind: 'stderr', text: 'warning\n' },
    ]);
  });

  it('keeps no more output than the page can show', async () => {
    const flood: Signal = { kind: 'output', runId: 1, stream: 'stdout', text: 'x'.repeat(90_000) };
    const { session } = begin({ signals: [flood, flood], outcome: { kind: 'ran', units: 1000 } });
    await session.observe();
    const kept = session.shown?.output.reduce(
      (sum, piece) => sum + (piece.kind === 'cut' ? 0 : piece.text.length),
      0,
    );
    expect(kept).toBe(100_000);
  });
});
