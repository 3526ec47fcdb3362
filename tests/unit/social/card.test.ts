import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { MeasuredFile } from '../../../src/course/measured-schema.ts';
import { readSandbox } from '../../../src/course/sandbox.ts';
import { describeCard, lessonCard, pathCard, sandboxCard, siteCard } from '../../../src/social/card.ts';
import { cardSvg, drawCard } from '../../../src/social/picture.ts';
import { patternFiles, sandboxFiles } from '../course/sandbox-files.ts';

const climbing: [number, number][] = [
  [0, 10_000],
  [400, 130_000],
  [1000, 900_000],
  [2000, 2_000_000],
];
const level: [number, number][] = [
  [0, 40_000],
  [1000, 41_000],
];
const told = { sentence: '.', lead: '', units: 2000 };
const measured: MeasuredFile = {
  pyodide: '314.0.7',
  home: { python: '3.11', times: 1.8 },
  culprit: { file: 'log.py', line: 1, source: 'x', type: 'dict', root: 'LOG' },
  variants: {
    starter: { ...told, kind: 'growing', bytesPerUnit: 1000, reads: climbing },
    'fixes/deque': { ...told, kind: 'bounded', detectionLimit: 0.1, reads: level },
    'decoys/collect': {
      ...told,
      kind: 'growing',
      reads: [
        [0, 1],
        [9, 9],
      ],
    },
  },
  figures: {},
};
const sandbox = { ...readSandbox('request-log', sandboxFiles()), measured };
const lesson = { slug: 'log', title: 'The log that remembers', position: 3, sandbox };

/** Where the lines of a card go, as shares of their chart from its lower left. */
async function drawnLines(card: Parameters<typeof cardSvg>[0]): Promise<[number, number][][]> {
  const svg = decodeURIComponent(await cardSvg(card));
  const [, width, height] = /viewBox="0 0 (3\d\d) (\d+)"/.exec(svg) ?? [];
  const lines = [...svg.matchAll(/<path d="(M[\d.]+ [\d.]+(?:L[\d.]+ [\d.]+)+)"/g)].map(([, d = '']) => d);
  return lines.map((d) =>
    [...d.matchAll(/([\d.]+) ([\d.]+)/g)].map(([, x, y]) => [
      Number(x) / Number(width),
      1 - Number(y) / Number(height),
    ]),
  );
}

describe('the picture of a page', () => {
  test('draws what was recorded of the starter and of its first fix, and nothing else', async () => {
    const lines = await drawnLines(lessonCard(lesson));
    expect(lines).toHaveLength(2);
    const top = 2_000_000 * 1.08;
    for (const [index, reads] of [climbing, level].entries())
      for (const [at, [units, bytes]] of reads.entries()) {
        const [x, y] = lines[index]?.[at] ?? [NaN, NaN];
        expect(x).toBeCloseTo(units / 2000, 2);
        expect(y).toBeCloseTo(bytes / top, 2);
      }
    expect(describeCard(lessonCard(lesson))).toMatch(/10 kB to 2 MB; growing.* 40 kB to 41 kB; bounded/);
  });

  test('has the size that readers expect, and names its page', async () => {
    const { width, height, format } = await sharp(await drawCard(lessonCard(lesson))).metadata();
    expect({ width, height, format }).toEqual({ width: 1200, height: 630, format: 'png' });
    expect(lessonCard(lesson)).toMatchObject({ path: 'social/lessons/log.png', title: lesson.title });
    const unmeasured = { sandbox: { ...sandbox, measured: null } };
    const bounded = { sandbox: { ...sandbox, fixes: [] } };
    expect(siteCard([unmeasured, bounded, lesson]).runs).toEqual(lessonCard(lesson).runs);
  });

  test('of a path has its title and its minutes, and the curve of the course', () => {
    const card = pathCard({ id: 'short', title: 'Short', minutes: 90 }, [lesson]);
    expect(card).toMatchObject({
      path: 'social/paths/short.png',
      kicker: 'Path, 90 minutes',
      title: 'Short',
    });
    expect(card.runs).toEqual(lessonCard(lesson).runs);
  });

  test('of a pattern asks its question and does not answer it', async () => {
    const card = sandboxCard(readSandbox('request-log', patternFiles()));
    expect(card).toMatchObject({ kicker: 'Does it grow?', runs: [] });
    expect(describeCard(card)).toBe('Two curves of memory: one climbs, one settles.');
    expect(await drawnLines(card)).toEqual([]);
  });
});
