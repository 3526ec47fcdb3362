/** Ways through a drawn graph: by arrow keys from node to node, and as a nested list. */

import type { Drawing, DrawnNode } from './drawing.ts';

export type Direction = 'up' | 'down' | 'left' | 'right';

const AHEAD = { up: [0, -1], down: [0, 1], left: [-1, 0], right: [1, 0] } as const;
/** How much a step aside counts against one ahead. */
const ASIDE = 2;

/** The node to go to from `from`: along an edge that leads there if there is one, else the next that way. */
export function nextNode({ nodes, edges }: Drawing, from: number, direction: Direction): number {
  const here = nodes[from];
  if (!here) return from;
  const linked = new Set(
    edges.flatMap((edge) => (edge.from === from ? [edge.to] : edge.to === from ? [edge.from] : [])),
  );
  const others = nodes.filter(({ id }) => id !== from);
  const best = (some: readonly DrawnNode[]) => nearest(here, some, AHEAD[direction]);
  return (best(others.filter(({ id }) => linked.has(id))) ?? best(others) ?? here).id;
}

function nearest(
  { centre }: DrawnNode,
  others: readonly DrawnNode[],
  [x, y]: readonly [number, number],
): DrawnNode | undefined {
  let found: DrawnNode | undefined;
  let least = Infinity;
  for (const other of others) {
    const [right, down] = [other.centre.x - centre.x, other.centre.y - centre.y];
    const ahead = right * x + down * y;
    const far = ahead + ASIDE * Math.abs(right * y + down * x);
    if (ahead > 1 && far < least) [found, least] = [other, far];
  }
  return found;
}

/** `by` names the reference that leads here. What stands in the list already is not told twice. */
export type Branch = { id: number; name: string; by: string; again: boolean; branches: Branch[] };

/** Deeper than this a list is unreadable: what hangs there begins anew at its margin. */
const DEEPEST = 8;

/** The graph as a list: first what nothing refers to; in each what it refers to. */
export function outlined({ nodes, edges }: Drawing): Branch[] {
  const referred = new Set(edges.filter(({ from, to }) => from !== to).map(({ to }) => to));
  const outward = Map.groupBy(edges, ({ from }) => from);
  const told = new Set<number>();
  const starts = [...nodes.filter(({ id }) => !referred.has(id)), ...nodes].map(({ id }) => id);
  const branch = (id: number, by: string, depth: number): Branch => {
    const again = told.has(id);
    const deeper = outward.get(id) ?? [];
    if (!again && depth === DEEPEST && deeper.length > 0) starts.push(id);
    else told.add(id);
    const branches =
      again || depth === DEEPEST ? [] : deeper.map((edge) => branch(edge.to, edge.by, depth + 1));
    return { id, name: nodes[id]?.name ?? '', by, again: again && deeper.length > 0, branches };
  };
  const found: Branch[] = [];
  // It grows on the way.
  for (const id of starts) if (!told.has(id)) found.push(branch(id, '', 0));
  return found;
}
