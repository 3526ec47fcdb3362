import { expect, test } from 'vitest';
import { render } from 'svelte/server';
import { glossary, lessons } from '../../../src/course/catalogue.ts';
import { predictionsIn } from '../../../src/course/predictions.ts';
import LessonProse from '../../../src/prose/LessonProse.svelte';
import { notesOf, plainText } from '../../../src/prose/lesson-notes.ts';
import { words } from './shown.ts';

test('prose becomes plain text, and code in it stays as it is', () => {
  const written =
    'It *is* **here**: [`a[0](b)` and\nmore](../other/), `x*y*z`, <Term of="cycle">cycles</Term>, <Measured of="starter" figure="nothing" />.';
  expect(plainText(written, null)).toBe(
    'It is here: `a[0](b)` and more, `x*y*z`, cycles, [starter: nothing, not measured yet].',
  );
});

test('a prediction is found in its stage, with the option that comes true', () => {
  const option = (label: string, right = '') =>
    `<Option label=${label}${right}>\n\nAnswer ${label}.\n\n</Option>`;
  const text = `<Stage name="fix" title="a > b">\n<Predict question='Is "it" > 2?' id="q">\n${option('"right"')}\n${option('"no"', ' right')}\n</Predict>\n</Stage>\n`;
  expect(predictionsIn(text)).toEqual([
    {
      id: 'q',
      stage: 'fix',
      question: 'Is "it" > 2?',
      options: [
        { label: 'right', right: false, answer: 'Answer "right".' },
        { label: 'no', right: true, answer: 'Answer "no".' },
      ],
    },
  ]);
});

const bare = (text: string) => text.replaceAll('`', '').replace(/[“”"]/g, '"').replace(/\s/g, '');
const entities = (html: string) =>
  html
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');

/** Notes are made from the source of a lesson, beside what renders it: what they say has to stand on its page. */
test.each(lessons().map((lesson) => [lesson.slug, lesson] as const))(
  'every question and answer in the notes of %s stands on its page',
  (_slug, lesson) => {
    const { Prose, ...told } = lesson;
    const { body } = render(LessonProse, { props: { lesson: { ...told, glossary: glossary() }, Prose } });
    const page = bare(
      entities(
        words(
          body
            .replace(/<!--.*?-->/g, '')
            .replace(/<span class="meaning[\s\S]*?<\/a><\/span>/g, '')
            .replace(/<span class="later[^>]*>[^<]*<\/span>/g, ''),
        ),
      ),
    );
    const { questions, decoys } = notesOf(lesson);
    expect(questions).toHaveLength(body.match(/<fieldset class="predict/g)?.length ?? 0);
    for (const { question, right, others } of questions) {
      expect(page).toContain(bare(question));
      for (const { label, answer } of [right, ...others]) {
        expect(page).toContain(bare(label));
        expect(page).toContain(bare(answer));
      }
    }
    expect(decoys.length).toBeGreaterThan(1);
    for (const { run } of decoys) expect(page).toContain(bare(run?.sentence ?? 'not measured'));
  },
);
