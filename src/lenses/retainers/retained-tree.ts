/** Paths from roots to survivors as a drawn tree: where paths begin alike, they are one. */

import { words } from '#words/retainers';
import { hierarchy, tree } from 'd3-hierarchy';
import type { RetainerPath } from '../../runtime/report.ts';
import type { DrawnEdge, DrawnNode, Drawing, DrawnText } from '../graph/drawing.ts';
import { formatBytes, formatCount } from '../quantity.ts';
import { shortened, visible } from '../visible.ts';

type Step = { name: string; lines: string[]; subject: boolean; steps: Step[] };

const LONGEST = 26;
const SIZE = 12;
const CHARACTER = 7.6;
const [NODE_WIDTH, LINE, PAD, GAP] = [LONGEST * CHARACTER + 16, 16, 10, 34];
/** The most paths that a picture shows. */
const MOST_PATHS = 12;

/** Roots above, survivors below. Nothing is joined at its end: two paths to one type lead to other objects of it. */
export function retainedTree(paths: readonly RetainerPath[]): Drawing {
  const top: Step = { name: '', lines: [], subject: false, steps: [] };
  for (const path of paths.slice(0, MOST_PATHS)) grow(top, path);
  const placed = tree<Step>()
    .nodeSize([NODE_WIDTH + 14, 2 * LINE + PAD + GAP])
    .separation(() => 1)(hierarchy(top, ({ steps }) => steps));
  const shown = placed.descendants().filter(({ depth }) => depth > 0);
  const left = Math.min(0, ...shown.map(({ x }) => x)) - NODE_WIDTH / 2 - 4;
  const ids = new Map(shown.map((node, id) => [node, id]));
  const heightOf = ({ lines }: Step): number => lines.length * LINE + PAD;
  const spot = (node: (typeof shown)[number]) => ({
    x: round(node.x - left),
    y: round(node.y - GAP - 2 * LINE - PAD + heightOf(node.data) / 2 + 4),
  });
  const nodes = shown.map((node, id): DrawnNode => {
    const centre = spot(node);
    const height = heightOf(node.data);
    const [x, y] = [round(centre.x - NODE_WIDTH / 2), round(centre.y - height / 2)];
    return {
      id,
      name: node.data.name,
      centre,
      outline: `M${x} ${y}h${NODE_WIDTH}v${height}h${-NODE_WIDTH}Z`,
      texts: node.data.lines.map((text, at): DrawnText => {
        const width = text.length * CHARACTER;
        return { x: centre.x, y: y + PAD / 2 + LINE * at + SIZE, text, width, size: SIZE, anchor: 'middle' };
      }),
      subject: node.data.subject,
    };
  });
  const edges = shown.flatMap((node, id): DrawnEdge[] => {
    const from = node.parent ? ids.get(node.parent) : undefined;
    if (from === undefined || !node.parent) return [];
    const start = spot(node.parent);
    const end = spot(node);
    const [y1, y2] = [start.y + heightOf(node.parent.data) / 2, end.y - heightOf(node.data) / 2];
    const middle = (y1 + y2) / 2;
    return [
      {
        from,
        to: id,
        by: '',
        line: `M${start.x} ${y1}C${start.x} ${middle} ${end.x} ${middle} ${end.x} ${y2 - 6}`,
        arrow: `M${end.x - 3.5} ${y2 - 8}h7l-3.5 8Z`,
        texts: [],
      },
    ];
  });
  return {
    width: Math.ceil(Math.max(0, ...shown.map(({ x }) => x)) - left + NODE_WIDTH / 2 + 4),
    height: Math.ceil(Math.max(0, ...nodes.map(({ centre }) => centre.y)) + LINE + PAD),
    nodes,
    edges,
    groups: [],
  };
}

function grow(top: Step, path: RetainerPath): void {
  let at = top;
  const last = path.steps.length - 1;
  path.steps.forEach((step, index) => {
    const name = visible(step);
    let next = at.steps.find((known) => known.name === name && !known.subject);
    if (!next || index === last) {
      next = { name, lines: [shortened(name, LONGEST)], subject: false, steps: [] };
      at.steps.push(next);
    }
    at = next;
  });
  const many = words.survivors(formatCount(path.count), formatBytes(path.retainedBytes));
  at.subject = true;
  at.name = `${at.name} ${many}`;
  at.lines = [...at.lines, many];
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
