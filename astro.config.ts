import svelte from '@astrojs/svelte';
import { defineConfig } from 'astro/config';

export default defineConfig({
  base: process.env.LEAKLAB_BASE ?? '/',
  trailingSlash: 'always',
  integrations: [svelte({ extensions: ['.svelte', '.svx'] })],
  devToolbar: { enabled: false },
});
