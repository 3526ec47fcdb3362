import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { filesIn } from '../build/archive.ts';
import { COURSE, SITE } from '../build/setup.ts';
import { ROOT, carryOut, explain } from '../build/stage.ts';

/** `npm run pack`: the built site with the configurations of `deploy/`, as a folder and as a zip, to be put on any server. */
async function pack(): Promise<void> {
  await carryOut(SITE);
  const { version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  const name = `leaklab-${version}`;
  const folder = join(ROOT, 'release', name);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await cp(join(ROOT, COURSE.outDir), join(folder, 'site'), { recursive: true });
  for (const file of ['nginx.conf', 'Caddyfile']) await cp(join(ROOT, 'deploy', file), join(folder, file));
  for (const file of ['LICENSE', 'SECURITY.md']) await cp(join(ROOT, file), join(folder, file));
  const zip = zipSync(await filesIn(folder, name, ''), { level: 6, mtime: new Date(1980, 0, 1) });
  await writeFile(`${folder}.zip`, zip);
  console.log(
    `release/${name}/ and release/${name}.zip, ${(zip.byteLength / 1e6).toFixed(1)} MB, for ${COURSE.base}`,
  );
}

await pack().catch(explain);
