import { describe, expect, it } from 'vitest';
import { boxOf, labelPlacer, type Line, type Place } from '../../../../src/lenses/chart/label-placement.ts';
import { strong, weak } from '../../../../src/lenses/chart/text-size.ts';

const frame = { width: 300, height: 200 };
const words = [strong('growing'), weak('no more than a few words')];
const topLeft: Place = { x: 0, y: 0, anchor: 'start', stand: 'below', room: 300 };
const bottomRight: Place = { x: 300, y: 200, anchor: 'end', stand: 'above', room: 300 };

/** Places `words` where `places` are near and `far` ones are not. */
const placed = (lines: Line[], places: Place[], far: Place[] = []) =>
  labelPlacer(frame)(words, lines, { near: places, far });

describe('words on a chart', () => {
  it('take the first place that is free', () => expect(placed([], [topLeft, bottomRight])).toEqual(topLeft));

  it('go on to the next where a line crosses the first', () => {
    const line = [
      { x: 0, y: 0 },
      { x: 100, y: 30 },
    ];
    expect(placed([line], [topLeft, bottomRight])).toEqual(bottomRight);
  });

  it('go on to the next where other words were placed before', () => {
    const place = labelPlacer(frame);
    const places = { near: [topLeft, bottomRight], far: [] };
    expect([place(words, [], places), place(words, [], places)]).toEqual([topLeft, bottomRight]);
  });

  it('go on to the next where they would leave the chart', () =>
    expect(placed([], [{ ...topLeft, y: 190 }, bottomRight])).toEqual(bottomRight));

  it('break near what they speak of rather than stand far from it', () => {
    const narrow = { ...topLeft, room: 90 };
    expect(placed([], [narrow], [bottomRight])).toEqual(narrow);
    expect(boxOf(words, narrow).height).toBeGreaterThan(boxOf(words, bottomRight).height);
  });

  it('go far rather than break the strong line, and break it where there is no other way', () => {
    const long = [strong('growing, 1.1 kB per request'), weak('as it stands')];
    const narrow = { ...topLeft, room: 90 };
    expect(labelPlacer(frame)(long, [], { near: [narrow], far: [bottomRight] })).toEqual(bottomRight);
    expect(labelPlacer(frame)(long, [], { near: [narrow], far: [] })).toEqual(narrow);
  });

  it('take the place that is crossed least where none is free', () => {
    const lines = [10, 30, 190].map((y) => [0, 300].map((x) => ({ x, y })));
    expect(placed(lines, [topLeft, bottomRight])).toMatchObject({ x: 300, y: 200 });
  });

  it('have no place where there are no words, or no places', () => {
    expect(labelPlacer(frame)([], [], { near: [topLeft], far: [] })).toBeNull();
    expect(placed([], [])).toBeNull();
  });
});

it('a box extends from its anchor to the side that the words stand on', () => {
  const { width, height } = boxOf(words, topLeft);
  expect(boxOf(words, bottomRight)).toEqual({ x: 300 - width, y: 200 - height, width, height });
});
