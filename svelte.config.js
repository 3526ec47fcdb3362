import { vitePreprocess } from '@astrojs/svelte';
import { mdsvex } from 'mdsvex';
import { parse } from 'yaml';
import { highlightBlock } from './src/prose/highlight.ts';
import { lessonSource } from './src/prose/lesson-source.ts';

/** mdsvex would drop front matter that does not parse without a word; the catalogue reports it instead. */
function frontMatter(text) {
  try {
    return parse(text, { prettyErrors: false }) ?? {};
  } catch (error) {
    const line = text.slice(0, error.pos?.[0] ?? 0).split('\n').length + 1;
    return { yamlError: `${error.message} (line ${line}).` };
  }
}

/** @type {import('@sveltejs/vite-plugin-svelte').SvelteConfig} */
const config = {
  extensions: ['.svelte', '.svx'],
  preprocess: [
    {
      name: 'lesson-source',
      markup: ({ content, filename }) =>
        filename?.endsWith('.svx') ? { code: lessonSource(filename, content) } : undefined,
    },
    mdsvex({
      extensions: ['.svx'],
      frontmatter: { marker: '-', type: 'yaml', parse: frontMatter },
      highlight: {
        highlighter: (code, language) =>
          `{@html ${JSON.stringify(highlightBlock(code, language ?? 'text'))}}`,
      },
    }),
    vitePreprocess(),
  ],
};

export { config as default };
