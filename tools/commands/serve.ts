import { join } from 'node:path';
import { portTaken } from '../port.mjs';
import { SITE } from '../build/setup.ts';
import { serveSite } from '../build/site-server.ts';
import { ROOT, carryOut, explain } from '../build/stage.ts';

const base = process.env.LEAKLAB_BASE ?? '/';
const port = Number(process.env.PORT ?? 4321);
try {
  await carryOut(SITE);
  const server = await serveSite({ folder: join(ROOT, 'dist'), base, port });
  const stop = (): void => {
    console.log('\nStopped.');
    void server.close().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  console.log(`\nLeaklab is ready. Stop it with Ctrl-C.\n\n  http://localhost:${port}${base}\n`);
} catch (error) {
  const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  explain(taken ? new Error(portTaken(port, 'npm start')) : error);
}
