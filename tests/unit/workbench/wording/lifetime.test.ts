import { describe, expect, it } from 'vitest';
import cases from '../../../words/growing.json' with { type: 'json' };
import { writtenNumber } from '../../../../src/own/typed-number.ts';
import {
  growingSentence,
  lifetimeSentence,
  readMebibytes,
  readPerSecond,
} from '../../../../src/workbench/wording/lifetime.ts';
import { deploymentOf, type Growing } from '../../../../src/workbench/session/deployment.ts';
import { growing } from '../../../component/states/outcomes.ts';

function verdictOf(one: (typeof cases)[number]): Growing {
  const { unit, bytesPerUnit, ratePerSecond, secondsToLimit } = one;
  const said = {
    sentence: `${one.headline} ${one.lifetime}`,
    headline: one.headline,
    lifetime: one.lifetime,
  };
  const containerBytes = one.mebibytes * 2 ** 20;
  return { ...growing, ...said, unit, bytesPerUnit, ratePerSecond, containerBytes, secondsToLimit };
}

const [first] = cases;
if (!first) throw new Error('there are cases');
const verdict = verdictOf(first);

describe('when a container is full', () => {
  it.each(cases)('is told in the words of the judge: $lifetime', (one) => {
    const judged = verdictOf(one);
    expect(lifetimeSentence(judged, deploymentOf(judged))).toBe(one.lifetime);
    expect(growingSentence(judged, null)).toBe(judged.sentence);
  });

  it('is reckoned for the learner’s own container and load, in place of the judge’s', () => {
    expect(growingSentence(verdict, { mebibytes: 256, perSecond: 40 })).toBe(
      `${first.headline} At 40 requests a second a 256 MiB container is full in 4 h 31 min.`,
    );
  });
});

describe('a figure that is typed', () => {
  it.each([
    ['20', 20],
    [' 0.5 ', 0.5],
    ['.5', 0.5],
    ['1,024', 1024],
    ['12,000.5', 12_000.5],
  ])('%j is %d', (text, value) => {
    expect(readPerSecond(text, 'request')).toEqual({ kind: 'valid', value });
    expect(readMebibytes(text)).toEqual({ kind: 'valid', value });
  });

  it.each(['', 'many', '0,5', '1 GiB', '1e3', '--2', 'Infinity', '0x10'])(
    '%j is no number, and says what one looks like',
    (text) => {
      expect(readPerSecond(text, 'request')).toMatchObject({
        kind: 'invalid',
        reason: expect.stringContaining('such as 20') as string,
      });
      expect(readMebibytes(text)).toMatchObject({
        kind: 'invalid',
        reason: expect.stringContaining('1 GiB is 1024') as string,
      });
    },
  );

  it.each(['0', '-5', '999999999999'])('%s is out of range, and says why', (text) => {
    expect(readPerSecond(text, 'request')).toMatchObject({ kind: 'invalid' });
    expect(readMebibytes(text)).toMatchObject({ kind: 'invalid' });
  });

  it.each([
    ['1.024', 1024],
    ['12.000,5', 12_000.5],
    ['1.000.000', 1_000_000],
    ['0,5', 0.5],
    [',5', 0.5],
    ['0.5', 0.5],
    ['12.25', 12.25],
    ['0.125', 0.125],
    ['1.0245', 1.0245],
    ['1,024', 1.024],
    ['512', 512],
  ])('%j is %d in German', (text, value) => {
    expect(readPerSecond(text, 'request', 'de-DE')).toEqual({ kind: 'valid', value });
    expect(readMebibytes(text, 'de-DE')).toEqual({ kind: 'valid', value });
  });

  it.each(['0,500', '1,02,4', '1.024.5'])('%j is no number in English', (text) =>
    expect(readMebibytes(text, 'en-GB')).toMatchObject({ kind: 'invalid' }),
  );

  it.each(['1,024,000', '1,024.5', '1.02.4', '1.5,2', '1.024.5', '1 GiB'])('%j is none in German', (text) =>
    expect(readMebibytes(text, 'de-DE')).toMatchObject({ kind: 'invalid' }),
  );

  it.each(['en-GB', 'de-DE'])('is read as it is written in %s', (locale) => {
    for (const value of [0.5, 1.024, 12.25, 20, 512, 1024, 12_000.125])
      expect(readMebibytes(writtenNumber(value, locale), locale)).toEqual({ kind: 'valid', value });
    expect(writtenNumber(0.5, locale)).toBe(locale === 'de-DE' ? '0,5' : '0.5');
  });
});
