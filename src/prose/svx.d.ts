declare module '*.svx' {
  import type { Component } from 'svelte';

  const Prose: Component;
  export const metadata: unknown;
  export { Prose as default };
}
