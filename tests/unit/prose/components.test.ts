import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lessonComponents } from '../../../src/course/lesson-components.ts';
import Lesson from './fixtures/every-component.svx';
import { shown, words } from './shown.ts';

const names = Object.keys(lessonComponents);
const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const lesson = read('tests/unit/prose/fixtures/every-component.svx');

describe('every component, in a lesson without a script', () => {
  const html = shown(Lesson);
  const text = words(html);

  const told: [string, string][] = [
    ['Aside', 'A flat object count proves nothing Strings and bytes are not tracked.'],
    ['Behaviour', 'The last request is shown.'],
    ['Curve', 'Before and after, under the same load.'],
    ['Decoys', 'Collect It is reachable. Growing: 1,234 bytes per request. Show the change'],
    ['Fixes', 'A deque bound It has a length. Bounded: it settles. Show the change'],
    ['Hint', 'Hint 1 A question about the holder Which name in a module leads to all of them?'],
    ['Measured', 'Each request leaves 1,234 B behind.'],
    ['Option', 'A straight line Yes. The last request leaves as much behind as the first.'],
    ['Predict', 'Predict first What will the memory curve look like? A straight line'],
    ['Program', 'log.py 3def add(line): 4 LOG.append(line)'],
    ['Sources', 'Sources The gc module'],
    ['Stage', '2 observe Watch it grow Press Run.'],
    [
      'Term',
      'and will never use again, is a leakleakIt grows, gc or not.More in the glossary. Several are cyclescycleA ring.',
    ],
  ];
  test.each(told)('<%s> shows: %s', (_name, sentence) => {
    expect(text).toContain(sentence);
  });

  test('is there', () => {
    expect(told.map(([name]) => name)).toEqual(names);
  });

  test('stands where it was written, with the element that it is for', () => {
    expect(html).toMatch(/<div class="aside[^>]*role="note" aria-label="A flat object count proves nothing"/);
    expect(html).toMatch(
      /<dfn[^>]*><button type="button" popovertarget="term-leak"[^>]*>leak<\/button><\/dfn>/,
    );
    expect(html).toMatch(
      /<span class="meaning[^>]*id="term-cycle" popover="" role="note" aria-label="cycle"/,
    );
    expect(html).toContain('href="/glossary/#cycle"');
    expect(html).toContain('<a href="https://docs.python.org/3/library/gc.html">The gc module</a>');
    expect(html.match(/<path class="line /g)).toHaveLength(2);
  });
});

describe('a component that a lesson may use', () => {
  test.each(names)('<%s> has the attributes that the course knows of', (name) => {
    expect(existsSync(new URL(`../../../src/prose/${name}.svelte`, import.meta.url))).toBe(true);
    const props = /type Props = \{(.*?)\};/s.exec(read(`src/prose/${name}.svelte`))?.[1] ?? '';
    const declared = [...props.matchAll(/(\w+)(\??):/g)].filter(([, prop]) => prop !== 'children');
    const { needs = [], takes = [] } = lessonComponents[name] ?? {};
    expect(declared.map(([, prop = '', optional]) => (optional === '?' ? `${prop}?` : prop))).toEqual([
      ...needs,
      ...takes.map((attribute) => `${attribute}?`),
    ]);
  });
});

describe('docs/authoring.md', () => {
  const chapter =
    /^## Components\n([\s\S]*?)(?=^## |$(?![\s\S]))/m.exec(read('docs/authoring.md'))?.[1] ?? '';
  const sections = chapter.split(/^### /m).slice(1);

  test('has a section for each component, in their order', () => {
    expect(sections.map((section) => section.split('\n')[0])).toEqual(names);
  });

  test.each(names)('says what <%s> is for and shows it as the lesson of these tests has it', (name) => {
    const section = sections.find((candidate) => candidate.startsWith(`${name}\n`)) ?? '';
    const [, sentence = '', example = ''] =
      /^\w+\n\n([^`][\s\S]*?)\n\n```svx\n([\s\S]*?)\n```\n/.exec(section) ?? [];
    expect(sentence).toMatch(/^[A-Z].*\.$/s);
    expect(example).toContain(`<${name}`);
    expect(lesson).toContain(`\n${example}\n`);
  });
});
