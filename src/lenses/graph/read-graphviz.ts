/** What Graphviz says where things stand, as a `Drawing`. Of its colours, fonts, links and images nothing is taken. */

import * as z from 'zod/mini';
import { linePath } from '../chart/path.ts';
import type { Spot } from '../chart/scale.ts';
import { visible } from '../visible.ts';
import type { Drawing, DrawnEdge, DrawnNode, DrawnText } from './drawing.ts';

const pair = z.tuple([z.number(), z.number()]);
const steps = z.optional(
  z.array(
    z.object({
      op: z.string(),
      points: z.optional(z.array(pair)),
      rect: z.optional(z.tuple([z.number(), z.number(), z.number(), z.number()])),
      pt: z.optional(pair),
      align: z.optional(z.string()),
      width: z.optional(z.number()),
      size: z.optional(z.number()),
      text: z.optional(z.string()),
    }),
  ),
);
type Steps = z.infer<typeof steps>;

/** The part that is read of its format `json`. */
const Graphviz = z.object({
  bb: z.string(),
  _subgraph_cnt: z.number(),
  objects: z.optional(
    z.array(
      z.object({
        _gvid: z.number(),
        name: z.string(),
        pos: z.optional(z.string()),
        fontcolor: z.optional(z.string()),
        _draw_: steps,
        _ldraw_: steps,
      }),
    ),
  ),
  edges: z.optional(
    z.array(
      z.object({
        tail: z.number(),
        head: z.number(),
        _draw_: steps,
        _ldraw_: steps,
        _hdraw_: steps,
        _tdraw_: steps,
      }),
    ),
  ),
});

const MARGIN = 4;

/** Throws where it is not what Graphviz writes. */
export function readGraphviz(json: string): Drawing {
  const graph = Graphviz.parse(JSON.parse(json));
  const [left = 0, bottom = 0, right = 0, top = 0] = graph.bb.split(',').map(Number);
  /** Graphviz counts from the bottom left. */
  const at = ([x, y]: readonly [number, number]): Spot => ({
    x: round(x - left + MARGIN),
    y: round(top - y + MARGIN),
  });
  const objects = graph.objects ?? [];
  const groups = objects.slice(0, graph._subgraph_cnt);
  const placed = objects.slice(graph._subgraph_cnt).filter(({ pos }) => pos !== undefined);
  const ids = new Map(placed.map(({ _gvid }, index) => [_gvid, index]));
  return {
    width: Math.ceil(right - left + 2 * MARGIN),
    height: Math.ceil(top - bottom + 2 * MARGIN),
    groups: groups
      .map(({ _draw_, _ldraw_ }) => ({ outline: outlineOf(_draw_, at), texts: textsOf(_ldraw_, at) }))
      .filter(({ outline }) => outline !== ''),
    nodes: placed.map(({ name, pos, fontcolor, _draw_, _ldraw_ }, id): DrawnNode => {
      const [x = 0, y = 0] = (pos ?? '').split(',').map(Number);
      const texts = textsOf(_ldraw_, at);
      return {
        id,
        name: wordsOf(texts) || visible(name),
        centre: at([x, y]),
        outline: outlineOf(_draw_, at),
        texts,
        // So objgraph sets off the objects that it was asked about.
        subject: fontcolor === 'red',
      };
    }),
    edges: (graph.edges ?? []).flatMap((edge): DrawnEdge[] => {
      const [from, to] = [ids.get(edge.tail), ids.get(edge.head)];
      if (from === undefined || to === undefined) return [];
      const texts = textsOf(edge._ldraw_, at);
      const arrow = outlineOf(edge._hdraw_, at) + outlineOf(edge._tdraw_, at);
      return [{ from, to, by: wordsOf(texts), line: outlineOf(edge._draw_, at), arrow, texts }];
    }),
  };
}

type At = (point: readonly [number, number]) => Spot;

function outlineOf(drawn: Steps, at: At): string {
  return (drawn ?? [])
    .map(({ op, points = [], rect }) => {
      const spots = points.map(at);
      if (rect && /^e$/i.test(op)) return ellipse(at([rect[0], rect[1]]), rect[2], rect[3]);
      if (/^p$/i.test(op)) return `${linePath(spots)}Z`;
      if (op === 'L') return linePath(spots);
      if (/^b$/i.test(op)) return curve(spots);
      return '';
    })
    .join('');
}

function ellipse({ x, y }: Spot, across: number, down: number): string {
  const half = `a${round(across)} ${round(down)} 0 1 0`;
  return `M${round(x - across)} ${y}${half} ${round(2 * across)} 0${half} ${round(-2 * across)} 0Z`;
}

/** The first spot, and three for each piece of a Bézier curve. */
function curve([start, ...rest]: readonly Spot[]): string {
  return start ? `M${start.x} ${start.y}C${rest.map(({ x, y }) => `${x} ${y}`).join(' ')}` : '';
}

const ANCHORS: Record<string, DrawnText['anchor']> = { l: 'start', r: 'end' };

function textsOf(drawn: Steps, at: At): DrawnText[] {
  let size = 14;
  return (drawn ?? []).flatMap((step): DrawnText[] => {
    if (step.op === 'F') size = step.size ?? size;
    if (step.op !== 'T' || !step.pt || !step.text) return [];
    const anchor = ANCHORS[step.align ?? ''] ?? 'middle';
    return [{ ...at(step.pt), text: visible(step.text), width: step.width ?? 0, size, anchor }];
  });
}

function wordsOf(texts: readonly DrawnText[]): string {
  return texts
    .map(({ text }) => text.trim())
    .join(' ')
    .trim();
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
