import { describe, expect, test } from 'vitest';
import { hitOf, partsOf, type Fragment } from '../../../src/search/hits.ts';

const fragment = (change: Partial<Fragment> = {}): Fragment => ({
  url: '/lessons/one/',
  excerpt: 'at <mark>once</mark>',
  meta: { title: 'One', kind: 'Lesson' },
  sub_results: [],
  ...change,
});
const part = (title: string, locations: number[]) => ({
  title,
  url: `/lessons/one/#${title}`,
  excerpt: title,
  locations,
});

describe('what was found', () => {
  test('is the page, where no part of it stands out', () => {
    expect(hitOf(fragment())).toEqual({
      kind: 'Lesson',
      title: 'One',
      url: '/lessons/one/',
      excerpt: [
        { text: 'at ', marked: false },
        { text: 'once', marked: true },
      ],
    });
    expect(hitOf(fragment({ sub_results: [part('One', [1, 2]), part('Two', [3])] })).title).toBe('One');
  });

  test('is the part in which the words stand most often', () => {
    const hit = hitOf(fragment({ sub_results: [part('One', [1]), part('Two', [3, 4]), part('Three', [5])] }));
    expect([hit.title, hit.url]).toEqual(['One: Two', '/lessons/one/#Two']);
  });
});

test.each([
  ['<b>bold</b> and <mark>x &lt; y</mark> &amp;', '<b>bold</b> and |[x < y]| &'],
  ['<mark>', ''],
  ['&lt;script&gt;', '<script>'],
  ['<mark>a</mark><mark>b</mark>', '[a]|[b]'],
  ['', ''],
])('an excerpt is text, whatever stands in it: %s', (excerpt, shown) => {
  const parts = partsOf(excerpt).map(({ text, marked }) => (marked ? `[${text}]` : text));
  expect(parts.join('|')).toBe(shown);
});
