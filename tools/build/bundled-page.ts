import { join } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build, type Rolldown } from 'vite';
import type { Language } from '../../src/words/languages.ts';
import { ROOT } from './stage.ts';
import { wordsIn } from './words-in.ts';

/**
 * The script and the style sheet of a page that is one file: `entry`, below the project's folder, with all that it imports, and
 * nothing left to load, in `language`. Both may stand within their elements.
 */
export async function bundledPage(
  entry: string,
  language: Language['code'] = 'en',
): Promise<{ script: string; style: string }> {
  const result = await build({
    root: ROOT,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [svelte({ configFile: false })],
    resolve: { alias: [wordsIn(language)] },
    build: {
      write: false,
      cssCodeSplit: false,
      assetsInlineLimit: () => true,
      modulePreload: false,
      rolldownOptions: {
        input: join(ROOT, entry),
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
      `The page of ${entry} must be one script and one style sheet; it is ${files.map(({ fileName }) => fileName).join(', ')}.`,
    );
  if (/<\/style/i.test(style)) throw new Error(`The style of ${entry} ends its own element.`);
  // Within a script element neither may stand, not even in a string.
  return { script: script.replace(/<(?=\/script|!--)/gi, '\\x3c'), style };
}
