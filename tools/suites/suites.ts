import { readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { FIXTURE_SITE, RUNTIME, SITE, TEST_PACKAGES } from '../build/setup.ts';
import { ROOT, type Stage } from '../build/stage.ts';
import { SCORM_SCHEMAS } from '../scorm/schemas.ts';
import type { READERS } from './tally.ts';

export type Suite = {
  name: string;
  command: string;
  args: readonly string[];
  /** Which of its runner's tests it is; what somebody names takes their place. */
  tests?: readonly string[];
  env?: Record<string, string>;
  report?: { path: string; format: keyof typeof READERS };
  /** What has to be made before. */
  needs: readonly Stage[];
  /** Whether it is given a Chromium, as `$CHROMIUM`. */
  browser?: true;
  /** What it never reads: when only that has changed since it passed, `npm test` need not run it again. */
  unaffectedBy: readonly string[];
};

const PYTHON = process.env.PYTHON ?? 'python3';
const bin = (program: string): string => join(ROOT, 'node_modules', '.bin', program);
const reportPath = (name: string): string => join(ROOT, 'test-results', name);
const pythonEnv = { PYTHONPATH: [join(ROOT, '.python'), join(ROOT, 'src')].join(delimiter) };

/** All folders of tests but these. */
function testsBut(...read: readonly string[]): string[] {
  const folders = readdirSync(join(ROOT, 'tests')).filter((name) => !read.includes(name));
  return folders.map((name) => `tests/${name}`);
}

const PAGES = [
  'workbench',
  'controls',
  'layouts',
  'pages',
  'styles',
  'editor',
  'linter',
  'progress',
  'prose',
].map((folder) => `src/${folder}`);

/** Each linter counts as one test. */
function linter(name: string, command: string, args: readonly string[]): Suite {
  return { name, command, args, env: pythonEnv, needs: TEST_PACKAGES, unaffectedBy: [] };
}
const LINT: readonly Suite[] = [
  // First, because it writes the types that the others read.
  linter('astro check', bin('astro'), ['check', '--minimumSeverity', 'error']),
  // Without its cache, which knows the files that changed and not those whose types changed with them.
  linter('eslint', bin('eslint'), ['.', '--max-warnings=0']),
  linter('prettier', bin('prettier'), [
    ...['--check', '--log-level=warn'],
    ...['--cache', '--cache-strategy=content', '--cache-location=.cache/prettier', '.'],
  ]),
  linter('svelte-check', bin('svelte-check'), ['--tsconfig', 'tsconfig.json', '--fail-on-warnings']),
  linter('ruff check', PYTHON, ['-m', 'ruff', 'check', '.']),
  linter('ruff format', PYTHON, ['-m', 'ruff', 'format', '--check', '.']),
  linter('mypy', PYTHON, ['-m', 'mypy']),
];

function vitest(project: string, needs: readonly Stage[], unaffectedBy: readonly string[]): Suite {
  const path = reportPath(`${project}.json`);
  return {
    name: project,
    command: bin('vitest'),
    args: ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile=${path}`],
    report: { path, format: 'vitest' },
    needs,
    unaffectedBy,
  };
}
const UNIT = vitest('unit', [], ['content', ...testsBut('unit', 'words')]);
const COMPONENT: Suite = {
  ...vitest('component', [], ['content', 'sandboxes', 'docs', ...testsBut('component', 'unit', 'words')]),
  browser: true,
};
const CONTRACT = vitest(
  'contract',
  [...RUNTIME, ...TEST_PACKAGES],
  ['docs', ...PAGES, ...testsBut('contract', 'fixture', 'mutants')],
);

function pytest(name: string, tests: readonly string[], unaffectedBy: readonly string[]): Suite {
  const path = reportPath(`${name.replaceAll(' ', '-')}.xml`);
  return {
    name,
    command: PYTHON,
    args: ['-m', 'pytest', '-q', `--junitxml=${path}`],
    tests,
    env: pythonEnv,
    report: { path, format: 'junit' },
    needs: TEST_PACKAGES,
    unaffectedBy,
  };
}
const CORPUS = 'tests/python/process/test_corpus.py';
const AWAY_FROM_PYTHON = ['content', 'docs', ...PAGES, ...testsBut('python', 'corpus', 'mutants', 'words')];
const PYTHON_UNIT = pytest('python unit', ['tests/python/unit'], []);
// Each starts processes, so that two workers have the two cores busy.
const PYTHON_PROCESS = pytest(
  'python process',
  ['-n', '2', 'tests/python/process', `--ignore=${CORPUS}`],
  AWAY_FROM_PYTHON,
);
const PYTHON_CORPUS = pytest('python corpus', ['-n', '2', CORPUS], ['sandboxes', ...AWAY_FROM_PYTHON]);

/** The built site in Chromium, its byte budgets among it. */
const END_TO_END: Suite = {
  name: 'playwright',
  command: bin('playwright'),
  args: ['test', '--reporter=list,json'],
  env: { PLAYWRIGHT_JSON_OUTPUT_NAME: reportPath('playwright.json') },
  report: { path: reportPath('playwright.json'), format: 'playwright' },
  needs: [...SITE, FIXTURE_SITE, ...TEST_PACKAGES, SCORM_SCHEMAS],
  browser: true,
  unaffectedBy: ['docs', ...testsBut('e2e', 'size', 'fixture')],
};

/** By the name that `npm run test:<name>` has; the longest first, as that is how two lanes end together. */
export const GROUPS = {
  contract: [CONTRACT],
  e2e: [END_TO_END],
  python: [PYTHON_UNIT, PYTHON_PROCESS, PYTHON_CORPUS],
  lint: LINT,
  component: [COMPONENT],
  unit: [UNIT],
} satisfies Record<string, readonly Suite[]>;
