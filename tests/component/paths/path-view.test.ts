import { afterEach, beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { pathOf, type LearningPath } from '../../../src/course/paths.ts';
import FacilitatorView from '../../../src/paths/FacilitatorView.svelte';
import { offerPrinting } from '../../../src/paths/printing.ts';
import PathView from '../../../src/paths/PathView.svelte';
import { showPathStanding } from '../../../src/progress/path-standing.ts';
import { progressKey } from '../../../src/progress/reached.ts';
import type { LessonNotes } from '../../../src/prose/lesson-notes.ts';

const lessons = ['one', 'two', 'three'].map((slug, index) => ({
  slug,
  title: `Lesson ${slug}`,
  minutes: 20,
  needs: [],
  position: index + 1,
}));
const written = {
  title: 'Short',
  for: 'For you.',
  steps: [
    { lesson: 'one', why: '<b>First</b>.' },
    { lesson: 'two', why: 'Then `gc`.', stages: ['observe' as const, 'transfer' as const], minutes: 6 },
    { lesson: 'three', why: 'Last.' },
  ],
  afterwards: ['See it.'],
};
const path: LearningPath = pathOf('short', written, lessons, 'short.yaml').path;
const reach = (slug: string, ...reached: string[]) =>
  localStorage.setItem(progressKey(slug), JSON.stringify({ reached }));

test('a path shows its steps in order, each with its minutes and stages, and its text as text', async () => {
  const screen = await render(PathView, { path });
  const steps = screen.getByRole('list').first().getByRole('listitem');
  await expect
    .element(steps.nth(0))
    .toHaveTextContent('Lesson one <b>First</b>. 20 minutes the whole lesson');
  await expect.element(steps.nth(1)).toHaveTextContent('Lesson two Then gc. 6 minutes observe, transfer');
  await expect.element(screen.getByText('3 steps, 46 minutes')).toBeVisible();
  const address = (name: string) => screen.getByRole('link', { name }).element().getAttribute('href');
  expect(address('Lesson one')).toBe('/lessons/one/?path=short');
  expect(address('Lesson two')).toBe('/lessons/two/?path=short#observe');
});

test('who has done nothing begins with the first step', async () => {
  const screen = await render(PathView, { path });
  showPathStanding(document);
  await expect.element(screen.getByRole('link', { name: 'Begin the first step' })).toBeVisible();
  expect(screen.getByText(/steps done/).query()).toBeNull();
});

test('a step in part is done with its own stages, and the path goes on with the first that is not done', async () => {
  reach('one', 'symptom', 'prove');
  reach('two', 'symptom', 'transfer');
  const screen = await render(PathView, { path });
  showPathStanding(document);
  await expect.element(screen.getByText('1 of 3 steps done')).toBeVisible();
  await expect.element(screen.getByText('1 of 2 stages')).toBeVisible();
  await expect.element(screen.getByText('Next')).toBeVisible();
  const onward = screen.getByRole('link', { name: 'Continue “Lesson two”' });
  expect(onward.element().getAttribute('href')).toMatch(/\/lessons\/two\/\?path=short#observe$/);
});

test('with every step done there is nothing to lead on to', async () => {
  reach('one', 'prove');
  reach('two', 'observe', 'transfer');
  reach('three', 'prove');
  const screen = await render(PathView, { path });
  showPathStanding(document);
  await expect.element(screen.getByText('All steps done')).toBeVisible();
  expect(screen.getByText('Next').query()).toBeNull();
});

const notes: LessonNotes = {
  program: 'The desk',
  unit: 'loan',
  units: 400,
  starter: { kind: 'growing', sentence: 'Growing: 5 B per loan.', lead: 'Growing:' },
  questions: [
    {
      stage: 'observe',
      question: 'What will the curve look like?',
      right: { label: 'A line', answer: 'It never bends.' },
      others: [{ label: 'A plateau', answer: 'Nothing bounds it.' }],
    },
  ],
  decoys: [
    {
      title: 'Collect often',
      why: 'It is reachable.',
      kind: 'costly',
      run: { kind: 'costly', sentence: 'Costly: 50 collections.', lead: 'Costly:' },
    },
  ],
};

let printed: string[] = [];
const print = window.print;
beforeEach(() => {
  printed = [];
  window.print = () =>
    printed.push(
      `${document.documentElement.dataset.print ?? 'handout'}, ${document.querySelectorAll('details[open]').length} open`,
    );
});
afterEach(() => {
  window.print = print;
});

test('the notes have the agenda, the questions with their answers, and the decoys where repairs are meant', async () => {
  const screen = await render(FacilitatorView, { path, notes: [notes, notes, notes] });
  const times = screen.getByRole('cell').filter({ hasText: /^\d:\d\d$/ });
  expect(times.elements().map((cell) => cell.textContent)).toEqual(['0:00', '0:20', '0:26', '0:46']);
  const [whole, part] = [screen.getByRole('region').nth(1), screen.getByRole('region').nth(2)];
  await expect.element(whole.getByText(/It never bends/)).toBeVisible();
  await expect.element(whole.getByText('Nothing bounds it.')).not.toBeVisible();
  await whole.getByText('What you may hear instead').click();
  await expect.element(whole.getByText('Nothing bounds it.')).toBeVisible();
  await expect.element(whole.getByText(/50 collections/)).toBeVisible();
  await expect.element(part.getByText(/It never bends/)).toBeVisible();
  expect(part.getByText(/50 collections/).query()).toBeNull();
});

test('what is printed is the handout, or the notes with all answers opened', async () => {
  const screen = await render(FacilitatorView, { path, notes: [notes, notes, notes] });
  offerPrinting(document);
  await screen.getByRole('button', { name: 'Print the handout' }).click();
  await screen.getByRole('button', { name: 'Print these notes' }).click();
  expect(printed).toEqual(['handout, 0 open', 'notes, 3 open']);
  expect(document.documentElement.dataset.print).toBeUndefined();
  expect(document.querySelectorAll('details[open]')).toHaveLength(0);
});
