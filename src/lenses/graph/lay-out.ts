import { words } from '#words/graph';
import { formatCount } from '../quantity.ts';
import type { Drawing } from './drawing.ts';

/** `reason` is Graphviz's own, `syntax error in line 1 near '}'`, and empty where there was no graph. */
export type Laid =
  { kind: 'drawing'; drawing: Drawing } | { kind: 'bad'; reason: string } | { kind: 'failed' };
export type Layout = { kind: 'drawing'; drawing: Drawing } | { kind: 'undrawn'; sentence: string };

const MOST_CHARACTERS = 200_000;
const MOST_NODES = 600;
const MOST_EDGES = 2_000;
const MOST_SECONDS = 15;

/**
 * Where Graphviz would have the nodes and edges of `dot`, which may be anybody's; or a sentence on why there is no
 * picture. Nobody waits for it once `signal` is aborted.
 */
export function layOut(dot: string, signal: AbortSignal): Promise<Layout> {
  if (dot.length > MOST_CHARACTERS) {
    const sentence = words.undrawn.tooLong(formatCount(dot.length), formatCount(MOST_CHARACTERS));
    return Promise.resolve({ kind: 'undrawn', sentence });
  }
  const { promise, resolve } = Promise.withResolvers<Layout>();
  const undrawn = (sentence: string) => resolve({ kind: 'undrawn', sentence });
  const worker = new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = ({ data }: MessageEvent<Laid>) => resolve(layoutOf(data));
  worker.onerror = () => undrawn(words.undrawn.failed);
  const timer = setTimeout(() => undrawn(words.undrawn.tooSlow(MOST_SECONDS)), MOST_SECONDS * 1000);
  signal.addEventListener('abort', () => undrawn(''), { once: true });
  worker.postMessage(dot);
  return promise.finally(() => {
    clearTimeout(timer);
    worker.terminate();
  });
}

function layoutOf(laid: Laid): Layout {
  if (laid.kind === 'failed') return { kind: 'undrawn', sentence: words.undrawn.failed };
  if (laid.kind === 'bad')
    return { kind: 'undrawn', sentence: words.undrawn.unreadable(laid.reason || words.undrawn.noGraph) };
  const { nodes, edges } = laid.drawing;
  if (nodes.length === 0) return { kind: 'undrawn', sentence: words.undrawn.empty };
  if (nodes.length > MOST_NODES || edges.length > MOST_EDGES) {
    const found = [formatCount(nodes.length), formatCount(edges.length)] as const;
    const most = [formatCount(MOST_NODES), formatCount(MOST_EDGES)] as const;
    return { kind: 'undrawn', sentence: words.undrawn.tooLarge(...found, ...most) };
  }
  return laid;
}
