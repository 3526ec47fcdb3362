import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import type { Boot, Outcome } from '../../src/runtime/protocol.ts';
import type { KeptRun } from '../../src/progress/run-store.ts';
import type { LessonRef } from '../../src/workbench/exercise.ts';
import Workbench from '../../src/workbench/Workbench.svelte';
import { expectNoViolations } from './setup.ts';
import { benchOf } from './states/benches.ts';
import { found } from './states/explanations.ts';
import { bounded, broken, crashed, growing } from './states/outcomes.ts';
import { climbing } from './states/runs.ts';
import type { Script } from './states/scripted-client.ts';

const LESSON: LessonRef = { slug: 'lesson', version: 1 };
const grows: Script = { signals: climbing(412), outcome: growing, explanation: found };

/** While it is judged. */
const judging: Script = { ...grows, signals: [{ kind: 'phase', runId: 1, phase: 'load' }, ...climbing(412)] };

const button = (name: string) => page.getByRole('button', { name });
const results = page.getByRole('region', { name: 'Results' });
/** What is announced stands last; a lens may say how many lines it shows. */
const said = page.getByRole('status').last();

async function show(script: Script, lesson: LessonRef | null = null, kept: KeptRun[] = []) {
  const bench = benchOf(script, lesson, kept);
  await render(Workbench, { bench });
  return bench;
}

const LEAKY = 'HISTORY = []\ndef handle(request):\n    HISTORY.append(request)\n';
const notes = page.getByRole('list', { name: 'What grows in app.py' });

const kept = (key: string): unknown => JSON.parse(localStorage.getItem(key) ?? 'null');

describe('a sandbox without a lesson', () => {
  it('says what can be done before anything has run', async () => {
    await show(grows);
    await expect.element(results.getByText('What Check holds it to')).toBeVisible();
    await expect.element(results.getByText('A client must still see its last 20 requests.')).toBeVisible();
    await expect.element(page.getByText('Python is ready')).toBeVisible();
  });

  it('is checked: verdict, curve and evidence stand in the results, and the verdict is said', async () => {
    await show(grows);
    await button('Check').click();
    await expect
      .element(results.getByRole('heading').first())
      .toHaveTextContent('Growing: 412 B and 3.0 objects per request.');
    await expect
      .element(results.getByRole('img', { name: /over 800 requests: it rises from 0 B to 330 kB/ }))
      .toBeVisible();
    await expect.element(results.getByRole('button', { name: 'app.py:3', exact: true })).toBeVisible();
    await expect.element(said).toMatchTextContent(/^Growing: .* is full in 18 h 4 min\.$/);
  });

  it('shows each run from its verdict on, however far down the last one was read', async () => {
    await show(grows);
    await button('Check').click();
    await expect.element(results.getByRole('button', { name: 'app.py:3', exact: true })).toBeVisible();
    results.element().scrollTo({ top: 300, behavior: 'instant' });
    expect(results.element().scrollTop).toBe(300);
    await button('Check').click();
    await expect.poll(() => results.element().scrollTop).toBe(0);
  });

  it('leads from the evidence to the line in the code', async () => {
    const { code } = await show(grows);
    code.open('diagnose.py');
    await button('Check').click();
    await results.getByRole('button', { name: 'app.py:3', exact: true }).click();
    await expect.element(page.getByRole('tab', { name: 'app.py' })).toHaveAttribute('aria-selected', 'true');
  });

  it('says behind a line what grows by it, until the line is another', async () => {
    const bench = await show(grows);
    bench.edit('app.py', LEAKY);
    await button('Check').click();
    await expect.element(notes).toHaveTextContent('Line 3: 412 B a request');
    bench.edit('app.py', LEAKY.replace('append', 'remove'));
    await expect.element(notes).not.toBeInTheDocument();
  });

  it('keeps its progress under a name of its own, and reaches no stage', async () => {
    const bench = await show({ outcome: bounded });
    bench.edit('app.py', 'mine\n');
    await button('Check').click();
    await expect.element(said).toMatchTextContent(/^Bounded: /);
    bench.reset(['app.py']);
    await expect
      .poll(() => kept('leaklab:1:sandbox/sample'))
      .toMatchObject({ reached: [], setAside: { 'app.py': 'mine\n' } });
    expect(Object.keys(localStorage)).toEqual(['leaklab:1:sandbox/sample']);
  });

  it('brings back on the next visit what was typed', async () => {
    const first = benchOf();
    first.edit('app.py', 'mine\n');
    first.progress.flush();
    await expect
      .poll(() => kept('leaklab:1:sandbox/sample'))
      .toMatchObject({ files: { 'app.py': 'mine\n' } });
    await show(grows);
    await expect.element(page.getByRole('tab', { name: 'app.py (changed)' })).toBeVisible();
    await expect.element(page.getByRole('region', { name: /^app\.py/ })).toHaveTextContent('mine');
  });

  it('has no pane to read', async () => {
    await show(grows);
    const bar = page.getByRole('navigation', { name: 'Panes', includeHidden: true });
    const panes = bar.getByRole('button', { includeHidden: true }).elements();
    expect(panes.map((pane) => pane.textContent.trim())).toEqual(['Code', 'Results']);
  });
});

describe('a sandbox in a lesson', () => {
  it('leaves the growing lines to be found, until somebody asks for them', async () => {
    const bench = await show(grows, LESSON);
    bench.edit('app.py', LEAKY);
    await button('Check').click();
    await expect.element(said).toMatchTextContent(/^Growing: /);
    expect(notes.elements()).toEqual([]);
    if (bench.session.shown) bench.session.shown.evidenceOpen = true;
    await expect.element(notes).toHaveTextContent('Line 3: 412 B a request');
  });

  afterEach(() => document.querySelector('[data-rail]')?.remove());

  it('keeps the evidence back until the learner asks, or has named the culprit', async () => {
    const bench = await show(grows, LESSON);
    const line = results.getByRole('button', { name: 'app.py:3', exact: true });
    const ask = results.getByRole('button', { name: 'Show me the evidence' });
    await button('Check').click();
    await expect.element(ask).toBeVisible();
    await expect.element(line).not.toBeInTheDocument();
    bench.reach('diagnose');
    await expect.element(line).toBeVisible();
    await expect.element(ask).not.toBeInTheDocument();
  });

  it('leads on after a verdict, with the keyboard', async () => {
    await show(grows, LESSON);
    await button('Check').click();
    await results.getByRole('button', { name: 'Open diagnose.py' }).click();
    await expect.element(page.getByRole('tab', { name: 'diagnose.py' })).toHaveFocus();
  });

  it('marks on the page’s rail what a run has proved, and keeps it', async () => {
    const rail = document.createElement('nav');
    rail.dataset.rail = '';
    rail.innerHTML = '<a href="#fix" data-stage="fix">Fix</a> <a href="#prove" data-stage="prove">Prove</a>';
    document.body.append(rail);
    await show({ outcome: bounded }, LESSON);
    await button('Check').click();
    await expect.element(page.getByRole('link', { name: 'Fix (done)' })).toBeVisible();
    await expect.element(page.getByRole('link', { name: 'Prove (done)' })).toBeVisible();
    await expect.poll(() => kept('leaklab:1:lesson')).toMatchObject({ reached: ['fix', 'prove'] });
  });
});

/** Each is looked at by axe, in both themes, as it stands at the end of its test. */
describe('the workbench says in each state what is going on', () => {
  const unavailable: Outcome = { kind: 'unavailable', reason: 'The network is gone.' };
  const boots: [state: string, boot: Boot, says: RegExp][] = [
    ['while Python loads', { kind: 'downloading', loadedBytes: 3e6, totalBytes: 12e6 }, /3\.0 of 12\.0 MB/],
    ['while Python starts', { kind: 'starting', from: 'snapshot' }, /waking up/],
    ['offline, before a run', unavailable, /could not be loaded/],
  ];
  it.each(boots)('%s', async (_state, boot, says) => {
    const bench = await show(grows, LESSON);
    bench.session.boot = boot;
    await expect.element(page.getByRole('group', { name: 'Controls' })).toMatchTextContent(says);
  });

  const runs: [state: string, script: Script, says: RegExp][] = [
    ['judged growing', grows, /^Growing: 412 B/],
    ['judged bounded', { outcome: bounded }, /^Bounded: no growth/],
    ['broken', { outcome: broken }, /^Broken: A client must/],
    ['crashed', { outcome: crashed }, /^Crashed after 40 requests/],
    ['out of memory', { outcome: { kind: 'out-of-memory', limitBytes: 2 ** 28, message: '' } }, /256 MiB/],
    ['timed out', { outcome: { kind: 'timed-out', seconds: 60 } }, /^Nothing came back for 60 seconds/],
    ['offline', { outcome: unavailable }, /^Python could not be started here/],
  ];
  it.each(runs)('%s', async (_state, script, says) => {
    await show(script, LESSON);
    await button('Check').click();
    await expect.element(results.getByRole('heading').first()).toMatchTextContent(says);
  });

  it.each([535, 650])(
    'in controls %i pixels wide: what goes on, in words, and no button moves',
    async (width) => {
      document.body.style.width = `${width}px`;
      onTestFinished(() => void document.body.style.removeProperty('width'));
      await render(Workbench, { bench: benchOf({ ...judging, hangs: true }, LESSON) });
      const controls = page.getByRole('group', { name: 'Controls' });
      const places = () =>
        ['Run', 'Load', 'Diagnose', 'Check', 'Reset', 'Compare'].map((name) => {
          const { left, top } = controls.getByRole('button', { name }).element().getBoundingClientRect();
          return { name, left, top };
        });
      await document.fonts.ready;
      const before = places();
      expect(before.map(({ top }) => top)).toEqual(before.map(() => before[0]?.top));
      await button('Check').click();
      const said = controls.getByText(/^Judging: /);
      await expect.element(said).toBeVisible();
      expect(places()).toEqual(before);
      expect(said.element().scrollWidth).toBeLessThanOrEqual(said.element().clientWidth);
    },
  );

  it('running, and stopped', async () => {
    await show({ ...grows, hangs: true }, LESSON);
    await button('Check').click();
    await expect.element(results.getByRole('img', { name: /the run goes on/ })).toBeVisible();
    await expectNoViolations();
    await button('Stop').click();
    await expect.element(results.getByRole('heading').first()).toHaveTextContent('You stopped the run.');
  });
});

describe('the workbench', () => {
  it('checks at a press of Control and Enter, and diagnoses while the diagnosis is open', async () => {
    const bench = await show({ outcome: bounded });
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await expect.poll(() => bench.session.runs.map((run) => run.task)).toEqual(['check']);
    bench.code.open('diagnose.py');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await expect.poll(() => bench.session.runs.map((run) => run.task)).toEqual(['diagnose', 'check']);
  });

  it('compares, tries a reference, and leaves the learner’s files alone', async () => {
    const bench = await show({ outcome: bounded });
    bench.edit('app.py', 'mine\n');
    await button('Compare').click();
    await button('Show them').click();
    await button('Try it').click();
    await expect.element(results.getByText('A ring')).toBeVisible();
    await expect.element(said).toMatchTextContent(/^Bounded: /);
    expect(bench.code.texts.of('app.py')).toBe('mine\n');
    await button('Compare').click();
    await expect.element(page.getByRole('region', { name: /^app\.py/ })).toHaveTextContent('mine');
  });

  it('offers an earlier run once there are two', async () => {
    await show(grows);
    await button('Run').click();
    await expect.element(button('Show run 1')).not.toBeInTheDocument();
    await button('Check').click();
    await button('Show run 1').click();
    await expect.element(button('Show run 1')).toHaveAttribute('aria-current', 'true');
  });

  it('compares a run of an earlier visit with what there is now, and goes back to its code', async () => {
    const texts = { 'app.py': 'EARLIER = 1\n', 'diagnose.py': '# yours\n' };
    const kept: KeptRun = {
      ...{ slug: 'sandbox/sample', task: 'check', title: 'your files', endedAt: 0, load: null, texts },
      ...{ reads: [], outcome: bounded, explanation: null },
    };
    const bench = await show(grows, null, [kept]);
    bench.edit('app.py', 'NOW = 1\n');
    await button('Compare the code of run 1').click();
    const comparison = results.getByRole('region', { name: 'Run 1' });
    await expect.element(comparison).toMatchTextContent(/EARLIER = 1.*NOW = 1/);
    await button('Go back to the code of run 1').click();
    await expect.poll(() => bench.code.texts.of('app.py')).toBe('EARLIER = 1\n');
    await expect.element(comparison.getByText('Run 1 ran the same code as there is now.')).toBeVisible();
    await button('Undo').click();
    expect(bench.code.texts.of('app.py')).toBe('NOW = 1\n');

    await button('Check').click();
    await expect.element(button('Show run 2')).toHaveAttribute('aria-current', 'true');
    await comparison.getByRole('combobox', { name: 'against' }).selectOptions('run 2');
    await expect.element(comparison.getByRole('columnheader', { name: '+ run 2' })).toBeVisible();
  });

  it('goes on where Python cannot be loaded, and says so', async () => {
    const bench = await show({ outcome: { kind: 'unavailable', reason: 'The network is gone.' } });
    bench.session.boot = { kind: 'unavailable', reason: 'The network is gone.' };
    await expect.element(page.getByText('Python could not be loaded')).toBeVisible();
    await button('Run').click();
    await expect.element(results.getByText(/^The network is gone\. What you typed is kept\./)).toBeVisible();
  });
});
