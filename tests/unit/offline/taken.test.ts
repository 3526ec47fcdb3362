import { expect, test } from 'vitest';
import { takenElsewhere } from '../../../src/offline/taken-elsewhere.ts';
import { noteTaken, takenPaths } from '../../../src/offline/taken.ts';

function storageWith(text: string | null): () => Storage {
  let kept = text;
  const storage = { getItem: () => kept, setItem: (_: string, value: string) => void (kept = value) };
  return () => storage as unknown as Storage;
}
const denied = () => {
  throw new DOMException('denied', 'SecurityError');
};

test('paths that were taken are known until they are removed', () => {
  const storage = storageWith(null);
  noteTaken('one', { since: 5, slugs: ['a'] }, storage);
  noteTaken('two', { since: 6, slugs: [] }, storage);
  noteTaken('one', null, storage);
  expect(takenPaths(storage)).toEqual({ two: { since: 6, slugs: [] } });
});

test.each(['{', 'null', '[]', '{"one":{"since":"x"}}', '{"one":{"since":1,"slugs":[2]}}'])(
  'what cannot be read is nothing: %s',
  (text) => {
    expect(takenPaths(storageWith(text))).toEqual({});
  },
);

test('a browser without storage has taken nothing, and says so without a fault', () => {
  noteTaken('one', { since: 5, slugs: [] }, denied);
  expect(takenPaths(denied)).toEqual({});
});

test('what was taken in another language is none of this one’s, and its lessons are known', () => {
  const kept = new Map([['leaklab-offline /de/', '{"two":{"since":6,"slugs":["a","b"]}}']]);
  const storage = () =>
    ({
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    }) as unknown as Storage;
  noteTaken('one', { since: 5, slugs: ['a'] }, storage);
  expect(takenPaths(storage)).toEqual({ one: { since: 5, slugs: ['a'] } });
  expect(takenElsewhere(storage)).toEqual(['a', 'b']);
});
