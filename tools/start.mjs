// The first file that runs on a fresh machine: plain JavaScript for Node 20, standard library only.
// It makes the dependencies ready, then hands over to a TypeScript tool under the Node that the lock file pins.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { occupiedPort, portTaken } from './port.mjs';
import { findPython } from './python.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const BIN = join(ROOT, 'node_modules', '.bin');
const PINNED_NODE = join(
  ROOT,
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

/** @param {string} sentence @returns {never} */
function giveUp(sentence) {
  console.error(`\n${sentence}`);
  process.exit(1);
}

/** Whether node_modules holds what the lock file asks for: npm leaves its own lock file there when it has finished. */
function dependenciesReady() {
  const installed = join(ROOT, 'node_modules', '.package-lock.json');
  if (!existsSync(installed) || !existsSync(PINNED_NODE)) return false;
  const wanted = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).packages;
  const present = JSON.parse(readFileSync(installed, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === '' || (present[path] ? present[path].version === version : optional === true),
  );
}

function installDependencies() {
  console.log('Installing the dependencies from the lock file (npm ci) ...');
  // npm must not run on the Node that it is about to replace.
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== BIN);
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: ROOT,
    env: { ...process.env, PATH: path.join(delimiter) },
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0)
    giveUp('npm ci did not finish; its own words are above. Check the network, then start again.');
  if (!existsSync(PINNED_NODE)) {
    giveUp(
      'npm ci ran, but the pinned Node is not there. Were install scripts switched off (ignore-scripts)?',
    );
  }
}

const [tool = 'serve', ...rest] = process.argv.slice(2);
if (Number(process.versions.node.split('.')[0]) < 20) {
  giveUp(
    `Leaklab needs Node 20 or newer, and this is Node ${process.versions.node}. Get it from https://nodejs.org.`,
  );
}
const python = findPython();
if (python.kind === 'missing') giveUp(python.reason);
if (tool === 'serve' || tool === 'dev') {
  const port = Number(process.env.PORT ?? 4321);
  if (await occupiedPort(port)) giveUp(portTaken(port, tool === 'dev' ? 'npm run dev' : 'npm start'));
}
if (!dependenciesReady()) installDependencies();

// Which of the dictionaries in package.json the tools themselves take.
const spoken = process.env.LEAKLAB_LANGUAGE ? [`--conditions=${process.env.LEAKLAB_LANGUAGE}`] : [];
const command = [...spoken, join(ROOT, 'tools', 'commands', `${tool}.ts`), ...rest];
const child = spawn(PINNED_NODE, command, {
  cwd: ROOT,
  env: { ...process.env, PATH: [BIN, process.env.PATH].join(delimiter), PYTHON: python.command },
  stdio: 'inherit',
});
// Ctrl-C reaches the child by itself; a signal sent to this process alone is passed on.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.on('exit', (code) => process.exit(code ?? 1));
