import { expect, test } from 'vitest';
import { PACKAGE_VERSIONS, stackChoices } from '../../../src/course/stacks.ts';

const choices = stackChoices();

test.each(['flask', 'celery', 'django', 'fastapi', 'sqlalchemy', 'requests', 'objgraph', 'pympler'])(
  'an own program may choose %s, which a start imports already',
  (name) => {
    const choice = choices.find(({ packages }) => packages.includes(name));
    expect(choice?.title).toContain(`${name} ${PACKAGE_VERSIONS.get(name) ?? '?'}`);
    expect(choice?.preload.some((module) => module.split('.')[0] === name)).toBe(true);
  },
);

test('the standard library alone comes first, and no choice twice', () => {
  expect(choices[0]).toMatchObject({ title: 'Standard library alone', packages: [] });
  const keys = choices.map(({ packages }) => [...packages].sort().join(' '));
  expect(new Set(keys).size).toBe(keys.length);
});
