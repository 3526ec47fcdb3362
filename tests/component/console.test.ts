import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import type { ObjectLook, Thing } from '../../src/runtime/living.ts';
import Workbench from '../../src/workbench/Workbench.svelte';
import { benchOf } from './states/benches.ts';
import { found } from './states/explanations.ts';
import { growing } from './states/outcomes.ts';
import type { SaidOfStep, Script, StepBody } from './states/scripted-client.ts';

const button = (name: string | RegExp) => page.getByRole('button', { name });
const log = page.getByRole('log', { name: 'Console' });
const input = page.getByRole('textbox', { name: 'Python statement' });
const inspector = page.getByRole('region', { name: 'Inspector' });

const thing = (handle: number, type: string, text = ''): Thing => ({ handle, type, text, size: 64 });

const look = (at: Thing, more: Partial<ObjectLook> = {}): SaidOfStep => ({
  kind: 'look',
  look: {
    ...{ kind: 'object', thing: at, repr: '', notes: [], deepSize: null },
    ...{ referrers: [], referrerCount: 0, referents: [], referentCount: 0, ...more },
  },
});

const done = { kind: 'answer', answer: { state: 'done', traceback: '', value: null } } as const;
const printed = (text: string): SaidOfStep => ({ kind: 'output', stream: 'stdout', text });

/** A process with a list of loans. */
function step(body: StepBody): readonly SaidOfStep[] {
  switch (body.kind) {
    case 'complete':
      return [{ kind: 'completions', completions: { prefix: 'le', options: ['ledger', 'len', 'lend'] } }];
    case 'inspect': {
      const { at } = body;
      if (at.kind === 'name' && at.name === 'nothing')
        return [{ kind: 'look', look: { kind: 'none', reason: 'There is no nothing here.' } }];
      if (at.kind === 'name')
        return [
          {
            kind: 'look',
            look: {
              kind: 'type',
              type: 'app.Loan',
              instances: [thing(1, 'app.Loan', 'number=799')],
              count: 800,
            },
          },
        ];
      if (at.kind === 'handle' && at.handle === 1)
        return [
          look(thing(1, 'app.Loan', 'number=799'), {
            repr: 'Loan(799)',
            notes: ['Its repr changed it: .loaded.'],
            deepSize: body.deep ? 4096 : null,
            referrers: [{ how: '[799]', thing: thing(2, 'list', '800 entries') }],
            referrerCount: 1,
          }),
        ];
      return [look(thing(2, 'list', '800 entries'))];
    }
    case 'console':
      if (body.source === 'while True: pass') return [];
      if (body.source.endsWith(':'))
        return [{ kind: 'answer', answer: { state: 'incomplete', traceback: '', value: null } }];
      if (body.source === '1 / 0')
        return [
          {
            kind: 'answer',
            answer: { state: 'raised', traceback: 'Traceback (most recent call last):\nZero', value: null },
          },
        ];
      if (body.source === 'loans')
        return [
          printed('[<Loan>]\n'),
          {
            kind: 'answer',
            answer: { state: 'done', traceback: '', value: thing(2, 'list', '800 entries') },
          },
        ];
      return [printed('800\n'), done];
  }
}

const script: Script = { outcome: { kind: 'observed', units: 800 }, explanation: found, step };

/** A bench after a run, with its console open. */
async function open(changed: Partial<Script> = {}) {
  const bench = benchOf({ ...script, ...changed });
  await render(Workbench, { bench });
  await button('Run').click();
  await page.getByText('run 1 is alive').click();
  await expect.element(input).toBeVisible();
  return bench;
}

async function type(text: string): Promise<void> {
  await input.click();
  await userEvent.keyboard(text.replaceAll('[', '[[').replaceAll('{', '{{'));
}

describe('the console', () => {
  it('carries out a statement with Enter and shows what came back', async () => {
    await open();
    await type('len(loans){Enter}'.replace('{Enter}', ''));
    await userEvent.keyboard('{Enter}');
    await expect.element(log).toMatchTextContent(/>>> len\(loans\)\s*800/);
    await expect.element(input).toHaveValue('');
    await expect.element(input).toHaveFocus();
  });

  it('goes on in a further, indented line where a statement is not whole, and with Shift+Enter', async () => {
    await open();
    await type('for x in y:');
    await userEvent.keyboard('{Enter}');
    await expect.element(input).toHaveValue('for x in y:\n    ');
    await userEvent.keyboard('x{Shift>}{Enter}{/Shift}');
    await expect.element(input).toHaveValue('for x in y:\n    x\n');
    expect(log.element().textContent).not.toContain('for x');
  });

  it('shows a traceback, and brings back what was typed with the arrows', async () => {
    await open();
    for (const source of ['first', '1 / 0']) {
      await type(source);
      await userEvent.keyboard('{Enter}');
      await expect.element(input).toHaveValue('');
    }
    await expect.element(log).toMatchTextContent(/Traceback \(most recent call last\):/);
    await type('draft');
    await userEvent.keyboard('{ArrowUp}');
    await expect.element(input).toHaveValue('1 / 0');
    await userEvent.keyboard('{ArrowUp}');
    await expect.element(input).toHaveValue('first');
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    await expect.element(input).toHaveValue('draft');
  });

  it('completes with Tab, and is left by Escape and Tab', async () => {
    await open();
    await type('le');
    await userEvent.keyboard('{Tab}');
    const options = page.getByRole('listbox', { name: 'Completions' });
    await expect
      .element(options.getByRole('option', { name: 'ledger' }))
      .toHaveAttribute('aria-selected', 'true');
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await expect.element(input).toHaveValue('len');
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByText('Tab leaves.')).toBeVisible();
    await userEvent.keyboard('{Tab}');
    await expect.element(button('Run statement')).toHaveFocus();
  });

  it('lets Tab pass where nothing is typed', async () => {
    await open();
    await input.click();
    await userEvent.keyboard('{Tab}');
    await expect.element(button('Run statement')).toHaveFocus();
  });

  it('ends the process with Stop, while a statement runs too, and says what to do', async () => {
    const bench = await open();
    await type('while True: pass');
    await userEvent.keyboard('{Enter}');
    await button('Stop the process').click();
    await expect
      .element(log)
      .toMatchTextContent(/The process was ended\. What it held is gone\. Press Run or Diagnose/);
    expect(bench.session.process).toBeNull();
    await expect.element(button('Stop the process')).toHaveFocus();
    await expect.element(page.getByText('no process is alive')).toBeVisible();
  });

  it('follows the next run, and a check leaves no process', async () => {
    const bench = await open();
    await button('Run').click();
    await expect.element(log).toMatchTextContent(/The process of run 2 is alive\./);
    await button('Check').click();
    await expect.element(page.getByText('no process is alive')).toBeVisible();
    expect(bench.session.process).toBeNull();
  });

  it('runs a statement with Ctrl+Enter, which elsewhere checks the program', async () => {
    const bench = await open();
    await type('len(loans)');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await expect.element(log).toMatchTextContent(/800/);
    expect(bench.session.runs.length).toBe(1);
  });

  it('shows what is printed as text, and draws a picture', async () => {
    await open({
      step: (body) =>
        body.kind === 'console'
          ? [
              printed('<b>bold</b>\n'),
              { kind: 'graph', dot: 'digraph { "<i>" }', title: 'objgraph.show_refs' },
              done,
            ]
          : step(body),
    });
    await type('draw');
    await userEvent.keyboard('{Enter}');
    await expect.element(log.getByText('objgraph.show_refs')).toBeVisible();
    await expect.element(log.getByRole('option', { name: /<i>/ })).toBeVisible();
    expect(log.element().querySelector('b, i')).toBeNull();
  });
});

describe('the inspector', () => {
  it('goes from a type to an instance and to its holder, and back', async () => {
    await open();
    await inspector.getByRole('textbox').fill('Loan');
    await userEvent.keyboard('{Enter}');
    await expect.element(inspector.getByRole('heading', { name: 'app.Loan 800 instances' })).toHaveFocus();
    await inspector.getByRole('button', { name: /number=799/ }).click();
    await expect.element(inspector.getByText('Loan(799)')).toBeVisible();
    await expect.element(inspector.getByText('Its repr changed it: .loaded.')).toBeVisible();
    await inspector.getByRole('button', { name: 'Weigh all that it refers to' }).click();
    await expect.element(inspector).toMatchTextContent(/4\.1 kB with all that it refers to/);
    await inspector.getByRole('button', { name: /\[799\] list/ }).click();
    await expect.element(inspector.getByRole('heading', { name: 'list 800 entries' })).toHaveFocus();
    const way = inspector.getByRole('navigation', { name: 'The way here' });
    await expect.element(way).toMatchTextContent(/app\.Loan\s*list/);
    await way.getByRole('button', { name: 'app.Loan' }).click();
    await expect.element(inspector.getByRole('heading', { name: 'app.Loan number=799' })).toHaveFocus();
  });

  it('says why there is nothing to be seen', async () => {
    await open();
    await inspector.getByRole('textbox').fill('nothing');
    await userEvent.keyboard('{Enter}');
    await expect.element(inspector.getByText('There is no nothing here.')).toHaveFocus();
  });

  it('looks at the value that the console showed last, and says when it has run on', async () => {
    await open();
    await type('loans');
    await userEvent.keyboard('{Enter}');
    await button('Inspect this list').click();
    await expect.element(inspector.getByRole('heading', { name: 'list 800 entries' })).toHaveFocus();
    await type('first');
    await userEvent.keyboard('{Enter}');
    await expect.element(inspector.getByText(/A statement has run since/)).toBeVisible();
  });

  it('is reached from the evidence where a process is alive; else one is told to run', async () => {
    const bench = benchOf({ ...script, outcome: growing, explanation: found });
    await render(Workbench, { bench });
    await button('Check').click();
    await expect
      .element(page.getByText(/To look at these objects themselves, press Run, then inspect/))
      .toBeVisible();
  });
});
