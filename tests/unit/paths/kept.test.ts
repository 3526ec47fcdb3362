import { expect, test } from 'vitest';
import { forgetPath, keepPath, keptPath, pathBefore, type KeptPath } from '../../../src/paths/kept.ts';
import { MemoryStorage } from '../progress/memory-storage.ts';

const path = (title: string): KeptPath => ({
  name: `${title}.yaml`,
  text: `title: ${title}`,
  route: { title, steps: [{ slug: 'one', title: 'One', stages: null, minutes: 5 }] },
});

test('a path is kept, and the one in whose place it came stays at hand', () => {
  const storage = new MemoryStorage();
  const at = () => storage;
  expect(keptPath(at)).toBeNull();
  keepPath(path('A'), at);
  keepPath(path('A'), at);
  expect(pathBefore(at)).toBeNull();
  keepPath(path('B'), at);
  expect([keptPath(at)?.route.title, pathBefore(at)?.route.title]).toEqual(['B', 'A']);
  forgetPath(at);
  expect([keptPath(at), pathBefore(at)]).toEqual([null, null]);
});

test('what is no path, or could lead elsewhere, is read as none', () => {
  const storage = new MemoryStorage();
  const broken: unknown[] = [
    'x',
    { ...path('A'), route: null },
    {
      ...path('A'),
      route: { title: 'A', steps: [{ slug: '../../evil', title: 'x', stages: null, minutes: 1 }] },
    },
    {
      ...path('A'),
      route: { title: 'A', steps: [{ slug: 'one', title: 'x', stages: ['"><b'], minutes: 1 }] },
    },
  ];
  for (const kept of broken) {
    storage.setItem('leaklab-path', JSON.stringify(kept));
    expect(keptPath(() => storage)).toBeNull();
  }
});

test('where nothing may be kept, that is told', () => {
  const forbidden = (): Storage => {
    throw new DOMException('no', 'SecurityError');
  };
  expect(keepPath(path('A'), forbidden)).toBe(false);
  expect(keptPath(forbidden)).toBeNull();
});
