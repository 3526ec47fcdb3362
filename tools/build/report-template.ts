import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build, type Rolldown } from 'vite';
import { ROOT } from './stage.ts';

/** Where Python finds it: the page of `leaklab --html`, with `PLACE` where the report goes. */
export const REPORT_TEMPLATE_FILE = join('src', 'leaklab', 'report.html');

/** JSON by itself, so that the template without a report in it says so. `native/html_report.py` has the same. */
const PLACE = '"@judgement@"';

export async function buildReportTemplate(): Promise<void> {
  const { script, style } = await bundled();
  await writeFile(join(ROOT, REPORT_TEMPLATE_FILE), documentOf(script, style));
}

/** One script and one style sheet, with nothing left to load. */
async function bundled(): Promise<{ script: string; style: string }> {
  const result = await build({
    root: ROOT,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [svelte({ configFile: false })],
    build: {
      write: false,
      cssCodeSplit: false,
      assetsInlineLimit: () => true,
      modulePreload: false,
      rolldownOptions: {
        input: join(ROOT, 'src', 'report', 'offline.ts'),
        output: { format: 'iife', codeSplitting: false },
      },
    },
  });
  const outputs = (Array.isArray(result) ? result : [result]) as Rolldown.RolldownOutput[];
  const files = outputs.flatMap(({ output }) => output);
  const scripts = files.flatMap((file) => (file.type === 'chunk' ? [file.code] : []));
  const styles = files.flatMap((file) => (file.type === 'asset' ? [String(file.source)] : []));
  const [script, style] = [scripts[0], styles[0]];
  if (files.length !== 2 || script === undefined || style === undefined)
    throw new Error(
      `The page of a report must be one script and one style sheet; it is ${files.map(({ fileName }) => fileName).join(', ')}.`,
    );
  return { script, style };
}

/** Its policy lets nothing be loaded, and no script run but its own. */
function documentOf(bundle: string, style: string): string {
  // Within a script element neither may stand, not even in a string.
  const script = bundle.replace(/<(?=\/script|!--)/gi, '\\x3c');
  if (script.includes(PLACE) || /<\/style/i.test(style))
    throw new Error(
      'The page of a report has in its script what stands for the report, or ends its own style.',
    );
  const hash = createHash('sha256').update(script).digest('base64');
  const policy = `default-src 'none'; script-src 'sha256-${hash}'; style-src 'unsafe-inline'; img-src data:`;
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<title>Leaklab report</title>',
    '<link rel="icon" href="data:,">',
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    '<header><h1>What leaklab measured</h1></header>',
    '<main><noscript>Without JavaScript this file cannot draw its report.</noscript></main>',
    '<footer>The whole report is in this file. It loads nothing and sends nothing.</footer>',
    `<script type="application/json" id="judgement">${PLACE}</script>`,
    `<script>${script}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}
