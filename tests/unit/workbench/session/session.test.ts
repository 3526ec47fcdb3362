import { describe, expect, it } from 'vitest';
import type { Outcome, Signal } from '../../../../src/runtime/protocol.ts';
import type { Run } from '../../../../src/workbench/session/run.svelte.ts';
import type { OpenClient } from '../../../../src/workbench/session/client.ts';
import { Code } from '../../../../src/workbench/session/code.svelte.ts';
import { Session } from '../../../../src/workbench/session/session.svelte.ts';
import { announcement } from '../../../../src/workbench/wording/announcement.ts';
import { outcomeAdvice, outcomeWord } from '../../../../src/workbench/wording/outcomes.ts';
import { turnedLoad } from '../../../../src/workbench/wording/turned-load.ts';
import { exercise } from '../../../component/states/exercise.ts';
import {
  bounded,
  crashed,
  cutShort,
  errorAt,
  growing,
  inconclusive,
  outcomes,
} from '../../../component/states/outcomes.ts';
import { scriptedClient, type Script } from '../../../component/states/scripted-client.ts';

function sessionOn(openClient: OpenClient) {
  const code = new Code(exercise);
  const settled: Run[] = [];
  const session = new Session({ exercise, code, openClient, onSettled: (run) => settled.push(run) });
  return { session, code, settled };
}

function begin(script: Script) {
  const { client, asked, commands } = scriptedClient(script);
  return { ...sessionOn(async () => client), asked, commands };
}

/** The word and the sentence for each of `outcomes`. */
const SAID: Record<Outcome['kind'], [word: string, sentence: string]> = {
  bounded: ['bounded', 'Bounded: no growth above 0.05 B per request over 12,800 requests.'],
  growing: [
    'growing',
    'Growing: 412 B and 3.0 objects per request. At 20 requests a second a 512 MiB container is full in 18 h 4 min.',
  ],
  'over-budget': ['over budget', 'Bounded, but too large: 620 kB kept against 100 kB.'],
  costly: [
    'costly',
    'Costly: 12,800 full collections in 12,800 requests. Each looks at every object of the process.',
  ],
  inconclusive: ['inconclusive', 'Cannot tell: a sawtooth of 62 kB.'],
  broken: ['broken', 'Broken: A client must still see its last 20 requests.'],
  crashed: ['crashed', 'Crashed after 40 requests: TypeError: no such history'],
  observed: ['ran', 'Ran 1,000 requests to the end.'],
  explained: ['explained', 'The cause was looked for.'],
  answered: ['answered', 'The process has answered.'],
  diagnosed: ['diagnosed', 'Your diagnosis ran. It does not name the whole culprit yet.'],
  stopped: ['stopped', 'You stopped the run.'],
  'timed-out': ['timed out', 'Nothing came back for 120 seconds, so the run was ended.'],
  'out-of-memory': ['out of memory', 'The program reached the sandbox’s limit of 256 MiB.'],
  unavailable: ['unavailable', 'Python could not be started here.'],
};

describe('a session', () => {
  it('says when the learner’s own container is full, at once and after the next check', async () => {
    const outcome: Outcome = {
      ...growing,
      sentence: 'Growing: 1 B. At 20 requests a second a 512 MiB container is full in 2 h.',
      headline: 'Growing: 1 B.',
      secondsToLimit: 7200,
    };
    const { session } = begin({ outcome });
    await session.check();
    expect(announcement(session, 'request')).toMatch(/^Growing: 1 B\. At 20 .* in 2 h\.$/);
    session.setDeployment({ mebibytes: 512, perSecond: 40 });
    expect(announcement(session, 'request')).toBe(
      'At 40 requests a second a 512 MiB container is full in 1 h.',
    );
    await session.check();
    expect(announcement(session, 'request')).toMatch(/^Growing: 1 B\. At 40 .* in 1 h\.$/);
    session.setDeployment(null);
    expect(announcement(session, 'request')).toMatch(/^At 20 .* in 2 h\.$/);
  });

  it.each(outcomes.map((outcome) => [outcome.kind, outcome] as const))(
    'settles a check that ends as %s and says so',
    async (kind, outcome) => {
      const { session } = begin({ outcome });
      await session.check();
      expect(session.active).toBeNull();
      expect(session.shown?.settled).toBe(true);
      expect(session.shown?.outcome?.kind).toBe(kind);
      expect([outcomeWord(outcome), announcement(session, 'request')]).toEqual(SAID[kind]);
    },
  );

  it('tells what to do next after every run that was cut short', () => {
    expect(cutShort.map(outcomeAdvice)).toEqual([
      'Everything you typed is still there. A fresh interpreter is ready for the next run.',
      'A loop that never ends looks like this. Look for a “while” without a way out, then run again.',
      'Your browser is fine, and so is your text. A fresh interpreter takes the next run.',
      'Offline. What you typed is kept. This is not your program’s fault; press any button to try again.',
    ]);
  });

  it('settles as unavailable when the client cannot be loaded, and asks for it again', async () => {
    let tries = 0;
    const { client } = scriptedClient({ outcome: { kind: 'observed', units: 1000 } });
    const openClient = async () => {
      tries += 1;
      if (tries === 1) throw new Error('The network is gone');
      return client;
    };
    const { session } = sessionOn(openClient);
    await session.observe();
    expect(session.shown?.outcome).toEqual({ kind: 'unavailable', reason: 'The network is gone.' });
    await session.observe();
    expect(session.shown?.outcome).toEqual({ kind: 'observed', units: 1000 });
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
    const { session, code, asked } = begin({ outcome: { kind: 'observed', units: 1000 } });
    code.edit('app.py', 'HISTORY = None\n');
    code.edit('diagnose.py', 'print(1)\n');
    await session.observe();
    expect(asked[0]?.project).toEqual({
      'settings.py': 'SIZE = 20\n',
      'app.py': 'HISTORY = None\n',
      'diagnose.py': 'print(1)\n',
    });
  });

  it('loads what is turned with Run alone, and says so of that run', async () => {
    const { session, commands } = begin({ outcome: { kind: 'observed', units: 200 } });
    for (const one of session.load.turnables) session.load.turn(one, one.name === 'units' ? 200 : 9);
    await session.observe();
    await session.check();
    await session.diagnose();
    expect(session.runs.map(({ task, load }) => [task, turnedLoad(load, 'request')])).toEqual([
      ['diagnose', ''],
      ['check', ''],
      ['observe', '200 requests, clients: 9'],
    ]);
    expect(commands[0]).toMatchObject({ kind: 'observe', units: 200, load: { clients: 9 } });
    expect(commands.slice(1).map((command) => 'load' in command)).toEqual([false]);
  });

  it('marks the line of the first failure of a run that went on', async () => {
    const failures = { count: 9, units: 99, reason: 'TypeError', detail: '', error: errorAt(['app.py', 1]) };
    const { session, code } = begin({
      signals: [{ kind: 'failures', runId: 1, failures }],
      outcome: { kind: 'observed', units: 9, failures },
    });
    await session.observe();
    expect(Object.keys(code.marks)).toEqual(['app.py']);
  });

  it('tries a reference over the start and leaves the learner’s files alone', async () => {
    const { session, code, asked } = begin({ outcome: bounded });
    code.edit('app.py', 'mine\n');
    const [ring] = exercise.fixes;
    if (!ring) throw new Error('the sample has a fix');
    await session.tryReference(ring);
    expect(asked[0]?.project['app.py']).toBe('RING = 1\n');
    expect(code.texts.of('app.py')).toBe('mine\n');
    expect(session.shown?.title).toBe('A ring');
  });

  it('hands over every run that has ended', async () => {
    const { session, settled } = begin({ outcome: bounded });
    await session.check();
    await session.observe();
    expect(settled.map((run) => [run.task, run.outcome?.kind])).toEqual([
      ['check', 'bounded'],
      ['observe', 'bounded'],
    ]);
  });

  it('marks the innermost line that the learner can change, until they change the file', async () => {
    const error = errorAt(['app.py', 3], ['settings.py', 9], ['app.py', 7], ['workload.py', 2]);
    const { session, code } = begin({ outcome: { ...crashed, error } });
    await session.check();
    expect(code.marks).toEqual({ 'app.py': [{ line: 7, message: 'TypeError: no such history' }] });
    code.edit('app.py', 'fixed\n');
    expect(code.marks).toEqual({});
  });

  it('keeps the first try of a repeated check apart from the second', async () => {
    const read = (runId: number, units: number): Signal => ({
      kind: 'read',
      runId,
      read: { units, bytes: units, rung: 0 },
    });
    const again = { ...inconclusive, next: { kind: 'check', seed: 2, cap: 25_600, agreed: 0 } } as const;
    const { session } = begin({
      signals: [
        read(1, 10),
        read(1, 20),
        { kind: 'verdict', runId: 1, verdict: again },
        read(2, 5),
        { kind: 'verdict', runId: 2, verdict: growing },
        read(3, 99),
      ],
      outcome: growing,
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
      outcome: { kind: 'observed', units: 1000 },
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
    const { session } = begin({ signals: [flood, flood], outcome: { kind: 'observed', units: 1000 } });
    await session.observe();
    const kept = session.shown?.output.reduce(
      (sum, piece) => sum + ('text' in piece ? piece.text.length : 0),
      0,
    );
    expect(kept).toBe(100_000);
  });
});
