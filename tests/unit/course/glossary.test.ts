import { describe, expect, test } from 'vitest';
import { readGlossary } from '../../../src/course/glossary.ts';
import { told } from '../../../src/course/problem.ts';
import { readSymptoms } from '../../../src/course/symptoms.ts';

const at = 'content/glossary/words.yaml';
const glossaryOf = (text: string) => readGlossary({ [at]: text });
const problemsOf = (text: string) => glossaryOf(text).problems.map(told);

describe('a glossary', () => {
  const { terms, named, problems } = glossaryOf(
    [
      'sawtooth:',
      '  means: Up and down.',
      'gc.freeze:',
      '  means: Aside.',
      '  aliases: [Freeze]',
      '  see: [SAWTOOTH]',
    ].join('\n'),
  );

  test('has its words by the alphabet, each with an anchor', () => {
    expect(problems).toEqual([]);
    expect(terms.map(({ word, id }) => [word, id])).toEqual([
      ['gc.freeze', 'gc-freeze'],
      ['sawtooth', 'sawtooth'],
    ]);
  });

  test('finds a word by its name or an alias, in any case and across lines', () => {
    expect(named('freeze')?.word).toBe('gc.freeze');
    expect(named(' Saw\ntooth')).toBeUndefined();
    expect(named('Sawtooth ')?.word).toBe('sawtooth');
  });
});

test.each<[string, string, string[]]>([
  ['a word without a meaning', 'leak:\n  aliases: [x]\n', [`${at}: leak.means: is missing; add it (text).`]],
  [
    'an unknown field and a source without an address',
    'leak:\n  means: A.\n  meens: B.\n  source: { title: T, url: docs }\n',
    [
      `${at}: leak.source.url: must be a complete address, such as https://docs.python.org/3/.`,
      `${at}: leak.meens: is not a known field; correct its spelling or take it out.`,
    ],
  ],
  [
    'a word to see that is not there',
    'leak:\n  means: A.\n  see: [bloat]\n',
    [`${at}: leak.see[0]: there is no "bloat" in content/glossary/; correct its spelling or add it.`],
  ],
  [
    'an alias that is another word',
    'leak:\n  means: A.\nbloat:\n  means: B.\n  aliases: [Leak]\n',
    [`${at}: bloat: "Leak" is "leak" already; take one of them out.`],
  ],
  [
    'a word given twice',
    'leak:\n  means: A.\nleak:\n  means: B.\n',
    [`${at}: line 3: is not valid YAML: Map keys must be unique.`],
  ],
])('a glossary with %s names file and field', (_name, text, messages) => {
  expect(problemsOf(text)).toEqual(messages);
});

describe('symptoms', () => {
  const file = 'content/symptoms/growth.yaml';
  const known = {
    glossary: glossaryOf('leak:\n  means: It grows.\n'),
    lessons: ['early'],
    sandboxes: ['request-log'],
  };
  const symptom = (rest: string) =>
    `grows:\n  title: It grows\n  means: A leak.\n  ask: [{ tool: objgraph, how: Twice. }]\n${rest}`;

  test('are read with their anchors', () => {
    const { symptoms, problems } = readSymptoms(
      { [file]: symptom('  words: [Leak]\n  lessons: [early]\n  sandboxes: [request-log]\n') },
      known,
    );
    expect(problems).toEqual([]);
    expect(symptoms).toMatchObject([{ id: 'grows', title: 'It grows', sources: [] }]);
  });

  test('that name what is not there are told with file and field', () => {
    const files = {
      [file]: symptom('  words: [bloat]\n  lessons: [late]\n  sandboxes: [none]\n  ask_: 1\n'),
    };
    expect(readSymptoms(files, known).problems.map(told)).toEqual([
      `${file}: grows.ask_: is not a known field; correct its spelling or take it out.`,
    ]);
    const named = { [file]: symptom('  words: [bloat]\n  lessons: [late]\n  sandboxes: [none]\n') };
    expect(
      readSymptoms({ ...named, 'content/symptoms/more.yaml': symptom('') }, known).problems.map(told),
    ).toEqual([
      `${file}: grows.words[0]: there is no "bloat" in content/glossary/.`,
      `${file}: grows.lessons[0]: there is no "late" in content/lessons/.`,
      `${file}: grows.sandboxes[0]: there is no "none" in sandboxes/.`,
      'content/symptoms/more.yaml: grows: is the address of another symptom; give each its own.',
    ]);
  });
});
