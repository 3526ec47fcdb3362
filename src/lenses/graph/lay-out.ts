import { formatCount } from '../quantity.ts';
import type { Drawing } from './drawing.ts';

/** `reason` is Graphviz's own: `syntax error in line 1 near '}'`. */
export type Laid =
  { kind: 'drawing'; drawing: Drawing } | { kind: 'bad'; reason: string } | { kind: 'failed' };
export type Layout = { kind: 'drawing'; drawing: Drawing } | { kind: 'undrawn'; sentence: string };

const MOST_CHARACTERS = 200_000;
const MOST_NODES = 600;
const MOST_EDGES = 2_000;
const MOST_SECONDS = 15;

const FEWER = 'Ask for fewer levels or objects.';
const FAILED = 'This graph is not drawn: Graphviz could not start, or failed on it.';

/**
 * Where Graphviz would have the nodes and edges of `dot`, which may be anybody's; or a sentence on why there is no
 * picture. Nobody waits for it once `signal` is aborted.
 */
export function layOut(dot: string, signal: AbortSignal): Promise<Layout> {
  if (dot.length > MOST_CHARACTERS) {
    const sizes = `its DOT has ${formatCount(dot.length)} characters, and ${formatCount(MOST_CHARACTERS)} is the most`;
    return Promise.resolve({ kind: 'undrawn', sentence: `This graph is not drawn: ${sizes}. ${FEWER}` });
  }
  const { promise, resolve } = Promise.withResolvers<Layout>();
  const undrawn = (sentence: string) => resolve({ kind: 'undrawn', sentence });
  const worker = new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = ({ data }: MessageEvent<Laid>) => resolve(layoutOf(data));
  worker.onerror = () => undrawn(FAILED);
  const late = `This graph is not drawn: to place it takes more than ${MOST_SECONDS} seconds. ${FEWER}`;
  const timer = setTimeout(() => undrawn(late), MOST_SECONDS * 1000);
  signal.addEventListener('abort', () => undrawn(''), { once: true });
  worker.postMessage(dot);
  return promise.finally(() => {
    clearTimeout(timer);
    worker.terminate();
  });
}

function layoutOf(laid: Laid): Layout {
  if (laid.kind === 'failed') return { kind: 'undrawn', sentence: FAILED };
  if (laid.kind === 'bad')
    return { kind: 'undrawn', sentence: `This is no graph that Graphviz can read: ${laid.reason}.` };
  const { nodes, edges } = laid.drawing;
  if (nodes.length === 0) return { kind: 'undrawn', sentence: 'This graph has no nodes.' };
  if (nodes.length > MOST_NODES || edges.length > MOST_EDGES) {
    const sizes = `it has ${formatCount(nodes.length)} nodes and ${formatCount(edges.length)} edges, and ${formatCount(MOST_NODES)} and ${formatCount(MOST_EDGES)} are the most`;
    return { kind: 'undrawn', sentence: `This graph is not drawn: ${sizes}. ${FEWER}` };
  }
  return laid;
}
