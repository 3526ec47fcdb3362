import { createRawSnippet } from 'svelte';
import { describe, expect, test } from 'vitest';
import Behaviour from '../../../src/prose/Behaviour.svelte';
import Curve from '../../../src/prose/Curve.svelte';
import Decoys from '../../../src/prose/Decoys.svelte';
import Fixes from '../../../src/prose/Fixes.svelte';
import Measured from '../../../src/prose/Measured.svelte';
import Option from '../../../src/prose/Option.svelte';
import Program from '../../../src/prose/Program.svelte';
import Sources from '../../../src/prose/Sources.svelte';
import Lesson from './fixtures/lesson.svx';
import Malformed from './fixtures/malformed.svx';
import { shown, words } from './shown.ts';

describe('a lesson of Markdown', () => {
  const html = shown(Lesson);

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
    expect(words(/<p>It’s[\s\S]*?<\/p>/.exec(html)?.[0] ?? '')).toBe('It’s real: 1,234 B and {"a": &lt;b>}.');
  });

  test('keeps code to the letter: braces, backquotes, dollars, backslashes and tags', () => {
    expect(html).toContain('<code>{"a": &lt;b>}</code>');
    const block = /<pre class="code"[\s\S]*?<\/pre>/.exec(html)?.[0] ?? '';
    expect(words(block).replaceAll('&lt;', '<').replaceAll('&gt;', '>')).toBe(
      'x = {"a": f"{1}"} # `tick` ${x} \\n </script>',
    );
  });

  test('has the answers of a prediction as radios of one name, each with a key of its own', () => {
    expect(html).toMatch(/<fieldset[^>]*><legend[^>]*>.*Predict first.*What shape\?.*<\/legend>/);
    expect(html.match(/<input type="radio" name="predict-shape"/g)).toHaveLength(2);
    const keys = [...html.matchAll(/data-progress-key="([^"]*)"/g)].map((match) => match[1]);
    expect(keys).toEqual(['predict-shape-1', 'predict-shape-2', 'hint-observe-1', 'hint-observe-2']);
  });

  test('says in words which option is right', () => {
    expect(words(html)).toContain('A line Yes. It never settles.');
    expect(words(html)).toContain('A plateau Not this one. Nothing bounds it.');
  });
});

test('a lesson with problems compiles all the same, and shows them in place of its text', () => {
  expect(() => shown(Malformed)).toThrow(
    /^The course cannot be built:\n {2}.*malformed.svx: line 5: has a script; .*\n.*line 9: has a brace outside code; .*\n.*line 11: <Aside> is never closed\.$/,
  );
});

describe('what prose takes from the sandbox', () => {
  test('measured numbers stand in the unit that is asked for', () => {
    expect(words(shown(Measured, { of: 'starter', figure: 'bytesPerUnit', unit: 'kB' }))).toBe('1.23 kB');
    expect(words(shown(Measured, { of: 'starter', figure: 'bytesPerUnit', digits: '1' }))).toBe('1,234.4');
    expect(words(shown(Measured, { of: 'figures', figure: 'tasks' }))).toBe('12,800');
    expect(words(shown(Measured, { of: 'figures', figure: 'trend' }))).toBe('flat');
  });

  test('a figure that was not measured says so in its place', () => {
    expect(words(shown(Measured, { of: 'figures', figure: 'trends' }))).toBe(
      '[figures: trends, not measured yet]',
    );
  });

  test('a curve has its evidence in words as well', () => {
    const html = shown(Curve, { of: 'starter, fixes/deque' });
    expect(html).toContain(
      'aria-label="Memory of the program as it stands over 12,800 requests: it rises from 0 B to 15 MB; growing, 1,234 bytes per request. ' +
        'Memory of “A deque” over 12,800 requests: it rises from 900 B to 1 kB; bounded, no growth above 0.05 bytes per request."',
    );
    expect(html.match(/<path class="line (growing|bounded)/g)).toHaveLength(2);
  });

  test('fixes and decoys show verdict, reason, measured sentence and change', () => {
    const fixes = words(shown(Fixes, {}));
    expect(fixes).toContain('A deque bound It has a length. Bounded: it settles. Show the change');
    expect(fixes).toContain('removed: LOG = []');
    expect(fixes).toContain('added: # a deque');
    expect(words(shown(Decoys, {}))).toContain('Forget The page is empty. Broken: the page is empty.');
  });

  test('the behaviour to keep and the sources are listed', () => {
    expect(words(shown(Behaviour, {}))).toBe('The last request is shown.');
    expect(shown(Sources, {})).toContain('<a href="https://docs.python.org/3/library/gc.html"');
  });

  test('an excerpt of the program has the numbers of its lines', () => {
    expect(words(shown(Program, { file: 'log.py', lines: '3-4' }))).toBe(
      'log.py 3def add(line): 4 LOG.append(line)',
    );
    expect(words(shown(Program, { file: 'log.py' }))).toContain('1LOG = []');
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
