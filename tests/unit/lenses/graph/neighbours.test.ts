import { expect, test } from 'vitest';
import type { Drawing } from '../../../../src/lenses/graph/drawing.ts';
import { nextNode, outlined, type Branch } from '../../../../src/lenses/graph/neighbours.ts';

function drawing(places: [x: number, y: number][], edges: [from: number, to: number][]): Drawing {
  return {
    width: 100,
    height: 100,
    groups: [],
    nodes: places.map(([x, y], id) => ({
      id,
      name: `n${id}`,
      centre: { x, y },
      outline: '',
      texts: [],
      subject: false,
    })),
    edges: edges.map(([from, to]) => ({ from, to, by: '', line: '', arrow: '', texts: [] })),
  };
}

test('an arrow key follows an edge before it takes what is only near', () => {
  const graph = drawing(
    [
      [50, 0],
      [50, 30],
      [90, 60],
    ],
    [[0, 2]],
  );
  expect(nextNode(graph, 0, 'down')).toBe(2);
  expect(nextNode(graph, 1, 'down')).toBe(2);
  expect(nextNode(graph, 2, 'up')).toBe(0);
  expect(nextNode(graph, 0, 'up')).toBe(0);
});

const names = (branches: readonly Branch[]): unknown[] =>
  branches.map(({ name, again, branches: below }) => (again ? `${name} again` : [name, ...names(below)]));

test('a list begins with what nothing refers to, and tells each once', () => {
  const graph = drawing(
    [
      [0, 0],
      [0, 0],
      [0, 0],
    ],
    [
      [0, 1],
      [1, 2],
      [2, 1],
    ],
  );
  expect(names(outlined(graph))).toEqual([['n0', ['n1', ['n2', 'n1 again']]]]);
});

test('a ring without a beginning and a chain without an end are told in full', () => {
  expect(
    names(
      outlined(
        drawing(
          [
            [0, 0],
            [0, 0],
          ],
          [
            [0, 1],
            [1, 0],
          ],
        ),
      ),
    ),
  ).toEqual([['n0', ['n1', 'n0 again']]]);
  const long = Array.from({ length: 600 }, (_, index): [number, number] => [0, index]);
  const chain = drawing(
    long,
    long.slice(1).map((_, index): [number, number] => [index, index + 1]),
  );
  const told = JSON.stringify(names(outlined(chain)));
  for (let index = 0; index < 600; index++) expect(told).toContain(`"n${index}"`);
});
