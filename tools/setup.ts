import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { python } from './python.ts';
import { runOrThrow } from './run.ts';
import { ROOT, type Stage } from './stage.ts';

const LOCKS = ['runtime.txt', 'runtime-sdist.txt', 'build.txt'].map((name) => `requirements/${name}`);

const wheels: Stage = {
  id: 'wheels',
  title: 'Python packages for the sandboxes',
  inputs: [...LOCKS, 'tools/wheels.ts', 'tools/python.ts'],
  outputs: ['.cache/wheels'],
  work: async (say) => {
    const { fetchWheels } = await import('./wheels.ts');
    await fetchWheels(say);
  },
};

const runtime: Stage = {
  id: 'runtime',
  title: 'Python runtime for the browser',
  inputs: [
    'package-lock.json',
    ...LOCKS,
    'src/leaklab',
    'src/sandbox',
    'tools/runtime.ts',
    'tools/pyodide_lock.py',
  ],
  outputs: ['public/runtime/runtime.json'],
  work: async (say) => {
    const { buildRuntime } = await import('./runtime.ts');
    await buildRuntime(say);
  },
};

/** The site for one address: `base` is the path that it will be served under, `outDir` the folder it is built into. */
export function site(base: string, outDir: string): Stage {
  return {
    id: `site-${outDir.replaceAll('/', '-')}`,
    title: base === '/' ? 'The site' : `The site under ${base}`,
    inputs: [
      'package-lock.json',
      'astro.config.ts',
      'svelte.config.js',
      'tsconfig.json',
      'src',
      'content',
      'sandboxes',
      'public',
    ],
    salt: base,
    outputs: [`${outDir}/index.html`],
    work: async (say) => {
      say('building the pages');
      const astro = join(ROOT, 'node_modules', '.bin', 'astro');
      await runOrThrow('Building the site', astro, ['build', '--outDir', outDir], { LEAKLAB_BASE: base });
    },
  };
}

/** What the pages load when they run Python. */
export const RUNTIME: readonly Stage[] = [wheels, runtime];

/** All that is served. */
export const SITE: readonly Stage[] = [...RUNTIME, site(process.env.LEAKLAB_BASE ?? '/', 'dist')];

/** What only the tests need: linters, pytest, and the frameworks for judging natively. */
export const TEST_PACKAGES: Stage = {
  id: 'python',
  title: 'Python packages for the tests',
  inputs: ['requirements/dev.txt'],
  outputs: ['.python'],
  work: async (say) => {
    say('pip install, hashes verified');
    await rm(join(ROOT, '.python'), { recursive: true, force: true });
    const target = ['--target', join(ROOT, '.python'), '-r', join(ROOT, 'requirements', 'dev.txt')];
    await python(['-m', 'pip', 'install', '--quiet', '--require-hashes', ...target]);
  },
};
