import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { carryIntoOverlays, type Carried, type Conflict } from '../sandbox/carry.ts';
import { USAGE } from '../sandbox/judgement.ts';
import { parsed, sandboxAt } from './arguments.ts';

const usage = 'npm run carry -- SANDBOX [--base COMMIT]';

/** `npm run carry`: after a change of `project/`, changes the fixes and decoys of a sandbox in the same way. */
async function carry(args: string[]): Promise<number> {
  const line = parsed(args, { base: { type: 'string', default: 'HEAD' } }, usage);
  if (typeof line === 'string') return wrong(line);
  const [name, ...more] = line.positionals;
  if (name === undefined || more.length > 0) return wrong(`Name one sandbox: ${usage}`);
  const folder = await sandboxAt(name);
  if (!existsSync(join(folder, 'project'))) return wrong(`There is no sandbox ${name}.`);
  const carried = await carryIntoOverlays(folder, line.values.base).catch((error: unknown) =>
    error instanceof Error ? error.message : String(error),
  );
  if (typeof carried === 'string') return wrong(carried);
  for (const one of carried) console.log(told(one));
  return carried.some(({ kind }) => kind === 'conflicts' || kind === 'orphaned') ? 1 : 0;
}

function told(carried: Carried): string {
  const { file } = carried;
  switch (carried.kind) {
    case 'unchanged':
      return `${file}: nothing to carry.`;
    case 'carried':
      return `${file}: carried.`;
    case 'orphaned':
      return `${file}: left as it was, ${carried.reason}.`;
    case 'conflicts': {
      const lines = carried.conflicts.map((one) => `\n    ${where(one, file, carried.starter)}`);
      return `${file}: left as it was. Change it by hand where both changed the same:${lines.join('')}`;
    }
    default:
      return carried satisfies never;
  }
}

function where({ overlay, starter }: Conflict, file: string, starterFile: string): string {
  const places = [
    overlay && `${file}:${overlay.join('-')}`,
    starter && `${starterFile}:${starter.join('-')}`,
  ].filter((place) => place !== null);
  return places.length === 2 ? places.join(' against ') : `${places.join('')}, which the other took out`;
}

function wrong(sentence: string): number {
  console.error(sentence);
  return USAGE;
}

process.exitCode = await carry(process.argv.slice(2));
