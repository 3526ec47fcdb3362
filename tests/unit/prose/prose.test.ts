import { createRawSnippet, type Component } from 'svelte';
import { render } from 'svelte/server';
import { afterEach, describe, expect, test, vi } from 'vitest';
import Behaviour from '../../../src/prose/Behaviour.svelte';
import Curve from '../../../src/prose/Curve.svelte';
import Decoys from '../../../src/prose/Decoys.svelte';
import Fixes from '../../../src/prose/Fixes.svelte';
import LessonProse from '../../../src/prose/LessonProse.svelte';
import Measured from '../../../src/prose/Measured.svelte';
import Option from '../../../src/prose/Option.svelte';
import Program from '../../../src/prose/Program.svelte';
import Sources from '../../../src/prose/Sources.svelte';
import Lesson from './fixtures/lesson.svx';
import { lessonContext } from './fixtures/lesson-context.ts';

/** Renders a component as a lesson would, and reads what stands there. */
function shown<Props extends Record<string, unknown>>(Prose: Component<Props>, props: Props): string {
  const Bound = ((payload: unknown) =>
    (Prose as unknown as (a: unknown, b: Props) => unknown)(payload, props)) as unknown as Component;
  const { body } = render(LessonProse, { props: { lesson: lessonContext(), Prose: Bound } });
  return body.replace(/<!--.*?-->/g, '');
}

/** The words alone; any space counts as one. */
const text = (html: string) =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();

afterEach(() => void vi.unstubAllEnvs());

describe('a lesson of Markdown', () => {
  const html = shown(Lesson, {});

  test('has a stage with an address and a heading', () => {
    expect(html).toMatch(/<section id="observe"[^>]*aria-labelledby="observe-title"/);
    expect(html).toMatch(/<h2 id="observe-title"[^>]*>Watch it<\/h2>/);
  });

  test('renders Markdown inside components, with typographic quotes', () => {
    expect(html).toContain('<strong>settles</strong>');
    expect(html).toContain('It’s <em>real</em>');
    expect(html.match(/<li>/g)).toHaveLength(2);
  });

  test('keeps a sentence whole where a number begins a line', () => {
    expect(text(/<p>It’s[\s\S]*?<\/p>/.exec(html)?.[0] ?? '')).toBe('It’s real: 1,234 B and {"a": &lt;b>}.');
  });

  test('keeps code to the letter: braces, backquotes, dollars, backslashes and tags', () => {
    expect(html).toContain('<code>{"a": &lt;b>}</code>');
    const block = /<pre class="code"[\s\S]*?<\/pre>/.exec(html)?.[0] ?? '';
    expect(text(block).replaceAll('&lt;', '<').replaceAll('&gt;', '>')).toBe(
      'x = {"a": f"{1}"} # `tick` ${x} \\n </script>',
    );
  });

  test('lets only one option of a prediction be open, and gives each a key of its own', () => {
    expect(html.match(/<details name="predict-shape"/g)).toHaveLength(2);
    const keys = [...html.matchAll(/data-progress-key="([^"]*)"/g)].map((match) => match[1]);
    expect(keys).toEqual(['predict-shape-1', 'predict-shape-2', 'hint-observe-1', 'hint-observe-2']);
  });

  test('says in words which option is right', () => {
    expect(text(html)).toContain('A line Yes. It never settles.');
    expect(text(html)).toContain('A plateau Not this one. Nothing bounds it.');
  });
});

describe('what prose takes from the sandbox', () => {
  test('measured numbers stand in the unit that is asked for', () => {
    expect(text(shown(Measured, { of: 'starter', figure: 'bytesPerUnit', unit: 'kB' }))).toBe('1.23 kB');
    expect(text(shown(Measured, { of: 'starter', figure: 'bytesPerUnit', digits: '1' }))).toBe('1,234.4');
    expect(text(shown(Measured, { of: 'figures', figure: 'tasks' }))).toBe('12,800');
    expect(text(shown(Measured, { of: 'figures', figure: 'trend' }))).toBe('flat');
  });

  test('a figure that was not measured fails the build and names lesson, figure and what there is', () => {
    vi.stubEnv('DEV', false);
    expect(() => shown(Measured, { of: 'figures', figure: 'trends' })).toThrow(
      'content/lessons/06-a-lesson/lesson.svx: no figure "trends" of "figures" in sandboxes/request-log/measured.json; there are trend, tasks.',
    );
    expect(() => shown(Curve, { of: 'starter,fixes/none' })).toThrow(
      'no run of "fixes/none" in sandboxes/request-log/measured.json',
    );
  });

  test('a curve has its evidence in words as well', () => {
    const html = shown(Curve, { of: 'starter, fixes/deque' });
    expect(html).toContain(
      'aria-label="Bytes in use against requests. The program as it stands: growing, 1,234 bytes per request, 15 MB in use after 12,800 requests. ' +
        'A deque: bounded, no growth above 0.05 bytes per request, 1 kB in use after 12,800 requests."',
    );
    expect(html.match(/<polyline/g)).toHaveLength(2);
  });

  test('fixes and decoys show verdict, reason, measured sentence and change', () => {
    const fixes = text(shown(Fixes, {}));
    expect(fixes).toContain('A deque bound It has a length. Bounded: it settles. Show the change');
    expect(fixes).toContain('removed: LOG = []');
    expect(fixes).toContain('added: # a deque');
    expect(text(shown(Decoys, {}))).toContain('Forget The page is empty. Broken: the page is empty.');
  });

  test('the behaviour to keep and the sources are listed', () => {
    expect(text(shown(Behaviour, {}))).toBe('The last request is shown.');
    expect(shown(Sources, {})).toContain('<a href="https://docs.python.org/3/library/gc.html"');
  });

  test('an excerpt of the program has the numbers of its lines', () => {
    expect(text(shown(Program, { file: 'log.py', lines: '3-4' }))).toBe(
      'log.py 3def add(line): 4 LOG.append(line)',
    );
    expect(text(shown(Program, { file: 'log.py' }))).toContain('1LOG = []');
  });

  test('an excerpt of lines or files that are not there fails and says so', () => {
    expect(() => shown(Program, { file: 'log.py', lines: '3-9' })).toThrow(
      'log.py has lines 1-4, and lines="3-9" was asked for.',
    );
    expect(() => shown(Program, { file: 'db.py' })).toThrow(
      'there is no db.py in sandboxes/request-log/project/.',
    );
  });

  test('an option outside a prediction fails', () => {
    const children = createRawSnippet(() => ({ render: () => '<p></p>' }));
    expect(() => shown(Option, { label: 'A', children })).toThrow(
      'An <Option> stands outside a <Predict>; put it inside one.',
    );
  });
});
