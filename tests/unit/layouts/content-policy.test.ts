import { expect, test } from 'vitest';
import { scriptHashes, withPolicy } from '../../../src/layouts/content-policy.ts';

const page =
  '<!doctype html><html><head><meta charset="utf-8"></head><body><script>alert(1)</script><script src="/a.js"></script></body></html>';

test('an inline script is allowed by its hash, and a file by its origin', () => {
  expect(scriptHashes(page)).toEqual(["'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"]);
});

test('a block of JSON needs no leave', () => {
  expect(scriptHashes('<script type="application/json" data-props>{}</script>')).toEqual([]);
});

test('equal scripts have one hash', () => {
  expect(scriptHashes('<script>a()</script><script type="module">a()</script>')).toHaveLength(1);
});

test('the policy comes before anything that it governs, and names no other origin', () => {
  const html = withPolicy(page, ["'sha256-frame'"]);
  expect(html).toMatch(
    /<head><meta http-equiv="Content-Security-Policy" content="default-src 'self'; script-src [^"]*'sha256-frame'/,
  );
  expect(/content="([^"]*)"/.exec(html)?.[1]).not.toMatch(/https?:|\*|unsafe-eval'? [^d]/);
});

test('a worker is a file of the site, or comes as text', () => {
  expect(/worker-src [^;]*/.exec(withPolicy(page, []))?.[0]).toBe("worker-src 'self' data:");
});
