import { instance } from '@viz-js/viz';
import { visible } from '../visible.ts';
import type { Laid } from './lay-out.ts';
import { readGraphviz } from './read-graphviz.ts';

/** Where Graphviz runs: a graph may take it as long as it likes, and whoever waits can end it. */
self.onmessage = async ({ data }: MessageEvent<string>) => {
  self.postMessage(await laid(data).catch((): Laid => ({ kind: 'failed' })));
};

async function laid(dot: string): Promise<Laid> {
  const viz = await instance();
  // It writes control characters into its JSON as they are.
  const { status, output, errors } = viz.render(visible(dot.replace(/\r\n?/g, '\n')), {
    format: 'json',
    // The words are set in a typeface of one width, as Graphviz thinks they are.
    nodeAttributes: { fontname: 'Courier', fontsize: 13 },
    edgeAttributes: { fontname: 'Courier', fontsize: 12 },
    graphAttributes: { fontname: 'Courier', fontsize: 12 },
  });
  if (status === 'failure')
    return { kind: 'bad', reason: errors.find(({ level }) => level === 'error')?.message ?? '' };
  return { kind: 'drawing', drawing: readGraphviz(output) };
}
