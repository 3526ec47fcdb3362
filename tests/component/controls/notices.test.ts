import { afterEach, describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import type { Trouble } from '../../../src/progress/store.ts';
import type { Bench } from '../../../src/workbench/bench.svelte.ts';
import Notices from '../../../src/workbench/controls/Notices.svelte';
import { benchOf } from '../states/benches.ts';

const button = (name: string) => page.getByRole('button', { name });

async function show(bench: Bench, place: 'lesson' | 'sandbox' = 'lesson') {
  return render(Notices, {
    place,
    texts: bench.code.texts,
    progress: bench.progress,
    link: bench.link,
    onAnswer: (answer: 'open' | 'leave') => bench.answerOffer(answer),
    onReset: (names: readonly string[]) => bench.reset(names),
    onUndo: () => bench.undoReset(),
  });
}

describe('trouble with storage', () => {
  it.each<[Trouble, string]>([
    [
      'full',
      'This browser’s storage is full, so what you type is not kept after you leave. Work goes on as usual.',
    ],
    [
      'forbidden',
      'This browser allows no storage here, so what you type is not kept after you leave. Work goes on as usual.',
    ],
  ])('that goes on (%s) is said for as long as it lasts', async (trouble, sentence) => {
    const bench = benchOf();
    await show(bench);
    bench.progress.writeTrouble = trouble;
    await expect.element(page.getByRole('alert')).toHaveTextContent(sentence);
    bench.progress.writeTrouble = null;
    await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
  });

  it.each<[Trouble, string]>([
    [
      'malformed',
      'What was kept of this lesson could not be read. It was put aside, not deleted; you begin afresh.',
    ],
    [
      'older',
      'What was kept comes from an older version and could not be brought over. It was left as it is.',
    ],
  ])('that is over (%s) is said until the learner has read it', async (trouble, sentence) => {
    const bench = benchOf();
    bench.progress.readTrouble = trouble;
    await show(bench);
    await expect.element(page.getByRole('alert').getByText(sentence)).toBeVisible();
    await button('Close').click();
    await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
  });

  it('speaks of a sandbox where there is no lesson', async () => {
    const bench = benchOf();
    bench.progress.readTrouble = 'malformed';
    await show(bench, 'sandbox');
    await expect.element(page.getByRole('alert')).toMatchTextContent(/^What was kept of this sandbox /);
  });
});

describe('a lesson that has changed since the learner began', () => {
  it('lets them see the new start', async () => {
    const bench = benchOf();
    bench.code.edit('app.py', 'mine\n');
    bench.progress.starterChanged = true;
    await show(bench);
    await expect
      .element(page.getByText('This lesson has changed since you began. Your files are as you left them.'))
      .toBeVisible();
    await button('See the new start').click();
    expect(bench.code.texts.of('app.py')).toBe('HISTORY = []\n');
  });

  it('lets them keep their files, and says no more of it', async () => {
    const bench = benchOf();
    bench.code.edit('app.py', 'mine\n');
    bench.progress.starterChanged = true;
    await show(bench);
    await button('Keep mine').click();
    await expect.element(page.getByText(/This lesson has changed/)).not.toBeInTheDocument();
    expect(bench.code.texts.of('app.py')).toBe('mine\n');
  });
});

describe('a reset', () => {
  it('says whose text it set aside, and brings it back', async () => {
    const bench = benchOf();
    bench.code.edit('app.py', 'mine\n');
    bench.code.edit('diagnose.py', 'print()\n');
    await show(bench);
    bench.reset(['app.py', 'diagnose.py']);
    await expect.element(page.getByText('Your text of app.py, diagnose.py is set aside.')).toBeVisible();
    await button('Undo').click();
    expect(bench.code.texts.of('app.py')).toBe('mine\n');
    expect(bench.code.texts.of('diagnose.py')).toBe('print()\n');
    await expect.element(button('Undo')).not.toBeInTheDocument();
  });

  it('can be closed, and is said again of the next reset', async () => {
    const bench = benchOf();
    bench.code.edit('app.py', 'mine\n');
    await show(bench);
    bench.reset(['app.py']);
    await button('Close').click();
    await expect.element(button('Undo')).not.toBeInTheDocument();
    bench.code.edit('app.py', 'newer\n');
    bench.reset(['app.py']);
    await expect.element(button('Undo')).toBeVisible();
  });
});

describe('a link with code', () => {
  const offer = {
    kind: 'code',
    sameStart: true,
    texts: { 'app.py': 'theirs\n' },
    load: {},
    deployment: null,
  } as const;

  it('is opened only when asked for, and what was there can be brought back', async () => {
    const bench = benchOf();
    bench.code.edit('app.py', 'mine\n');
    bench.link.offer = offer;
    await show(bench);
    await expect
      .element(page.getByRole('alert'))
      .toMatchTextContent(/carries another text of app\.py\. .* Nothing of it runs until you run it\./);
    expect(bench.code.texts.of('app.py')).toBe('mine\n');
    await button('Open it').click();
    await expect.element(page.getByText('Your text of app.py is set aside.')).toBeVisible();
    expect(bench.code.texts.of('app.py')).toBe('theirs\n');
    await button('Undo').click();
    expect(bench.code.texts.of('app.py')).toBe('mine\n');
  });

  it('brings the load and the container that were set, and says where the program was another', async () => {
    const bench = benchOf();
    bench.link.offer = {
      ...offer,
      sameStart: false,
      texts: {},
      load: { units: 200, clients: 99, gone: 1 },
      deployment: { mebibytes: 256, perSecond: 5 },
    };
    await show(bench);
    await expect
      .element(page.getByRole('alert'))
      .toMatchTextContent(
        /carries a load for Run; a container of 256 MiB at 5 a second\. It was made with another version/,
      );
    expect(bench.session.load.isTurned).toBe(false);
    await button('Open it').click();
    await expect.poll(() => bench.session.load.command).toEqual({ units: 200, load: {} });
    expect(bench.session.deployment).toEqual({ mebibytes: 256, perSecond: 5 });
  });

  it('is left without a change', async () => {
    const bench = benchOf();
    bench.link.offer = offer;
    await show(bench);
    await button('Leave it').click();
    await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
    expect(bench.code.texts.of('app.py')).toBe('HISTORY = []\n');
  });

  it('says why it cannot be read', async () => {
    const bench = benchOf();
    bench.link.offer = { kind: 'unreadable', reason: 'A part of it is missing.' };
    await show(bench);
    await expect
      .element(
        page
          .getByRole('alert')
          .getByText('The code in the link that you opened cannot be read. A part of it is missing.'),
      )
      .toBeVisible();
    await button('Close').click();
    await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
  });
});

describe('the focus', () => {
  afterEach(() => document.querySelector('[data-bench]')?.remove());

  /** What of a bench the notices know of: the tab of the open file. */
  function tab(): void {
    document.body.insertAdjacentHTML(
      'beforeend',
      '<div data-bench><button role="tab" aria-selected="true">app.py</button></div>',
    );
  }

  it.each(['Undo', 'Close'])('is on the open file after %s has gone with its notice', async (name) => {
    tab();
    const bench = benchOf();
    bench.edit('app.py', 'mine\n');
    bench.reset(['app.py']);
    await show(bench);
    await button(name).click();
    await expect.element(page.getByRole('tab', { name: 'app.py' })).toHaveFocus();
  });

  it('is on the next notice where there is one', async () => {
    tab();
    const bench = benchOf();
    bench.edit('app.py', 'mine\n');
    bench.reset(['app.py']);
    bench.progress.readTrouble = 'malformed';
    await show(bench);
    await button('Close').first().click();
    await expect.element(button('Undo')).toHaveFocus();
  });
});
