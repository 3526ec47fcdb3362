import svelte from '@astrojs/svelte';
import { defineConfig } from 'astro/config';
import { resolve } from 'node:path';
import { contentPolicy } from './src/layouts/content-policy.ts';

const site = process.env.LEAKLAB_SITE;

export default defineConfig({
  ...(site === undefined ? {} : { site }),
  base: process.env.LEAKLAB_BASE ?? '/',
  trailingSlash: 'always',
  integrations: [svelte({ extensions: ['.svelte', '.svx'] }), contentPolicy()],
  devToolbar: { enabled: false },
  cacheDir: '.cache/astro',
  vite: {
    cacheDir: '.cache/vite',
    resolve: {
      alias: { '#course': resolve(process.env.LEAKLAB_COURSE ?? '.'), '#prose': resolve('src/prose') },
    },
  },
});
