import { vitePreprocess } from '@astrojs/svelte';
import { mdsvex } from 'mdsvex';

/** @type {import('@sveltejs/vite-plugin-svelte').SvelteConfig} */
const config = {
  extensions: ['.svelte', '.svx'],
  preprocess: [vitePreprocess(), mdsvex({ extensions: ['.svx'] })],
};

export { config as default };
