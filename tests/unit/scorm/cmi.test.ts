import { describe, expect, it, test } from 'vitest';
import { STAGES, type Stage } from '../../../src/progress/reached.ts';
import { durationOf, standingElements } from '../../../src/scorm/cmi.ts';
import { standingOf } from '../../../src/scorm/standing.ts';
import { lessonOf } from './lessons.ts';

const NEW = { status: 'not attempted', success: 'unknown', score: '' };
const TWO = [lessonOf('one'), lessonOf('two', { stages: ['symptom', 'transfer'] })];

function standing(one: readonly Stage[], two: readonly Stage[] = []) {
  return standingOf(TWO, (slug) => (slug === 'one' ? one : two));
}
const in12 = (...args: Parameters<typeof standing>) =>
  Object.fromEntries(standingElements('1.2', standing(...args), NEW));
const in2004 = (...args: Parameters<typeof standing>) =>
  Object.fromEntries(standingElements('2004', standing(...args), NEW));

describe('the standing', () => {
  it('counts the stages that the steps ask for, and no others', () => {
    expect(standing(['symptom'], ['symptom', 'prove'])).toEqual({
      ...{ reached: 2, of: 9, percent: 22 },
      ...{ complete: false, proved: false },
    });
  });

  it('knows no proof where none is asked for', () => {
    expect(standingOf([lessonOf('two', { stages: ['symptom'] })], () => ['symptom'])).toMatchObject({
      complete: true,
      proved: null,
    });
  });

  it('is 100 only when all is reached', () => {
    const many = Array.from({ length: 40 }, (_, index) => lessonOf(`lesson-${index}`));
    const almost = standingOf(many, (slug) => (slug === 'lesson-0' ? STAGES.slice(1) : STAGES));
    expect(almost).toMatchObject({ percent: 99, complete: false });
  });
});

describe('SCORM 1.2', () => {
  it('says incomplete, completed or passed in one status', () => {
    expect(in12([])['cmi.core.lesson_status']).toBe('incomplete');
    expect(in12(STAGES)['cmi.core.lesson_status']).toBe('incomplete');
    expect(in12(STAGES, STAGES)['cmi.core.lesson_status']).toBe('passed');
    const unproved = standingOf([lessonOf('two', { stages: ['symptom'] })], () => ['symptom']);
    expect(Object.fromEntries(standingElements('1.2', unproved, NEW))['cmi.core.lesson_status']).toBe(
      'completed',
    );
  });

  it('says the score with its bounds', () => {
    expect(in12(STAGES)).toMatchObject({
      'cmi.core.score.min': '0',
      'cmi.core.score.max': '100',
      'cmi.core.score.raw': '77',
    });
  });
});

describe('SCORM 2004', () => {
  it('says what is completed apart from what is passed', () => {
    expect(in2004(['prove'])).toMatchObject({
      'cmi.completion_status': 'incomplete',
      'cmi.success_status': 'passed',
    });
    expect(in2004(['symptom'])).not.toHaveProperty('cmi.success_status');
    expect(in2004(STAGES, STAGES)).toMatchObject({
      'cmi.completion_status': 'completed',
      'cmi.score.scaled': '1',
      'cmi.progress_measure': '1',
    });
  });
});

test.each(['1.2', '2004'] as const)('%s takes back nothing that the LMS has', (version) => {
  const before = {
    status: version === '1.2' ? 'passed' : 'completed',
    success: 'passed',
    score: '88.5',
  };
  const values = standingElements(version, standing(['symptom']), before).map(([, value]) => value);
  expect(values).toContain('88');
  expect(values).toContain('passed');
  expect(values).not.toContain('incomplete');
});

test.each(['NaN', '-5', '1e9', ''])('a score of %j before counts for nothing', (score) => {
  expect(Object.fromEntries(standingElements('1.2', standing([]), { ...NEW, score }))).toMatchObject({
    'cmi.core.score.raw': '0',
  });
});

test.each([
  ['1.2', 0, '00:00:00'],
  ['1.2', 3_725_400, '01:02:05'],
  ['1.2', 1e12, '9999:46:40'],
  ['1.2', -5, '00:00:00'],
  ['2004', 0, 'PT0H0M0S'],
  ['2004', 3_725_400, 'PT1H2M5S'],
] as const)('%s writes %d ms as %s', (version, milliseconds, written) => {
  expect(durationOf(version, milliseconds)).toBe(written);
});
