import svelte from '@astrojs/svelte';
import { defineConfig } from 'astro/config';
import { contentPolicy } from './src/layouts/content-policy.ts';

const site = process.env.LEAKLAB_SITE;

export default defineConfig({
  ...(site === undefined ? {} : { site }),
  base: process.env.LEAKLAB_BASE ?? '/',
  trailingSlash: 'always',
  integrations: [svelte({ extensions: ['.svelte', '.svx'] }), contentPolicy()],
  devToolbar: { enabled: false },
});
