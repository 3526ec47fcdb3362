import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Manifest, RuntimeFile } from '../../src/runtime/manifest.ts';
import { archive } from './archive.ts';
import { bundle } from './bundle.ts';
import { languageArchive } from './language-archive.ts';
import { python } from './python.ts';
import { makeSnapshots } from './snapshots.ts';
import { ROOT, type Say } from './stage.ts';
import { WHEELS } from './wheels.ts';

export const RUNTIME_FOLDER = join(ROOT, 'public', 'runtime');

const pyodide = dirname(createRequire(import.meta.url).resolve('pyodide/package.json'));
const sources = join(ROOT, 'src');

type Lock = { info: { python: string }; packages: Record<string, Package> };
type Package = { file_name: string; version: string; depends: string[] };

/**
 * Lays out `public/runtime/`: everything that a browser or Node needs to run Python, described by `runtime.json`. The
 * folder is replaced only when all of it is there.
 */
export async function buildRuntime(say: Say): Promise<void> {
  await mkdir(join(ROOT, '.cache'), { recursive: true });
  const folder = await mkdtemp(join(ROOT, '.cache', 'runtime-'));
  try {
    // A temporary folder is its maker's alone; a web server may be somebody else.
    await chmod(folder, 0o755);
    const put = createPut(folder);
    say('Pyodide', 0);
    const wasm = await put('pyodide.asm.wasm', await readFile(join(pyodide, 'pyodide.asm.wasm')));
    const stdlib = await put('python_stdlib.zip', await readFile(join(pyodide, 'python_stdlib.zip')));
    say('wheels', 0.2);
    const lockFile = await readLock();
    const lock = await put('pyodide-lock.json', JSON.stringify(lockFile));
    const distributions = await putWheels(put, lockFile);
    say('the judge', 0.4);
    const judge = await put(
      hashed('leaklab', 'zip'),
      await archive(join(sources, 'leaklab'), 'leaklab', '.py'),
    );
    say('the worker', 0.5);
    const worker = await put(hashed('worker', 'js'), await bundle(join(sources, 'runtime', 'worker.ts')));
    const frame = await put(
      hashed('frame', 'html'),
      frameDocument(await bundle(join(sources, 'runtime', 'frame.ts'))),
    );
    const parts = {
      pyodide: await pyodideVersion(),
      wasm,
      stdlib,
      lock,
      judge,
      worker,
      frame,
      distributions,
    };
    const language = await put(hashed('language', 'zip'), await languageArchive());
    const version = digest('sha256', JSON.stringify(parts), 'hex').slice(0, 16);
    const manifest: Manifest = { version, ...parts, language, snapshots: {} };
    const writeManifest = () => writeFile(join(folder, 'runtime.json'), JSON.stringify(manifest));
    await writeManifest();
    say('snapshots', 0.6);
    for (const { key, bytes } of await makeSnapshots(folder, version))
      manifest.snapshots[key] = await put(hashed('snapshot', 'bin'), bytes);
    await writeManifest();
    await mkdir(dirname(RUNTIME_FOLDER), { recursive: true });
    await rm(RUNTIME_FOLDER, { recursive: true, force: true });
    await rename(folder, RUNTIME_FOLDER);
    say('all there', 1);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The runtime folder could not be built: ${reason}`, { cause: error });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type Name = string | ((content: Uint8Array) => string);
type Put = (name: Name, content: string | Uint8Array) => Promise<RuntimeFile>;

function createPut(folder: string): Put {
  return async (name, content) => {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    const file = typeof name === 'string' ? name : name(bytes);
    await writeFile(join(folder, file), bytes);
    return { name: file, bytes: bytes.byteLength, integrity: `sha256-${digest('sha256', bytes, 'base64')}` };
  };
}

const hashed = (stem: string, ending: string) => (content: Uint8Array) =>
  `${stem}-${digest('sha256', content, 'hex').slice(0, 12)}.${ending}`;

function digest(algorithm: string, content: string | Uint8Array, encoding: 'hex' | 'base64'): string {
  return createHash(algorithm).update(content).digest(encoding);
}

async function pyodideVersion(): Promise<string> {
  const { version } = JSON.parse(await readFile(join(pyodide, 'package.json'), 'utf8')) as {
    version: string;
  };
  return version;
}

/** Pyodide's own lock file with our wheels in place of its packages. */
async function readLock(): Promise<Lock> {
  const lock = JSON.parse(await readFile(join(pyodide, 'pyodide-lock.json'), 'utf8')) as Lock;
  const packages = await python([join(ROOT, 'tools', 'build', 'pyodide_lock.py'), WHEELS, lock.info.python]);
  return { info: lock.info, packages: JSON.parse(packages) as Lock['packages'] };
}

async function putWheels(put: Put, { packages }: Lock): Promise<Manifest['distributions']> {
  const names = Object.keys(packages);
  const missing = (await readdir(WHEELS)).length === 0 || names.length === 0;
  if (missing) throw new Error('there are no wheels.');
  const distributions: Manifest['distributions'] = {};
  for (const [name, { file_name, version }] of Object.entries(packages)) {
    const wheel = await put(file_name, await readFile(join(WHEELS, file_name)));
    distributions[name] = { version, wheel, closure: closure(packages, name) };
  }
  return distributions;
}

function closure(packages: Lock['packages'], name: string, seen = new Set<string>()): string[] {
  if (!seen.has(name)) {
    seen.add(name);
    for (const needed of packages[name]?.depends ?? []) closure(packages, needed, seen);
  }
  return [...seen].sort();
}

/** `connect-src` and all else fall back to none: nothing in the frame reaches any address. */
function frameDocument(script: string): string {
  const hash = digest('sha256', script, 'base64');
  const policy = `default-src 'none'; script-src 'sha256-${hash}' 'wasm-unsafe-eval' data:; worker-src data:`;
  return (
    '<!doctype html><meta charset="utf-8">' +
    `<meta http-equiv="Content-Security-Policy" content="${policy}">` +
    `<title>Python</title><script>${script}</script>`
  );
}
