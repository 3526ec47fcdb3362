import { describe, expect, it } from 'vitest';
import { linearScale } from '../../../../src/lenses/chart/scale.ts';
import { textWidth, weak } from '../../../../src/lenses/chart/text-size.ts';
import { byteTicks, countTicks, roundTicks } from '../../../../src/lenses/chart/ticks.ts';

const texts = (ticks: readonly { text: string }[]): string[] => ticks.map(({ text }) => text);
const bytes = (most: number, height = 180, free?: (at: number) => boolean): string[] =>
  texts(byteTicks(most, linearScale([0, most], [height, 0]), free));
const counts = (last: number, width = 400, word = 'requests'): string[] =>
  texts(countTicks(last, word, linearScale([0, last], [0, width])));

/** From a byte to petabytes, in steps that meet every rounding. */
const magnitudes = Array.from({ length: 150 }, (_, index) => 10 ** (index / 10));

describe('round ticks', () => {
  it.each([
    [900, [0, 200, 400, 600, 800]],
    [64_000, [0, 20_000, 40_000, 60_000]],
    [0.6, [0, 0.2, 0.4, 0.6]],
    [0, [0]],
    [-500, [0, -200, -400]],
  ])('up to %d lie at %j', (end, values) => expect(roundTicks([0, end], 3)).toEqual(values));

  it('lie on both sides of zero where the range does', () =>
    expect(roundTicks([-30_000, 20_000], 3)).toEqual([-20_000, 0, 20_000]));

  it('grow denser until two of them are free', () =>
    expect(roundTicks([0, 130], 3, (value) => value > 0 && value < 60)).toEqual([20, 40]));
});

describe('the ticks of bytes', () => {
  it.each([
    [900, ['200 B', '400 B', '600 B', '800 B']],
    [64_000, ['20 kB', '40 kB', '60 kB']],
    [700_000, ['200 kB', '400 kB', '600 kB']],
    [1_300_000, ['500 kB', '1 MB']],
    [0.6, ['0.2 B', '0.4 B', '0.6 B']],
    [3.2e12, ['1,000 GB', '2,000 GB', '3,000 GB']],
  ])('up to %d say %j', (most, words) => expect(bytes(most)).toEqual(words));

  it('are two at least, all different and no closer than their words are high, whatever the size', () => {
    for (const most of magnitudes) {
      const found = byteTicks(most, linearScale([0, most], [154, 0]));
      const words = texts(found);
      expect(words.length, String(most)).toBeGreaterThan(1);
      expect(new Set(words).size, words.join()).toBe(words.length);
      expect(words.join(), String(most)).not.toMatch(/\d\.\d{3}/);
      expect((found[0]?.at ?? 0) - (found[1]?.at ?? 0), words.join()).toBeGreaterThan(20);
    }
  });

  it('are more on a higher chart', () => {
    expect(bytes(2_800_000, 150)).toEqual(['1 MB', '2 MB']);
    expect(bytes(2_800_000, 240)).toEqual(['500 kB', '1 MB', '1.5 MB', '2 MB', '2.5 MB']);
  });

  it('keep clear of what is drawn there, and are still two', () => {
    const budget = 100_000;
    const at = linearScale([0, 1.3 * budget], [180, 0])(budget);
    const words = bytes(1.3 * budget, 180, (tick) => Math.abs(tick - at) > 18);
    expect(words).toEqual(['20 kB', '40 kB', '60 kB', '80 kB', '120 kB']);
  });

  it('are none where there is no range', () => expect(bytes(0)).toEqual([]));
});

describe('the ticks of counts', () => {
  it.each([
    [1600, ['0', '500', '1,000']],
    [2270, ['0', '500', '1,000', '1,500']],
    [64_000, ['0', '20,000', '40,000']],
    [4, ['0', '1', '2', '3']],
    [900, ['0', '200', '400', '600']],
    [2e9, ['0', '1,000,000,000']],
  ])('up to %d say %j', (last, words) => expect(counts(last)).toEqual(words));

  it('are whole, and two at least, however many there are and however narrow the chart', () => {
    for (const last of magnitudes.map((one) => Math.ceil(4 * one)).slice(0, 70)) {
      const words = counts(last, 214);
      expect(words.length, String(last)).toBeGreaterThan(1);
      expect(new Set(words).size, words.join()).toBe(words.length);
      expect(words.join(), String(last)).not.toContain('.');
      const [first, second] = countTicks(last, 'requests', linearScale([0, last], [0, 214]));
      const room = textWidth(weak(words.at(-1) ?? ''));
      expect((second?.at ?? 0) - (first?.at ?? 0), words.join()).toBeGreaterThan(room);
    }
  });

  it('leave room for a long word behind the last', () => {
    expect(counts(3200, 284, 'jobs')).toEqual(['0', '1,000', '2,000']);
    expect(counts(3200, 284, 'reconciliations')).toEqual(['0', '1,000']);
  });

  it('are the start alone where there is no range', () => expect(counts(0)).toEqual(['0']));
});
