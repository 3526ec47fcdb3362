import svelte from '@astrojs/svelte';
import { defineConfig } from 'astro/config';
import { resolve } from 'node:path';
import { contentPolicy } from './src/layouts/content-policy.ts';

const { LEAKLAB_SITE: site = '' } = process.env;

export default defineConfig({
  ...(site === '' ? {} : { site }),
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
