import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lessons, paths } from '../../../src/course/catalogue.ts';
import { pathOf, readPaths } from '../../../src/course/paths.ts';
import type { StageName } from '../../../src/course/stage-names.ts';
import { clock, sessionOf, spoken } from '../../../src/paths/session.ts';
import { notesOf, type LessonNotes } from '../../../src/prose/lesson-notes.ts';

const asked = (stage: StageName) => ({
  stage,
  question: stage,
  right: { label: 'a', answer: 'b' },
  others: [],
});
const notes: LessonNotes = {
  program: 'P',
  unit: 'job',
  units: 1,
  starter: null,
  questions: [asked('observe'), asked('compare')],
  decoys: [{ title: 'D', why: 'W', kind: 'growing', run: null }],
};
const lesson = { slug: 'one', title: 'One', minutes: 9, needs: [], position: 1 };

test.each<[StageName[] | undefined, string[], boolean]>([
  [undefined, ['observe', 'compare'], true],
  [['symptom', 'observe'], ['observe'], false],
  [['compare', 'transfer'], ['compare'], true],
])('of a lesson with the stages %j a group talks about what stands in them', (stages, questions, decoys) => {
  const step = { lesson: 'one', why: 'W', ...(stages ? { stages, minutes: 5 } : {}) };
  const written = { title: 'T', for: 'F', steps: [step], afterwards: ['a'] };
  const [session] = sessionOf(pathOf('p', written, [lesson], 'p.yaml').path, [notes]);
  expect(session?.questions.map(({ question }) => question)).toEqual(questions);
  expect(session?.withDecoys).toBe(decoys);
});

test('minutes are told as a clock shows them, and as one says them', () => {
  expect([0, 18, 78].map(clock)).toEqual(['0:00', '0:18', '1:18']);
  expect([45, 60, 135].map(spoken)).toEqual(['45 minutes', '1 hour', '2 hours and 15 minutes']);
});

test.each(paths().map((path) => [path.id, path] as const))(
  'every step of %s gives a group something to see and something to talk about',
  (_id, path) => {
    const of = path.steps.map(({ lesson: { slug } }) => {
      const found = lessons().find((one) => one.slug === slug);
      if (!found) throw new Error(`no lesson ${slug}`);
      return notesOf(found);
    });
    const steps = sessionOf(path, of);
    expect(steps).toHaveLength(path.steps.length);
    for (const { show, ask, questions } of steps) {
      expect(show).not.toBeNull();
      expect(ask.length + questions.length).toBeGreaterThan(0);
    }
    expect(path.incident).not.toBeNull();
  },
);

test('the path that authoring.md shows can be built', () => {
  const page = readFileSync(new URL('../../../docs/authoring.md', import.meta.url), 'utf8');
  const text = /^## A path\n[\s\S]*?```yaml\n([\s\S]*?)```/m.exec(page)?.[1] ?? '';
  expect(readPaths({ 'content/paths/01-shown.yaml': text }, lessons()).problems).toEqual([]);
});
