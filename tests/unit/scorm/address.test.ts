import { expect, test } from 'vitest';
import { lessonAddress, wayOf } from '../../../src/scorm/view/address.ts';
import { courseOf, lessonOf } from './lessons.ts';

const ROOT = 'https://lms.example/scorm/7/';
const PATH = courseOf([lessonOf('one'), lessonOf('two', { stages: ['transfer'] })]);

test.each([
  ['one', [], 'lessons/one/?path=on-call&embed=https://lms.example'],
  ['one', ['symptom'], 'lessons/one/?path=on-call&embed=https://lms.example#observe'],
  ['two', [], 'lessons/two/?path=on-call&embed=https://lms.example#transfer'],
  ['two', ['transfer'], 'lessons/two/?path=on-call&embed=https://lms.example'],
] as const)('%s with %j reached is opened at %s', (slug, reached, address) => {
  const lesson = PATH.lessons.find((one) => one.slug === slug) ?? lessonOf(slug);
  expect(lessonAddress(PATH, lesson, reached, 'https://lms.example')).toBe(address);
});

test('a lesson alone is on no path', () => {
  const alone = courseOf([lessonOf('one')], { kind: 'lesson', id: 'one' });
  expect(lessonAddress(alone, lessonOf('one'), [], 'https://lms.example')).toBe(
    'lessons/one/?embed=https://lms.example',
  );
  expect(wayOf(`${ROOT}paths/one/`, ROOT, alone)).toEqual({ to: 'elsewhere' });
});

test.each([
  ['lessons/two/?path=on-call#transfer', { to: 'lesson', slug: 'two', hash: '#transfer' }],
  ['lessons/one/', { to: 'lesson', slug: 'one', hash: '' }],
  ['paths/on-call/', { to: 'list' }],
  ['lessons/three/', { to: 'elsewhere' }],
  ['glossary/#leak', { to: 'elsewhere' }],
  ['paths/other/', { to: 'elsewhere' }],
])('a link to %s', (path, way) => {
  expect(wayOf(ROOT + path, ROOT, PATH)).toEqual(way);
});

test.each(['', 'javascript:alert(1)', 'https://elsewhere.example/scorm/7/lessons/one/', 'lessons/one/'])(
  'an address such as %j is none of the package’s',
  (link) => {
    expect(wayOf(link, ROOT, PATH)).toEqual({ to: 'elsewhere' });
  },
);
