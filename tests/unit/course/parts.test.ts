import { expect, test } from 'vitest';
import { readCheatSheet } from '../../../src/course/cheat-sheet.ts';
import { byPart, readParts } from '../../../src/course/parts.ts';
import { told } from '../../../src/course/problem.ts';

const file = 'content/parts.yaml';
const partsOf = (text: string) => readParts({ [file]: text });

test('each part has the lessons from its number to the next part, and one without lessons is left out', () => {
  const { parts, problems } = partsOf(
    [
      'see: { title: See it, from: 2, about: One. }',
      'web: { title: Web, from: 6, about: Two. }',
      'later: { title: Later, from: 30, about: Three. }',
    ].join('\n'),
  );
  expect(problems).toEqual([]);
  const grouped = byPart(parts, [{ order: 1 }, { order: 5 }, { order: 6 }, { order: 29 }]);
  expect(grouped.map(({ part, lessons }) => [part.id, lessons.map(({ order }) => order)])).toEqual([
    ['see', [1, 5]],
    ['web', [6, 29]],
  ]);
});

test('a part that begins before the one above it is named, and so is one without a sentence', () => {
  expect(
    partsOf(
      'web: { title: Web, from: 6, about: Two. }\nsee: { title: See it, from: 6, about: One. }\n',
    ).problems.map(told),
  ).toEqual([`${file}: see.from: must be above 6, where "web" begins.`]);
  expect(partsOf('web: { title: Web, from: 6 }\n').problems.map(told)).toEqual([
    `${file}: web.about: is missing; add it (text).`,
  ]);
});

test('a row of the cheat sheet leads to a lesson that is there', () => {
  const sheet = 'content/cheat-sheet.yaml';
  const row = 'see: It rises., type: work(1), means: It grows.';
  const text = `- question: Does it grow?\n  rows:\n    - { ${row}, lesson: first }\n    - { ${row}, lesson: other }\n`;
  const { cheatSheet, problems } = readCheatSheet({ [sheet]: text }, ['first']);
  expect(cheatSheet[0]?.rows[0]).toMatchObject({ language: 'python', lesson: 'first' });
  expect(problems.map(told)).toEqual([
    `${sheet}: [0].rows[1].lesson: there is no "other" in content/lessons/.`,
  ]);
});
