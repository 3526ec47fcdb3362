import svelte from '@astrojs/svelte';
import { defineConfig } from 'astro/config';
import { resolve } from 'node:path';
import { contentPolicy } from './src/layouts/content-policy.ts';
import { languageOf } from './src/words/languages.ts';
import { wordsIn } from './tools/build/words-in.ts';

const { LEAKLAB_SITE: site = '', LEAKLAB_BASE: top = '/', LEAKLAB_FOLDER: folder = '' } = process.env;
const language = languageOf(process.env.LEAKLAB_LANGUAGE);

export default defineConfig({
  ...(site === '' ? {} : { site }),
  base: top + folder,
  trailingSlash: 'always',
  integrations: [
    svelte({ extensions: ['.svelte', '.svx'] }),
    contentPolicy(new URL('public/runtime/', import.meta.url)),
  ],
  devToolbar: { enabled: false },
  cacheDir: '.cache/astro',
  // A site in another language, in a folder of the English one, has Python's files from there.
  ...(folder === '' ? {} : { publicDir: '.cache/no-public' }),
  vite: {
    define: {
      // The sites that lie beside this one, by their codes, and the way to what they share.
      'import.meta.env.LANGUAGES': JSON.stringify(process.env.LEAKLAB_LANGUAGES ?? language.code),
      'import.meta.env.TOP': JSON.stringify(folder === '' ? '' : '../'),
    },
    cacheDir: '.cache/vite',
    resolve: {
      alias: [
        { find: '#course', replacement: resolve(process.env.LEAKLAB_COURSE ?? '.') },
        { find: '#prose', replacement: resolve('src/prose') },
        wordsIn(language.code),
      ],
    },
  },
});
