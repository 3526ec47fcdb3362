import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Tells how far a stage is; `fraction` is between 0 and 1 where it is known. */
export type Say = (message: string, fraction?: number) => void;

/** A step of the set-up that need not be done again while its inputs stay the same. */
export type Stage = {
  id: string;
  title: string;
  /** Files and folders whose contents decide whether the work is still good. */
  inputs: readonly string[];
  /** Whatever else decides, such as a version or a setting. */
  salt?: string;
  /** Files and folders that must be there afterwards. */
  outputs: readonly string[];
  work: (say: Say) => Promise<void>;
};

/** What is made of the rest, or is nobody's work. */
const IGNORED = new Set([
  ...['node_modules', '.git', '.cache', '.python', '.astro', 'dist', 'test-results'],
  ...['__pycache__', '.DS_Store', 'report.html'],
]);

/** Every file below `path`, in one order everywhere. */
function filesUnder(path: string, without: readonly string[]): string[] {
  if (without.includes(path) || !existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path)
    .filter((name) => !IGNORED.has(name))
    .sort()
    .flatMap((name) => filesUnder(join(path, name), without));
}

/** A digest of all in `inputs` but what is in `without`, files and folders of the project, and of `salt`. */
export function fingerprint(inputs: readonly string[], salt = '', without: readonly string[] = []): string {
  const hash = createHash('sha256').update(salt);
  const apart = without.map((path) => join(ROOT, path));
  for (const input of inputs) {
    for (const file of filesUnder(join(ROOT, input), apart))
      hash.update(`\0${file.slice(ROOT.length)}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

function createSay(label: string, out: NodeJS.WriteStream): Say {
  let last = '';
  return (message, fraction) => {
    const percent = fraction === undefined ? '' : ` ${Math.floor(fraction * 100)} %`;
    const line = `${label}: ${message}${percent}`;
    if (out.isTTY) out.write(`\r\x1b[2K${line.slice(0, (out.columns || 100) - 1)}`);
    else if (message !== last) out.write(`${line}\n`);
    last = message;
  };
}

/**
 * Does the stages in order, each only when something that it rests on has changed since it last succeeded. What it
 * says goes to `out`: a tool whose own output is read by others gives standard error.
 */
export async function carryOut(
  stages: readonly Stage[],
  out: NodeJS.WriteStream = process.stdout,
): Promise<void> {
  for (const [index, stage] of stages.entries()) {
    const label = `[${index + 1}/${stages.length}] ${stage.title}`;
    const stamp = join(ROOT, '.cache', 'stages', stage.id);
    const wanted = fingerprint(stage.inputs, stage.salt);
    const done = existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
    if (done && stage.outputs.every((output) => existsSync(join(ROOT, output)))) {
      out.write(`${label}: ready\n`);
      continue;
    }
    rmSync(stamp, { force: true });
    const say = createSay(label, out);
    const began = performance.now();
    say('...');
    await stage.work(say);
    mkdirSync(dirname(stamp), { recursive: true });
    writeFileSync(stamp, wanted);
    const end = out.isTTY ? '\r\x1b[2K' : '';
    out.write(`${end}${label}: done in ${((performance.now() - began) / 1000).toFixed(1)} s\n`);
  }
}

/** Ends a tool on a failure: its sentence, not its stack. */
export function explain(error: unknown): void {
  console.error(`\n${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
