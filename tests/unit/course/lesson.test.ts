import { describe, expect, test } from 'vitest';
import { stageNames } from '../../../src/course/lesson-schema.ts';
import { clashes, readLesson } from '../../../src/course/lesson.ts';
import { CourseError, told } from '../../../src/course/problem.ts';

const file = 'content/lessons/06-request-log/lesson.svx';
const metadata = {
  title: 'The request log',
  summary: 'It never forgets.',
  minutes: 15,
  level: 'start',
  sandbox: 'request-log',
  version: 1,
  sources: [{ title: 'gc', url: 'https://docs.python.org/3/library/gc.html' }],
};
const stages = stageNames.map((name) => `<Stage name="${name}" title="T">\n\nText.\n\n</Stage>`).join('\n\n');
const text = `---\ntitle: x\nsources: [{ title: a }]\n---\n\n${stages}\n`;

type Change = { file?: string; metadata?: unknown; text?: string; sandboxIds?: string[] };

function problemsOf(change: Change): string[] {
  const given = { file, metadata, text, sandboxIds: ['request-log'], ...change };
  try {
    readLesson(given.file, given.metadata, given.text, given.sandboxIds);
    return [];
  } catch (error) {
    if (!(error instanceof CourseError)) throw error;
    return error.problems.map(told);
  }
}

describe('a lesson', () => {
  test('has its number and its address from its folder', () => {
    expect(readLesson(file, metadata, text, ['request-log'])).toMatchObject({
      order: 6,
      slug: 'request-log',
      title: 'The request log',
      tags: [],
    });
  });
});

describe('each problem names the file, the field and what to do', () => {
  const cases: [string, Change, string][] = [
    [
      'a folder without a number',
      { file: 'content/lessons/request-log/lesson.svx' },
      'content/lessons/request-log/lesson.svx: the folder must be called NN-slug, such as 06-flask-request-history.',
    ],
    [
      'no front matter',
      { metadata: undefined },
      `${file}: has no front matter; begin it with --- and the lines title, summary and so on.`,
    ],
    [
      'front matter that is not YAML',
      { metadata: { yamlError: 'Nested mappings at line 2' } },
      `${file}: the front matter is not valid YAML: Nested mappings at line 2`,
    ],
    [
      'a missing field',
      { metadata: { ...metadata, summary: undefined } },
      `${file}: summary: is missing; add it (text).`,
    ],
    [
      'an unknown field',
      { metadata: { ...metadata, auther: 'me' } },
      `${file}: auther: is not a known field; correct its spelling or take it out.`,
    ],
    [
      'an unknown level',
      { metadata: { ...metadata, level: 'easy' } },
      `${file}: level: must be one of start, core, deep.`,
    ],
    [
      'minutes in words',
      { metadata: { ...metadata, minutes: 'ten' } },
      `${file}: minutes: must be a number.`,
    ],
    [
      'an incomplete source',
      { metadata: { ...metadata, sources: [{ title: 'gc', url: 'gc.html' }] } },
      `${file}: sources[0].url: must be a complete address, such as https://docs.python.org/3/.`,
    ],
    [
      'an unknown sandbox',
      { sandboxIds: ['other', 'more'] },
      `${file}: sandbox: there is no sandboxes/request-log/; there are other, more.`,
    ],
    [
      'a sandbox where there is none',
      { sandboxIds: [] },
      `${file}: sandbox: there is no sandboxes/request-log/; there are none yet.`,
    ],
    [
      'a stage left out',
      { text: text.replace('name="prove"', 'name="fix"') },
      `${file}: Stage: a lesson has the stages ${stageNames.join(', ')}, in this order; found symptom, observe, diagnose, fix, fix, compare, transfer.`,
    ],
    [
      'no stages',
      { text: '---\n---\nText.' },
      `${file}: Stage: a lesson has the stages ${stageNames.join(', ')}, in this order; found none.`,
    ],
    [
      'a problem in its text',
      { text: text.replace('Text.', 'Set {x} here.') },
      `${file}: line 8: has a brace outside code; put it in backquotes.`,
    ],
  ];
  test.each(cases)('%s', (_name, change, message) => {
    expect(problemsOf(change)).toContain(message);
  });

  test('two lessons of one number, and of one address', () => {
    const first = readLesson(file, metadata, text, ['request-log']);
    const second = { ...first, file: 'content/lessons/07-request-log/lesson.svx' };
    expect(clashes([first, second]).map(told)).toEqual([
      `content/lessons/07-request-log/lesson.svx: has the same number as ${file}; give each its own.`,
      `content/lessons/07-request-log/lesson.svx: has the same address as ${file}; rename one folder.`,
    ]);
    expect(clashes([first])).toEqual([]);
  });
});
