import { beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { progressKey, type Stage } from '../../src/progress/reached.ts';
import { openRunStore } from '../../src/progress/run-store.ts';
import ProgressView from '../../src/progress/view/ProgressView.svelte';
import { bounded } from './states/outcomes.ts';

const lessons = ['one', 'two'].map((slug) => ({ slug, title: `Lesson ${slug}`, path: `/lessons/${slug}/` }));
const kept = (files: Record<string, string>, reached: Stage[]) => ({
  lessonVersion: 1,
  files,
  setAside: {},
  reached,
  opened: ['hint-fix-1'],
  seconds: { here: 4000 },
});
const theirs = (content: object) =>
  new File([JSON.stringify({ kind: 'leaklab progress', version: 1, runs: [], ...content })], 'them.json');

const show = () => render(ProgressView, { base: '/', lessons, sandboxes: [] });

beforeEach(async () => (await openRunStore()).clear());

test('what was done is listed, deleted and brought back', async () => {
  localStorage.setItem(progressKey('one'), JSON.stringify(kept({}, ['symptom', 'prove'])));
  localStorage.setItem(progressKey('gone'), JSON.stringify(kept({}, [])));
  const store = await openRunStore();
  await store.keep(
    {
      ...{ slug: 'one', task: 'check', title: 'your files', load: null, endedAt: Date.UTC(2026, 10, 27, 12) },
      ...{ texts: {}, reads: [], outcome: bounded, explanation: null },
    },
    20,
  );
  const screen = await show();
  await expect
    .element(screen.getByText(/proved/))
    .toHaveTextContent('1 of 2 lessons proved, 1 h 6 min in all.');
  const row = screen.getByRole('row', { name: /Lesson one/ });
  const cells = ['Proved', `${bounded.headline} 27 Nov 2026`, '1 h 6 min', '1'];
  for (const [index, text] of cells.entries())
    await expect.element(row.getByRole('cell').nth(index)).toHaveTextContent(text);
  await expect.element(screen.getByText('And 1 lesson that this site does not have.')).toBeVisible();

  await screen.getByRole('button', { name: 'Delete everything …' }).click();
  await expect.element(screen.getByText('Delete 2 lessons and 1 run?')).toBeVisible();
  await screen.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect.element(screen.getByText(/^Nothing yet\./)).toBeVisible();
  await screen.getByRole('button', { name: 'Bring it back' }).click();
  await expect.element(row).toBeVisible();
});

test('a file is added to what is here, and what it brought is said; one that is none is refused', async () => {
  localStorage.setItem(progressKey('one'), JSON.stringify(kept({ 'app.py': 'mine' }, ['symptom'])));
  const screen = await show();
  const field = screen.getByLabelText('Add from a file');
  const status = screen.getByRole('status');
  const file = theirs({
    lessons: { one: kept({ 'app.py': 'theirs' }, ['observe']), two: kept({}, ['prove']), three: 'nothing' },
  });
  await field.upload(file);
  await expect
    .element(status)
    .toHaveTextContent(
      '1 lesson added, 1 lesson extended. Of 1 lesson you have other code here: yours stays, and the file’s is among the earlier runs. 1 part of the file could not be read.',
    );
  await field.upload(file);
  await expect.element(status).toMatchTextContent(/^All of it was here already\. 1 part/);
  await field.upload(new File(['{'], 'half.json'));
  await expect.element(screen.getByRole('alert')).toMatchTextContent(/^“half\.json” is not JSON\./);
  await expect.element(status).toHaveTextContent('');
});
