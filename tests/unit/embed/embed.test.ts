import { expect, test } from 'vitest';
import { originIn } from '../../../src/embed/embed.ts';

test.each([
  ['?embed=https://wiki.example', 'https://wiki.example'],
  ['?path=on-call&embed=http://localhost:8080', 'http://localhost:8080'],
])('%s names the origin that is told', (search, origin) => {
  expect(originIn(search)).toBe(origin);
});

test.each([
  '',
  '?embed',
  '?embed=*',
  '?embed=null',
  '?embed=wiki.example',
  '?embed=https://wiki.example/page',
  '?embed=javascript:alert(1)',
  '?embed=https://wiki.example@evil.example',
  '?embed=file:///etc',
])('%s names nobody, and nobody is told', (search) => {
  expect(originIn(search)).toBeNull();
});
