import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundledPage } from './bundled-page.ts';
import { ROOT } from './stage.ts';

/** Where Python finds it: the page of `leaklab --html`, with `PLACE` where the report goes. */
export const REPORT_TEMPLATE_FILE = join('src', 'leaklab', 'report.html');

/** JSON by itself, so that the template without a report in it says so. `native/html_report.py` has the same. */
const PLACE = '"@judgement@"';

export async function buildReportTemplate(): Promise<void> {
  const { script, style } = await bundledPage('src/report/offline.ts');
  await writeFile(join(ROOT, REPORT_TEMPLATE_FILE), documentOf(script, style));
}

/** Its policy lets nothing be loaded, and no script run but its own. */
function documentOf(script: string, style: string): string {
  if (script.includes(PLACE))
    throw new Error('The page of a report has in its script what stands for the report.');
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
