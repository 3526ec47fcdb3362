import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { python } from './python.ts';
import { ROOT, type Say } from './stage.ts';

export const WHEELS = join(ROOT, '.cache', 'wheels');
/** Those of the language service, which no sandbox can import. */
export const LANGUAGE_WHEELS = join(WHEELS, 'language');

const requirements = join(ROOT, 'requirements');
const strict = ['--quiet', '--no-deps', '--require-hashes'];

/** Python 3.14 as Pyodide builds it, so that pip picks what runs in the browser and not what runs here. */
const browser = [
  ...['--only-binary', ':all:', '--platform', 'pyemscripten_2026_0_wasm32', '--python-version', '3.14'],
  ...['--implementation', 'cp', '--abi', 'cp314', '--abi', 'none'],
];

/** Fetches the pinned wheels, hashes checked, into `.cache/wheels/`, which is replaced only when all are there. */
export async function fetchWheels(say: Say): Promise<void> {
  await mkdir(join(ROOT, '.cache'), { recursive: true });
  const folder = await mkdtemp(join(ROOT, '.cache', 'wheels-'));
  try {
    say('fetching, hashes verified', 0);
    const fetchList = (list: string, into: string) =>
      python(['-m', 'pip', 'download', ...strict, ...browser, '-d', into, '-r', join(requirements, list)]);
    await fetchList('runtime.txt', folder);
    await fetchList('language.txt', join(folder, 'language'));
    say('building what comes as source', 0.8);
    await build(folder);
    await rm(WHEELS, { recursive: true, force: true });
    await rename(folder, WHEELS);
    say('all there', 1);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The Python packages could not be fetched; is the network there? ${reason}`, {
      cause: error,
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** pip's own cache is passed by: it may hold a wheel of the same version built for this machine. */
async function build(folder: string): Promise<void> {
  const tools = join(folder, 'build');
  const flags = ['--no-build-isolation', '--no-cache-dir', '--no-binary', ':all:'];
  const setup = join(requirements, 'build.txt');
  const list = join(requirements, 'runtime-sdist.txt');
  await python(['-m', 'pip', 'install', ...strict, '--target', tools, '-r', setup]);
  await python(['-m', 'pip', 'wheel', ...strict, ...flags, '-w', folder, '-r', list], {
    PYTHONPATH: tools,
    CC: 'false',
    SOURCE_DATE_EPOCH: '315619200',
  });
  await rm(tools, { recursive: true });
  const wheels = (await readdir(folder)).filter((name) => name.endsWith('.whl'));
  const foreign = wheels.find((name) => !/[-_](none-any|wasm32)\.whl$/.test(name));
  if (foreign) throw new Error(`${foreign} was built for this machine and would not run in a browser.`);
}
