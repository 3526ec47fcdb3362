import svelte from '@astrojs/svelte';
import { defineConfig } from 'astro/config';
import { resolve } from 'node:path';
import { contentPolicy } from './src/layouts/content-policy.ts';
import { languageOf } from './src/words/languages.ts';

const { LEAKLAB_SITE: site = '' } = process.env;
const language = languageOf(process.env.LEAKLAB_LANGUAGE);

/** A site in another language lies below the English one, and has its own files but for those of Python. */
const base = `${process.env.LEAKLAB_BASE ?? '/'}${language.folder}`;

export default defineConfig({
  ...(site === '' ? {} : { site }),
  base,
  trailingSlash: 'always',
  integrations: [
    svelte({ extensions: ['.svelte', '.svx'] }),
    contentPolicy(new URL('public/runtime/', import.meta.url)),
  ],
  devToolbar: { enabled: false },
  cacheDir: '.cache/astro',
  ...(language.folder === '' ? {} : { publicDir: '.cache/no-public' }),
  vite: {
    // The sites that lie beside this one, by their codes.
    define: { 'import.meta.env.LANGUAGES': JSON.stringify(process.env.LEAKLAB_LANGUAGES ?? language.code) },
    cacheDir: '.cache/vite',
    resolve: {
      alias: [
        { find: '#course', replacement: resolve(process.env.LEAKLAB_COURSE ?? '.') },
        { find: '#prose', replacement: resolve('src/prose') },
        // One language is built at a time, so that a page carries the words of no other.
        { find: /^#words\/(.*)$/, replacement: `${resolve('src/words', language.code)}/$1.ts` },
      ],
    },
  },
});
