import { describe, expect, test } from 'vitest';
import { words } from '#words/paths-page';
import { fileIn, linkTo } from '../../../src/paths/link.ts';
import { MOST_BYTES, readOwnPath } from '../../../src/paths/read-own.ts';
import { deflate } from '../../../src/share/deflated.ts';

const lesson = (slug: string, position: number) => ({ slug, title: slug, minutes: 20, needs: [], position });
const lessons = ['line-or-plateau', 'flask-cache-by-client'].map((slug, index) => lesson(slug, index + 1));
const GOOD = 'title: T\nfor: F\nafterwards: [a]\nsteps:\n- lesson: line-or-plateau\n  why: w\n';
const open = (text: string) => readOwnPath('team.yaml', text, lessons);
const problemsOf = (text: string) => {
  const read = open(text);
  return read.kind === 'refused' ? read.problems : [];
};

test('the example opens, as the path of its own address, with minutes from the lessons', () => {
  const read = open(words.file.example);
  expect(read).toMatchObject({ kind: 'path', path: { id: 'own', title: 'Our first week', minutes: 28 } });
});

test('HTML in a text stays text', () => {
  const title = '<img src=x onerror=alert(1)>';
  expect(open(GOOD.replace('title: T', `title: "${title}"`))).toMatchObject({ path: { title } });
});

describe('a file that is refused says where and why', () => {
  test.each<[string, string, string]>([
    ['no YAML', 'title: [', 'line 1: is not valid YAML'],
    ['a tab', 'title: T\n\tfor: F\n', 'line 2: is not valid YAML: Tabs are not allowed'],
    ['a page', '<!doctype html><p>', 'must be an object with named fields'],
    ['nothing', '', 'must be an object with named fields'],
    ['bytes', '\u0000\u0001PNG', 'must be an object with named fields'],
    ['two documents', `${GOOD}---\n${GOOD}`, 'is not valid YAML'],
    ['a field twice', `title: T\n${GOOD}`, 'line 2: is not valid YAML: Map keys must be unique'],
    [
      'a lesson that is not there',
      GOOD.replace('line-or', 'nine'),
      'line 5, steps[0].lesson: there is no lesson "nine-plateau"',
    ],
    ['a number for a lesson', GOOD.replace('line-or-plateau', '1'), 'line 5, steps[0].lesson: must be text.'],
    ['an unknown field', `${GOOD}  note: x\n`, 'line 7, steps[0].note: is not a known field'],
    ['a title without an end', GOOD.replace('T', 'x'.repeat(81)), 'line 1, title: is longer than it may be'],
    [
      'a direction turned round',
      GOOD.replace(': T', ': "T\u202e"'),
      'line 1, title: has a character that is not seen',
    ],
    [
      'aliases that multiply',
      'a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n',
      'line 1: has an anchor or an alias',
    ],
    ['a merge', `base: &b { title: T }\n<<: *b\n`, 'line 1: has an anchor or an alias'],
    ['a tag', GOOD.replace(': T', ': !!js/function "f"'), 'line 1: is not valid YAML: Unresolved tag'],
    ['a key of every object', `${GOOD}__proto__: { polluted: true }\n`, '__proto__'],
    [
      'such a key within',
      `${GOOD}  constructor: { prototype: { polluted: 1 } }\n`,
      'steps[0].constructor: is not a known field',
    ],
    ['brackets without an end', `title: ${'['.repeat(20_000)}`, ''],
    ['brackets as deep as the file', `title: ${'['.repeat(20_000)}${']'.repeat(20_000)}`, ''],
    ['dashes as deep as the file', '- '.repeat(20_000), ''],
    ['too much', '#'.repeat(MOST_BYTES + 1), 'is larger than any path is (64 KiB)'],
  ])('%s', (_what, text, told) => {
    const problems = problemsOf(text);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.length).toBeLessThanOrEqual(6);
    expect(problems[0]).toMatch(/^“team\.yaml”/);
    expect(problems.join('\n')).toContain(told);
    for (const problem of problems) expect(problem.length).toBeLessThan(320);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  test('a name that turns the text around is written out', () => {
    const read = readOwnPath('\u202ecod.yaml', '1', lessons);
    expect(read).toMatchObject({ problems: [expect.stringMatching(/^“\\u202ecod\.yaml”/)] });
  });
});

test('a link carries a file as it was written, and a damaged or swollen one is refused', () => {
  expect(fileIn(linkTo(words.file.example))).toEqual({ text: words.file.example });
  expect(fileIn('#code=abc')).toBeNull();
  expect(fileIn(linkTo(words.file.example).slice(0, -9))).toEqual({
    refused: expect.stringContaining('missing') as string,
  });
  expect(fileIn('#path=%%%')).toEqual({ refused: expect.stringContaining('missing') as string });
  const bomb = `#path=${deflate(new Uint8Array(4_000_000))}`;
  expect(bomb.length).toBeLessThan(10_000);
  expect(fileIn(bomb)).toEqual({ refused: 'The link unpacks to more than any path has.' });
});
