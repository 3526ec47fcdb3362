import { existsSync } from 'node:fs';
import { cp, mkdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { id } from '../src/course/sandbox-schema.ts';
import { atCaller } from './command-line.ts';
import { SANDBOXES } from './sandbox-folder.ts';
import { ROOT } from './stage.ts';

const TEMPLATE = join(ROOT, 'tools', 'sandbox-template');
const USAGE = 64;

/** `npm run new-sandbox -- <id> [--in FOLDER]`: a sandbox that has every file, and a note wherever its author must work. */
async function newSandbox(args: string[]): Promise<string | null> {
  let parsed;
  try {
    parsed = parseArgs({ args, options: { in: { type: 'string' } }, allowPositionals: true });
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}.`;
  }
  const [name, ...more] = parsed.positionals;
  if (name === undefined || more.length > 0) {
    return 'Give the new sandbox one id: npm run new-sandbox -- flask-request-history';
  }
  const wrong = id.safeParse(name).error?.issues[0]?.message;
  if (wrong !== undefined) return `The id "${name}" ${wrong}`;
  const parent = parsed.values.in === undefined ? SANDBOXES : atCaller(parsed.values.in);
  const folder = join(parent, name);
  if (existsSync(folder)) return `There is ${folder} already; choose another id.`;

  await mkdir(parent, { recursive: true });
  await cp(TEMPLATE, folder, { recursive: true });
  const told = parent === SANDBOXES ? name : folder;
  console.log(`${relative(process.cwd(), folder)} is laid out. What to do in it, step by step:`);
  console.log(`\n  npm run gate -- ${told}\n`);
  return null;
}

const complaint = await newSandbox(process.argv.slice(2));
if (complaint !== null) {
  console.error(complaint);
  process.exitCode = USAGE;
}
