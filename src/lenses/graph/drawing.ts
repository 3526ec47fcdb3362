/** A graph with its places: who draws it need not know who placed it. Lengths are pixels from the top left. */

import type { Spot } from '../chart/scale.ts';

/** `width` is what the words are given; they are set so that they fit. */
export type DrawnText = Spot & {
  text: string;
  width: number;
  size: number;
  anchor: 'start' | 'middle' | 'end';
};

export type DrawnNode = {
  /** Its index in the drawing. */
  id: number;
  /** All that is written on it, in one line. */
  name: string;
  centre: Spot;
  /** The `d` of its outline. */
  outline: string;
  texts: DrawnText[];
  /** Whether the picture is about this one: it is set off. */
  subject: boolean;
};

/** From and to are ids of nodes. `by` names the reference; it may be empty. */
export type DrawnEdge = {
  from: number;
  to: number;
  by: string;
  line: string;
  arrow: string;
  texts: DrawnText[];
};

export type Drawing = {
  width: number;
  height: number;
  nodes: DrawnNode[];
  edges: DrawnEdge[];
  /** What stands around groups of nodes. */
  groups: { outline: string; texts: DrawnText[] }[];
};
