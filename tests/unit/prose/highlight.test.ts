import { expect, test } from 'vitest';
import { changes } from '../../../src/prose/changes.ts';
import { highlightBlock, highlightLines } from '../../../src/prose/highlight.ts';

const plain = (html: string) => html.replace(/<[^>]*>/g, '');

test('each line of code is one string, with classes and without colours', () => {
  const lines = highlightLines('def add(x):\n    """Adds."""\n    return x < 1  # why', 'python');
  expect(lines).toHaveLength(3);
  expect(lines[0]).toBe('<span class="code-keyword">def</span> <span class="code-name">add</span>(x):');
  expect(lines[1]).toContain('class="code-comment"');
  expect(lines[2]).toContain('&lt;');
  expect(lines.join()).not.toContain('style=');
});

test('output stands as it is', () => {
  expect(highlightBlock('app.py:3: <b> & def', 'text')).toBe(
    '<pre class="code" data-language="text" tabindex="0"><code>app.py:3: &lt;b&gt; &amp; def</code></pre>',
  );
});

test('an unknown language fails and names those that there are', () => {
  expect(() => highlightLines('x', 'rust')).toThrow(
    'A code block is marked "rust"; use one of text, traceback, output, python, bash, json.',
  );
});

test('a change shows removed and added lines between two kept ones', () => {
  const before = ['a = 1', 'b = 2', 'c = 3', 'd = 4', 'e = 5', 'f = 6', ''].join('\n');
  const [file] = changes(
    { 'app.py': before, 'other.py': '' },
    { 'app.py': before.replace('d = 4', 'd = {}') },
  );
  expect(file?.name).toBe('app.py');
  expect(file?.hunks.map((hunk) => hunk.map(({ kind, html }) => `${kind} ${plain(html)}`))).toEqual([
    ['kept b = 2', 'kept c = 3', 'removed d = 4', 'added d = {}', 'kept e = 5', 'kept f = 6'],
  ]);
});
