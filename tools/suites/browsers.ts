import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { run } from '../build/run-program.ts';
import { ROOT } from '../build/stage.ts';

/** First the one without a window of its own to draw: a test takes a third less of the processor in it. */
const CHROMIUMS = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const FIREFOXES = ['firefox-esr', 'firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'];

export type Found = { kind: 'found'; path: string } | { kind: 'missing'; reason: string };

/** Root needs this for Chromium; anybody else keeps the browser's own sandbox. */
export const CHROMIUM_ARGS: string[] = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** Whether the program is there and starts: a browser without its libraries is found, and of no use. */
function starts(program: string): boolean {
  return spawnSync(program, ['--version', ...CHROMIUM_ARGS], { timeout: 20_000 }).status === 0;
}

function onPath(program: string): string {
  return program.includes('/') ? program : spawnSync('which', [program], { encoding: 'utf8' }).stdout.trim();
}

function firstThatStarts(programs: readonly (string | undefined)[]): string | undefined {
  return programs.find((program) => program && starts(program));
}

async function install(packages: readonly string[]): Promise<string> {
  const root = process.getuid?.() === 0;
  if (!existsSync('/usr/bin/apt-get')) return 'this system has no apt-get';
  if (!root && spawnSync('sudo', ['-n', 'true']).status !== 0) return 'installing needs root';
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
    const words = ['apt-get', '-q', ...args];
    console.log(`Running ${words.join(' ')} ...`);
    const [command = '', ...rest] = root ? words : ['sudo', '-n', 'DEBIAN_FRONTEND=noninteractive', ...words];
    const { code, output } = await run(command, rest, env);
    // A package list that could not be renewed may still do.
    if (code !== 0 && args[0] === 'install') return output.trim().split('\n').slice(-3).join(' ');
  }
  return 'installed';
}

/** Chromium, for the end-to-end tests: one that is there, else Playwright's, else the system's. */
export async function findChromium(): Promise<Found> {
  const { CHROMIUM } = process.env;
  if (CHROMIUM !== undefined) {
    if (starts(CHROMIUM)) return { kind: 'found', path: CHROMIUM };
    return { kind: 'missing', reason: `CHROMIUM names ${CHROMIUM}, which does not start.` };
  }
  const there = firstThatStarts([...CHROMIUMS, chromium.executablePath()]);
  if (there !== undefined) return { kind: 'found', path: onPath(there) };

  console.log("No Chromium here: downloading Playwright's ...");
  const playwright = join(ROOT, 'node_modules', '.bin', 'playwright');
  await run(playwright, ['install', 'chromium'], { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000' });
  if (starts(chromium.executablePath())) return { kind: 'found', path: chromium.executablePath() };

  console.log("Playwright's does not start here: installing the system's ...");
  const shell = await install(['chromium-headless-shell']);
  const told = shell === 'installed' ? shell : await install(['chromium']);
  const installed = firstThatStarts(CHROMIUMS);
  if (installed !== undefined) return { kind: 'found', path: onPath(installed) };
  return {
    kind: 'missing',
    reason: `The browser tests need Chromium (${told}). Install it, or name one: CHROMIUM=/path/to/chromium npm test`,
  };
}

/** A real Firefox from the system's packages. */
export async function findFirefox(): Promise<Found> {
  const there = firstThatStarts([process.env.FIREFOX, ...FIREFOXES]);
  if (there !== undefined) return { kind: 'found', path: onPath(there) };
  const told = await install(['firefox-esr']);
  const installed = firstThatStarts(FIREFOXES);
  if (installed !== undefined) return { kind: 'found', path: onPath(installed) };
  return { kind: 'missing', reason: `Firefox is missing: install firefox-esr (${told}).` };
}

/** A web server from the system's packages, for which `deploy/` has a configuration. */
export async function findServer(name: 'nginx' | 'caddy'): Promise<Found> {
  // The system keeps servers where only root looks.
  const there = () => [name, `/usr/sbin/${name}`].map(onPath).find((path) => path !== '' && existsSync(path));
  let told = '';
  if (there() === undefined) told = await install([name === 'nginx' ? 'nginx-light' : name]);
  const path = there();
  if (path !== undefined) return { kind: 'found', path };
  return { kind: 'missing', reason: `${name} is missing: install it from your system's packages (${told}).` };
}

const WEBKIT_PACKAGES = ['webkit2gtk-driver', 'xvfb', 'xauth', 'dbus'];
const WEBKIT_PROGRAMS = ['WebKitWebDriver', 'xvfb-run', 'xauth', 'dbus-run-session'];

/** The MiniBrowser that WebKitWebDriver drives; it lies in a folder of its own for each architecture. */
function miniBrowser(): string | undefined {
  const folders = existsSync('/usr/lib') ? readdirSync('/usr/lib').map((name) => `/usr/lib/${name}`) : [];
  return [...folders, '/usr/libexec']
    .flatMap((folder) =>
      ['webkit2gtk-4.1', 'webkit2gtk-4.0', 'webkitgtk-6.0'].map((api) => `${folder}/${api}/MiniBrowser`),
    )
    .find((path) => existsSync(path));
}

/** A real WebKit from the system's packages: the path is the MiniBrowser's. */
export async function findWebKit(): Promise<Found> {
  const lacking = (): string[] => WEBKIT_PROGRAMS.filter((program) => onPath(program) === '');
  let told = 'already installed';
  if (lacking().length > 0 || miniBrowser() === undefined) told = await install(WEBKIT_PACKAGES);
  const path = miniBrowser();
  if (lacking().length === 0 && path !== undefined) return { kind: 'found', path };
  const missing = [...lacking(), ...(path === undefined ? ['MiniBrowser'] : [])].join(', ');
  return {
    kind: 'missing',
    reason: `WebKit is missing (${missing}): install ${WEBKIT_PACKAGES.join(' ')} (${told}).`,
  };
}
