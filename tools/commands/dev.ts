import { dev } from 'astro';
import type { AstroIntegration } from 'astro';
import { join } from 'node:path';
import { RUNTIME } from '../build/setup.ts';
import { ROOT, carryOut, explain } from '../build/stage.ts';

const WATCHED = ['src/leaklab', 'src/runtime', 'requirements/runtime.txt'].map((path) => join(ROOT, path));

/** Rebuilds the runtime folder when the judge or the worker changes; the pages themselves are Astro's business. */
const runtimeReload: AstroIntegration = {
  name: 'runtime-reload',
  hooks: {
    'astro:server:setup': ({ server, logger }) => {
      let work = Promise.resolve();
      server.watcher.add(WATCHED);
      server.watcher.on('all', (_event, file) => {
        if (!WATCHED.some((path) => file.startsWith(path)) || file.includes('__pycache__')) return;
        // One after the other: a build that finds nothing changed is over at once.
        work = work
          .then(() => carryOut(RUNTIME))
          .then(() => server.ws.send({ type: 'full-reload' }))
          .catch((error: unknown) => logger.error(error instanceof Error ? error.message : String(error)));
      });
    },
  },
};

try {
  await carryOut(RUNTIME);
  await dev({
    root: ROOT,
    server: { port: Number(process.env.PORT ?? 4321) },
    integrations: [runtimeReload],
  });
} catch (error) {
  explain(error);
}
