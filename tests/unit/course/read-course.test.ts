import type { Component } from 'svelte';
import { describe, expect, test, vi } from 'vitest';
import { stageNames } from '../../../src/course/lesson-schema.ts';
import { told } from '../../../src/course/problem.ts';
import { readCourse, type Compiled, type Course, type CourseFiles } from '../../../src/course/read-course.ts';
import { culprit, germanTexts, patternFiles, sandboxFiles } from './sandbox-files.ts';

const Prose = vi.fn() as unknown as Component;
const front = {
  title: 'The request log',
  summary: 'It never forgets.',
  minutes: 15,
  level: 'start',
  sandbox: 'request-log',
  version: 1,
  sources: [],
};
const run = { kind: 'growing', sentence: 'It grows.', lead: '', units: 12800, reads: [[0, 0]] };
const measured = {
  pyodide: '314.0.7',
  culprit,
  variants: {
    starter: run,
    'fixes/deque': run,
    'fixes/delete': run,
    'decoys/collect': run,
    'decoys/forget': run,
  },
  home: { python: '3.11', times: 1.8 },
  figures: { trend: 'flat', tasks: 12800 },
};
const lines = stageNames.map((name) => `<Stage name="${name}" title="T">\n\nText.\n\n</Stage>\n`);

type Written = { file: string; metadata?: unknown; text?: string };

/** A lesson of which a test says what is wrong; `Text.` stands in line 3. */
const lesson = (number: string, change: Omit<Written, 'file'> = {}): Written => ({
  file: `content/lessons/${number}/lesson.svx`,
  ...change,
});
const saying = (sentence: string) => lines.join('\n').replace('Text.', sentence);

const glossary =
  'leak:\n  means: It grows.\n  aliases: [memory leak]\nplateau:\n  means: It settles.\n  see: [leak]\n';

function course(
  lessons: Written[],
  sandboxes: Record<string, Record<string, string>> = {},
  base: Record<string, Record<string, string>> = { 'request-log': sandbox(measured) },
): CourseFiles {
  const folders = { ...base, ...sandboxes };
  return {
    texts: Object.fromEntries(lessons.map(({ file, text = lines.join('\n') }) => [file, text])),
    compiled: Object.fromEntries(
      lessons.map(({ file, metadata = front }): [string, Compiled] => [file, { default: Prose, metadata }]),
    ),
    sandboxes: Object.fromEntries(
      Object.entries(folders).flatMap(([id, files]) =>
        Object.entries(files).map(([path, text]) => [`sandboxes/${id}/${path}`, text]),
      ),
    ),
    glossary: { 'content/glossary/words.yaml': glossary },
    symptoms: {},
    parts: {},
    cheatSheet: {},
    paths: {},
  };
}

function sandbox(runs: object | null, change?: Parameters<typeof sandboxFiles>[0]): Record<string, string> {
  return { ...sandboxFiles(change), ...(runs === null ? {} : { 'measured.json': JSON.stringify(runs) }) };
}

const problemsOf = (files: CourseFiles) => readCourse(files).problems.map(told);
const unmeasuredOf = (files: CourseFiles): string[] => {
  const { problems, unmeasured }: Course = readCourse(files);
  expect(problems).toEqual([]);
  return unmeasured.map(told);
};

describe('a course', () => {
  test('has its lessons in their order, each with its sandbox and its prose', () => {
    const { lessons, problems, unmeasured } = readCourse(course([lesson('15-late'), lesson('06-early')]));
    expect(lessons.map(({ order, slug }) => [order, slug])).toEqual([
      [6, 'early'],
      [15, 'late'],
    ]);
    expect(lessons.map(({ position }) => position)).toEqual([1, 2]);
    expect(lessons[0]).toMatchObject({ title: 'The request log', sandbox: { id: 'request-log' }, Prose });
    expect([...problems, ...unmeasured]).toEqual([]);
  });

  test('may have a sandbox without a lesson', () => {
    const { sandboxes, problems } = readCourse(course([], { spare: sandbox(measured) }));
    expect([...sandboxes.keys()]).toEqual(['request-log', 'spare']);
    expect(problems).toEqual([]);
  });

  test('has no lesson about a pattern, which stands without one', () => {
    const { problems } = readCourse(course([lesson('06-early')], { 'request-log': patternFiles() }));
    expect(problems.map(told)).toEqual([
      'content/lessons/06-early/lesson.svx: sandbox: is a pattern, which stands without a lesson; take "pattern" out of its sandbox.json, or name another.',
    ]);
  });

  test('may be empty', () => {
    const empty = readCourse(course([], {}, {}));
    expect(empty).toMatchObject({ lessons: [], sandboxes: new Map(), problems: [], unmeasured: [] });
  });
});

describe('a course with mistakes', () => {
  test('tells of those in every sandbox and every lesson at once', () => {
    const files = course(
      [
        lesson('06-early', { metadata: { ...front, minutes: 'soon', auther: 'me' } }),
        lesson('07-late', { text: saying('Set {x} here.') }),
      ],
      {
        'request-log': sandbox(measured, (declared) => Object.assign(declared.contract, { cap: 'many' })),
        spare: { ...sandbox(null), 'notes.txt': 'Later.' },
      },
    );
    expect(problemsOf(files)).toEqual([
      'sandboxes/request-log/sandbox.json: contract.cap: must be a number.',
      'sandboxes/spare/notes.txt: has no place in a sandbox; use project/, fixes/<id>/, decoys/<id>/ or one of sandbox.json, measured.json, mutants.json, probes.py, diagnose_solved.py, diagnose.py, workload.py, check.py, diagnosis.py.',
      'content/lessons/06-early/lesson.svx: minutes: must be a number.',
      'content/lessons/06-early/lesson.svx: auther: is not a known field; correct its spelling or take it out.',
      'content/lessons/07-late/lesson.svx: line 3: has a brace outside code; put it in backquotes.',
    ]);
  });

  const components =
    'Aside, Behaviour, Curve, Decoys, Fixes, Hint, Measured, Option, Predict, Program, Sources, Stage, Term';
  const cases: [string, Written[], string[]][] = [
    [
      'an unknown sandbox',
      [lesson('06-early', { metadata: { ...front, sandbox: 'other' } })],
      ['content/lessons/06-early/lesson.svx: sandbox: there is no sandboxes/other/; there are request-log.'],
    ],
    [
      'two lessons of one number',
      [lesson('06-early'), lesson('06-late')],
      [
        'content/lessons/06-late/lesson.svx: has the same number as content/lessons/06-early/lesson.svx; give each its own.',
      ],
    ],
    [
      'two lessons of one address',
      [lesson('06-early'), lesson('07-early')],
      [
        'content/lessons/07-early/lesson.svx: has the same address as content/lessons/06-early/lesson.svx; rename one folder.',
      ],
    ],
    [
      'a lesson that builds on one that is none, or comes later',
      [
        lesson('06-early', { metadata: { ...front, needs: ['late', 'never'] } }),
        lesson('07-late', { metadata: { ...front, needs: ['early'] } }),
      ],
      [
        'content/lessons/06-early/lesson.svx: needs[0]: there is no lesson "late" before this one.',
        'content/lessons/06-early/lesson.svx: needs[1]: there is no lesson "never" before this one.',
      ],
    ],
    [
      'a lesson without a stage',
      [lesson('06-early', { text: lines.filter((stage) => !stage.includes('"prove"')).join('\n') })],
      [
        'content/lessons/06-early/lesson.svx: Stage: a lesson has the stages symptom, observe, diagnose, fix, prove, compare, transfer, in this order; found symptom, observe, diagnose, fix, compare, transfer.',
      ],
    ],
    [
      'a script and an unknown component in a lesson',
      [lesson('06-early', { text: saying('<Foo />\n\n<script>\n</script>') })],
      [
        `content/lessons/06-early/lesson.svx: line 3: there is no <Foo>; a lesson may use ${components}.`,
        'content/lessons/06-early/lesson.svx: line 5: has a script; take it out: the build imports the components that a lesson uses.',
      ],
    ],
    [
      'a word that the glossary does not have, and one that is marked twice',
      [
        lesson('06-early', {
          text: saying(
            'A <Term>memory\nleak</Term>, a <Term of="plateau">level</Term>, a <Term>leek</Term>, a <Term>Leak</Term>.',
          ),
        }),
      ],
      [
        'content/lessons/06-early/lesson.svx: line 4: there is no "leek" in content/glossary/; add it there, or name the word that is meant: <Term of="...">.',
        'content/lessons/06-early/lesson.svx: line 4: marks "leak" a second time; mark only the first use of a word.',
      ],
    ],
    [
      'a folder without a number',
      [lesson('early')],
      [
        'content/lessons/early/lesson.svx: the folder must be called NN-slug, such as 06-flask-request-history.',
      ],
    ],
  ];
  test.each(cases)('%s', (_name, lessons, messages) => {
    expect(problemsOf(course(lessons))).toEqual(messages);
  });

  test('two lessons of one number, though their sandbox is malformed too', () => {
    const broken = { 'request-log': { 'sandbox.json': '{}' } };
    expect(problemsOf(course([lesson('06-early'), lesson('06-late')], broken))).toContain(
      'content/lessons/06-late/lesson.svx: has the same number as content/lessons/06-early/lesson.svx; give each its own.',
    );
  });
});

describe('what a lesson quotes', () => {
  const at = 'content/lessons/06-early/lesson.svx: line 3';
  const cases: [string, string, string][] = [
    [
      'a figure of the sandbox',
      'It is <Measured of="figures" figure="trends" />.',
      `${at}: there is no figure "trends" of "figures" in sandboxes/request-log/measured.json; there are trend, tasks.`,
    ],
    [
      'a figure of a run',
      'It is <Measured of="starter" figure="bytesPerUnit" />.',
      `${at}: there is no figure "bytesPerUnit" of "starter" in sandboxes/request-log/measured.json; there are kind, sentence, lead, units.`,
    ],
    [
      'a figure that is no single value',
      'It is <Measured of="starter" figure="reads" />.',
      `${at}: there is no figure "reads" of "starter" in sandboxes/request-log/measured.json; there are kind, sentence, lead, units.`,
    ],
    [
      'a figure of an unknown run',
      'It is <Measured of="fixes/none" figure="units" />.',
      `${at}: there is no run of "fixes/none" in sandboxes/request-log/measured.json; there are starter, fixes/deque, fixes/delete, decoys/collect, decoys/forget.`,
    ],
    [
      'the curve of an unknown run',
      '<Curve of="starter, decoys/none" />',
      `${at}: there is no run of "decoys/none" in sandboxes/request-log/measured.json; there are starter, fixes/deque, fixes/delete, decoys/collect, decoys/forget.`,
    ],
  ];
  test.each(cases)('%s, and nobody measured, is named with its line', (_name, sentence, message) => {
    expect(unmeasuredOf(course([lesson('06-early', { text: saying(sentence) })]))).toEqual([message]);
  });

  test.each(['<Fixes />', '<Decoys />', '<Curve of="starter" />', 'So <Measured of="figures" figure="a" />'])(
    'of a sandbox that was never measured is named once: %s',
    (sentence) => {
      const text = saying(`${sentence}\n\nAnd <Measured of="figures" figure="b" />.`);
      const files = course([lesson('06-early', { text })], { 'request-log': sandbox(null) });
      expect(unmeasuredOf(files)).toEqual([
        `${at}: quotes sandboxes/request-log/measured.json, which is not there yet; run "npm run measure request-log".`,
      ]);
    },
  );

  test('and was measured is in order', () => {
    const text = saying(
      'It is <Measured of="figures" figure="tasks" />.\n\n<Curve of="starter,fixes/deque" />\n\n<Fixes />',
    );
    expect(unmeasuredOf(course([lesson('06-early', { text })]))).toEqual([]);
  });
});

describe('a course in German', () => {
  const German = vi.fn() as unknown as Component;
  const told = { title: 'Das Protokoll', summary: 'Es vergisst nie.' };
  const blocks = [
    '<Predict question="Q" id="shape">\n\n<Option label="A">\n\nNo.\n\n</Option>\n\n<Option label="B" right>\n\nYes.\n\n</Option>\n\n</Predict>',
    '<Hint grade="1" title="T">\n\nLook.\n\n</Hint>',
    '<Curve of="starter" caption="C" />',
    'It is <Measured of="figures" figure="tasks" />, and <Measured of="figures" figure="trend" />.',
  ].join('\n\n');

  /** A course of one lesson that is translated, `blocks` of it as `change` has them. */
  const translated = (change: (text: string) => string, metadata: unknown = told): CourseFiles =>
    course([
      lesson('06-early', { text: saying(blocks) }),
      { file: 'content/lessons/06-early/lesson.de.svx', metadata, text: saying(change(blocks)) },
    ]);
  const same = (text: string) => text;

  test('has what is translated in German, and the rest in English', () => {
    const files = course(
      [
        lesson('06-early', { metadata: { ...front, tags: ['flask'] }, text: saying('A <Term>leak</Term>.') }),
        {
          file: 'content/lessons/06-early/lesson.de.svx',
          metadata: told,
          text: saying('Ein <Term of="leak">Leck</Term>.'),
        },
        lesson('07-late'),
      ],
      { spare: { ...sandbox(measured), 'sandbox.de.json': germanTexts() } },
    );
    files.compiled['content/lessons/06-early/lesson.de.svx'] = { default: German, metadata: told };
    const { lessons, sandboxes, problems } = readCourse(files, 'de');
    expect(problems).toEqual([]);
    expect(lessons).toMatchObject([
      {
        ...front,
        ...told,
        tags: ['flask'],
        sandbox: { language: 'en' },
        slug: 'early',
        order: 6,
        language: 'de',
        Prose: German,
      },
      { title: front.title, slug: 'late', language: 'en', Prose },
    ]);
    expect([...sandboxes.values()].map(({ title, language }) => [title, language])).toEqual([
      ['The request log', 'en'],
      ['Das Protokoll', 'de'],
    ]);
    const english = readCourse(files).lessons[0];
    expect(english).toMatchObject({ title: front.title, language: 'en', Prose, terms: ['leak'] });
  });

  test('may quote its figures in another order, and say again what is the same in every language', () => {
    const turned = (text: string) =>
      text.replace(/It is (<[^>]*>), and (<[^>]*>)/, 'Es ist $2, und $1').replace('"Q"', '"Eine Frage?"');
    expect(problemsOf(translated(turned, { ...told, minutes: 15, level: 'start', version: 1 }))).toEqual([]);
  });

  const file = 'content/lessons/06-early/lesson.de.svx';
  const broken: [string, (text: string) => string, unknown, string][] = [
    ['without a title', same, { summary: 'S' }, 'title: is missing; add it (text).'],
    [
      'without front matter',
      same,
      null,
      'has no front matter; begin it with --- and the lines title, summary and so on.',
    ],
    [
      'with a field that is none',
      same,
      { ...told, titel: 'T' },
      'titel: is not a known field; correct its spelling or take it out.',
    ],
    [
      'with other minutes',
      same,
      { ...told, minutes: 20 },
      'minutes: is not what lesson.svx has; leave it out, as it is the same in every language.',
    ],
    [
      'with other sources',
      same,
      { ...told, sources: [{ title: 'T', url: 'https://example.org/' }] },
      'sources: must have the addresses that lesson.svx has, in the same order; leave it out where no title is translated.',
    ],
    [
      'with a brace',
      (text) => `${text}\n\nHier {x}.`,
      told,
      'line 29: has a brace outside code; put it in backquotes.',
    ],
    [
      'with another right option',
      (text) => text.replace('"B" right', '"B"').replace('"A"', '"A" right'),
      told,
      'line 5: has <Option right> where lesson.svx has <Option>, in line 5; use the same components in the same order.',
    ],
    [
      'with a prediction of another id',
      (text) => text.replace('id="shape"', 'id="form"'),
      told,
      'line 3: has <Predict id="form"> where lesson.svx has <Predict id="shape">, in line 3; use the same components in the same order.',
    ],
    [
      'without an option',
      (text) => text.replace(/<Option label="A">[\s\S]*?<\/Option>\n\n/, ''),
      told,
      'line 5: has <Option right> where lesson.svx has <Option>, in line 5; use the same components in the same order.',
    ],
    [
      'with a hint of another grade',
      (text) => text.replace('grade="1"', 'grade="2"'),
      told,
      'line 19: has <Hint grade="2"> where lesson.svx has <Hint grade="1">, in line 19; use the same components in the same order.',
    ],
    [
      'with the curve of another run',
      (text) => text.replace('of="starter"', 'of="fixes/deque"'),
      told,
      'line 25: has <Curve of="fixes/deque" /> where lesson.svx has <Curve of="starter" />, in line 25; use the same components in the same order.',
    ],
    [
      'without a figure',
      (text) => text.replace(/<Measured of="figures" figure="tasks" \/>/, '12800'),
      told,
      'lacks <Measured figure="tasks" of="figures" /> in the stage symptom, where lesson.svx quotes it in line 27; quote the same figures.',
    ],
    [
      'with another figure',
      (text) => `${text} Also <Measured of="starter" figure="units" />.`,
      told,
      'line 27: has <Measured figure="units" of="starter" />, which lesson.svx does not quote in the stage symptom; quote the same figures.',
    ],
    [
      'with a word that the glossary does not have',
      (text) => `${text} Ein <Term>Leck</Term>.`,
      told,
      'line 27: there is no "Leck" in content/glossary/; add it there, or name the word that is meant: <Term of="...">.',
    ],
  ];
  test.each(broken)('%s is refused, whatever language is asked for', (_name, change, metadata, message) => {
    expect(problemsOf(translated(change, metadata))).toEqual([`${file}: ${message}`]);
  });

  test('has no other languages than the site, and translates only lessons that there are', () => {
    const stray = [
      { file: 'content/lessons/06-early/lesson.xx.svx', metadata: told },
      { file: 'content/lessons/07-late/lesson.de.svx', metadata: told },
    ];
    expect(problemsOf(course([lesson('06-early'), ...stray]))).toEqual([
      'content/lessons/06-early/lesson.xx.svx: there is no language "xx" to translate into; there are de.',
      'content/lessons/07-late/lesson.de.svx: translates nothing: there is no lesson.svx beside it.',
    ]);
  });
});
