import { expect, test } from 'vitest';
import { retainedTree } from '../../../../src/lenses/retainers/retained-tree.ts';
import type { RetainerPath } from '../../../../src/runtime/report.ts';

const path = (...steps: string[]): RetainerPath => ({
  root: steps[0] ?? '',
  steps,
  text: steps.join(' → '),
  type: steps.at(-1) ?? '',
  count: 800,
  retainedBytes: 64_000,
  stored: [],
});

test('paths that begin alike share their beginning, and each keeps an end of its own', () => {
  const { nodes, edges } = retainedTree([
    path('app.HISTORY', '[42]', 'Request'),
    path('app.HISTORY', '[42]', 'Request.body', 'dict'),
    path('app.CACHE', 'dict'),
  ]);
  const edgeNames = edges.map(({ from, to }) => `${nodes[from]?.name} > ${nodes[to]?.name}`);
  expect(edgeNames.toSorted()).toEqual([
    'Request.body > dict 800 alive, 64 kB',
    '[42] > Request 800 alive, 64 kB',
    '[42] > Request.body',
    'app.CACHE > dict 800 alive, 64 kB',
    'app.HISTORY > [42]',
  ]);
  expect(nodes.filter(({ subject }) => subject).map(({ texts }) => texts.map(({ text }) => text))).toEqual(
    expect.arrayContaining([['Request', '800 alive, 64 kB']]),
  );
});

test('roots lie above what they hold, nothing lies outside or upon another', () => {
  const drawing = retainedTree([path('a', 'b', 'c'), path('d', 'e', 'f', 'g'), path('h', 'i')]);
  for (const { from, to } of drawing.edges)
    expect(drawing.nodes[from]?.centre.y).toBeLessThan(drawing.nodes[to]?.centre.y ?? 0);
  for (const { centre } of drawing.nodes) {
    expect(centre.x).toBeGreaterThan(0);
    expect(centre.x).toBeLessThan(drawing.width);
    expect(centre.y).toBeLessThan(drawing.height);
  }
  const places = drawing.nodes.map(({ centre }) => `${centre.x} ${centre.y}`);
  expect(new Set(places).size).toBe(places.length);
});

test('a name that is long or hostile is cut on the picture and whole in its name', () => {
  const { nodes } = retainedTree([path(`app.${'x'.repeat(200)}`, 'a\u202eb')]);
  expect(nodes[0]?.name).toHaveLength(204);
  expect(nodes[0]?.texts[0]?.text.length).toBeLessThan(30);
  expect(nodes[1]?.texts[0]?.text).toBe('a[U+202E]b');
});
